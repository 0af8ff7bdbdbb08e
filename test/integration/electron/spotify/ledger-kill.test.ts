import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Ledger } from '../../../../electron/storage/ledger.ts';
import { closeDatabase, openDatabase } from '../../../../electron/storage/open-database.ts';
import { systemClock } from '../../../../shared/clock.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { json, type ScriptedServer, startScriptedServer } from './harness/scripted-server.ts';

const SCRIPT = fileURLToPath(new URL('./harness/ask-until-killed.ts', import.meta.url));
const KILLS = 16;
const PAGE = { items: [], limit: 50, offset: 0, total: 0, next: null };

let folder: string;
let server: ScriptedServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-ledger-kill-'));
  server = await startScriptedServer();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(): ChildProcess {
  return spawn(process.execPath, [SCRIPT, join(folder, 'library.sqlite'), server.apiUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Until the process has said this. */
function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(word)) {
        resolve();
      }
    });
    child.once('close', () => reject(new Error(`It ended with: ${text}`)));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

function storedRequests(): number {
  const path = join(folder, 'library.sqlite');
  const opening = openDatabase({ path, clock: systemClock, logger: silentLogger });
  if (opening.kind !== 'open' || opening.notice !== null) {
    throw new Error('The database did not open as it was left.');
  }
  const ledger = new Ledger(opening.database, silentLogger);
  const { entries } = ledger.readRecent(0, Number.MAX_SAFE_INTEGER, 10_000);
  closeDatabase(opening.database, silentLogger);
  return entries.length;
}

it('has counted every request that the server saw, however often it was killed', async () => {
  let requests = 0;
  for (let round = 0; round < KILLS; round += 1) {
    let child: ChildProcess | null = null;
    let isKilled = false;
    const killAfter = 1 + (round % 5);
    let inRound = 0;
    const ended = new Promise<void>((resolve) => {
      server.always((request, response) => {
        requests += 1;
        inRound += 1;
        if (child !== null && inRound === killAfter && !isKilled) {
          isKilled = true;
          // Before the answer, with it, or some time after it: while the next one is on its way.
          const delayMs = round % 3 === 0 ? null : (round % 4) * 35;
          if (delayMs === null) {
            child.kill('SIGKILL');
          } else {
            json(PAGE)(request, response);
            systemClock.setTimer(delayMs, () => child?.kill('SIGKILL'));
          }
          child.once('close', () => resolve());
          return;
        }
        json(PAGE)(request, response);
      });
    });
    child = start();
    await ended;
    const stored = storedRequests();
    expect(stored).toBeGreaterThanOrEqual(requests);
    // Two may have been about to leave; more are not counted for nothing.
    expect(stored).toBeLessThanOrEqual(requests + 2 * (round + 1));
  }
  expect(requests).toBeGreaterThan(2 * KILLS);
}, 120_000);

it('does not ask again after it was killed during a block', async () => {
  server.always(
    json({ error: { status: 429, message: 'Blocked', reason: 'QUOTA_EXCEEDED' } }, 429, {
      'retry-after': '46800',
    }),
  );
  const first = start();
  await said(first, 'quota-exhausted');
  await kill(first);
  const asked = server.seen.length;
  expect(asked).toBeGreaterThan(0);
  for (let restart = 0; restart < 3; restart += 1) {
    const next = start();
    await said(next, 'quota-exhausted');
    await kill(next);
  }
  expect(server.seen).toHaveLength(asked);
}, 60_000);
