import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileTokenCache } from '../../../../electron/session/file-token-cache.ts';
import { describeTokenCache } from '../../../contract/token-cache-contract.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

describeTokenCache('a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-file-'));
  const open = (name: string) =>
    new FileTokenCache({ path: join(folder, 'of the user', name), clock: new ManualClock() });
  return {
    cache: open('session.json'),
    reopen: () => open('session.json'),
    openOther: () => open('other.json'),
    close: () => rm(folder, { recursive: true }),
  };
});
