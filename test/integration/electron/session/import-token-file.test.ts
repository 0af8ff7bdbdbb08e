import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTokenFile } from '../../../../electron/session/import-token-file.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const clock = new ManualClock();
const CACHE = JSON.stringify({ access_token: 'BQ', refresh_token: 'AQ', expires_at: 5 });

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-import-'));
  path = join(folder, '.cache');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is read, also over a link, and stays as it is', async () => {
  writeFileSync(path, CACHE);
  symlinkSync(path, join(folder, 'link'));
  expect(await loadTokenFile(path, clock)).toMatchObject({ kind: 'tokens' });
  expect(await loadTokenFile(join(folder, 'link'), clock)).toMatchObject({
    kind: 'tokens',
    tokens: { way: 'authorization-code', accessTokenExpiresAtMs: 5_000, authorizedAtMs: null },
  });
});

test('its time is the clock’s', async () => {
  const endSeconds = clock.nowMs() / 1_000 + 60;
  writeFileSync(path, JSON.stringify({ access_token: 'BQ', expires_at: endSeconds }));
  expect(await loadTokenFile(path, clock)).toMatchObject({ kind: 'tokens' });
  const later = new ManualClock(clock.nowMs() + 60_000);
  expect(await loadTokenFile(path, later)).toEqual({ kind: 'refused', reason: 'expired' });
});

test.each<[string, string, () => void]>([
  ['nothing', 'not-found', () => undefined],
  ['a link to nothing', 'not-found', () => symlinkSync('nowhere', path)],
  ['a folder', 'not-a-token-file', () => mkdirSync(path)],
  ['garbage', 'not-json', () => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x7b]))],
  ['a film', 'too-large', () => writeFileSync(path, CACHE.padEnd(1_000_001))],
])('%s is refused: %s', async (_, reason, make) => {
  make();
  expect(await loadTokenFile(path, clock)).toEqual({ kind: 'refused', reason });
});

test.skipIf(process.platform === 'win32').each<[string, () => void]>([
  ['a pipe that nobody writes to', () => execFileSync('mkfifo', [path])],
  ['a device that never ends', () => symlinkSync('/dev/zero', path)],
])('%s is not read', async (_, make) => {
  make();
  const refused = { kind: 'refused', reason: 'not-a-token-file' };
  expect(await loadTokenFile(path, clock)).toEqual(refused);
});

test.skipIf(!existsSync('/proc/kallsyms'))(
  'a file that tells a wrong size is read no further',
  async () => {
    // The kernel's own files tell 0; this one has more than a million bytes.
    symlinkSync('/proc/kallsyms', path);
    expect(await loadTokenFile(path, clock)).toEqual({ kind: 'refused', reason: 'too-large' });
  },
);
