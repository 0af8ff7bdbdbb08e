import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import { closeDatabase, openDatabase } from '../../../../electron/storage/open-database.ts';
import { systemClock } from '../../../../shared/clock.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { signInToSample } from '../spotify/harness/sample-session.ts';
import {
  storedItems,
  storedLibrary,
  trueLibrary,
  withoutNamesOfGaps,
} from './harness/stored-library.ts';

const SCRIPT = fileURLToPath(new URL('./harness/run-first-pass.ts', import.meta.url));
const KEY = 'sample';

let folder: string;
let service: SampleService;
let accessToken: string;
let accountKey: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-kill-'));
  service = await startSampleService({
    clock: systemClock,
    seed: 11,
    redirectUris: [],
    library: { savedTracks: 430, ownPlaylists: 9, followedPlaylists: 55, itemsPerPlaylist: 110 },
  });
  const session = await signInToSample(service);
  const answer = await session.getAccessToken();
  accessToken = answer.kind === 'token' ? answer.token.reveal() : '';
  accountKey = await readAccountKey();
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function readAccountKey(): Promise<string> {
  const response = await fetch(`${service.apiUrl}/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const profile: unknown = await response.json();
  if (typeof profile !== 'object' || profile === null) {
    throw new Error('No profile');
  }
  const key = 'account_id' in profile ? profile.account_id : 'id' in profile ? profile.id : KEY;
  return String(key);
}

/** Runs the pass until it ends or is killed. Answers what the process said. */
function run(path: string, onStart: (child: ChildProcess) => void = () => undefined) {
  return new Promise<{ said: string; signal: NodeJS.Signals | null }>((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, path, service.apiUrl, accountKey], {
      env: { ...process.env, SAMPLE_ACCESS_TOKEN: accessToken },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (_, signal) => resolve({ said, signal }));
    onStart(child);
  });
}

function read(path: string) {
  const opening = openDatabase({ path, clock: systemClock, logger: silentLogger });
  if (opening.kind !== 'open' || opening.notice !== null) {
    throw new Error('The database did not open as it was left.');
  }
  const { database } = opening;
  const content = {
    library: storedLibrary(database, accountKey),
    items: storedItems(database),
  };
  closeDatabase(database, silentLogger);
  return content;
}

it('ends a first pass that was killed again and again as if nothing had happened', async () => {
  const undisturbedPath = join(folder, 'undisturbed.sqlite');
  expect((await run(undisturbedPath)).said).toBe('done\n');
  const undisturbed = read(undisturbedPath);
  const truth = trueLibrary(service.library.snapshot());
  expect(withoutNamesOfGaps(undisturbed.library, truth)).toEqual(truth);

  const path = join(folder, 'killed.sqlite');
  const requestsBefore = service.requests.length;
  let kills = 0;
  for (let attempt = 0; ; attempt += 1) {
    let last: ChildProcess | null = null;
    // At a request, or some milliseconds later: while an answer is read or written.
    const delayMs = attempt % 2 === 0 ? 0 : attempt * 2;
    const fault = service.faults.add({
      match: { path: /^\/v1\//, nth: 2 + (attempt % 6) },
      action: {
        kind: 'call',
        run: () => void systemClock.setTimer(delayMs, () => last?.kill('SIGKILL')),
      },
    });
    const { said, signal } = await run(path, (child) => {
      last = child;
    });
    fault.remove();
    if (signal === null) {
      expect(said).toBe('done\n');
      break;
    }
    kills += 1;
  }
  expect(kills).toBeGreaterThan(5);
  expect(read(path)).toEqual(undisturbed);
  // Each start asks whose library it is; beyond that at most the page in flight was read twice.
  const requests = service.requests.length - requestsBefore;
  expect(requests).toBeLessThanOrEqual(requestsBefore + 3 * kills);
}, 120_000);
