import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultAction } from '../../../electron/sample-service/faults/fault.ts';
import { runUnattended, type UnattendedResult } from '../../../electron/unattended-run.ts';
import type { Watch } from '../../../electron/watch.ts';
import { BY_BROWSER, WatchBench } from './harness/watch-bench.ts';

const FORMAT = { locale: 'en-GB', timeZone: 'UTC' };

let bench: WatchBench;

beforeEach(async () => {
  bench = await WatchBench.start();
});
afterEach(() => bench.close());

/** As compose does it: starts the watch of a new process and runs once. */
async function run(afterFirstCheck: (() => void) | null = null): Promise<UnattendedResult> {
  const watch = bench.watch();
  await watch.start();
  return await runUnattended(watch, bench.clock, FORMAT, afterFirstCheck);
}

/** A first sign-in that the run begins with, before the account is known. */
async function runAfterSignIn(): Promise<UnattendedResult> {
  const watch: Watch = bench.watch();
  await watch.signIn(bench.service.clientId, BY_BROWSER);
  return await runUnattended(watch, bench.clock, FORMAT, null);
}

async function signedInBefore(): Promise<void> {
  await bench.closeWatch(await bench.watchSignedIn());
}

function always(path: RegExp, action: FaultAction): void {
  bench.service.faults.add({ match: { path, times: Number.POSITIVE_INFINITY }, action });
}

describe('a run without a user', () => {
  test('that did its check sums it up', async () => {
    await signedInBefore();
    bench.service.library.saveTrack();
    const result = await run();
    expect(result.exitCode).toBe(0);
    expect(result.line).toMatch(/^Synced \d+ items in \d+ requests, 1 changes, \d+\.\d s$/);
  });

  test('counts every request of its check, the question whose library it is among them', async () => {
    await signedInBefore();
    const before = bench.service.requests.length;
    const { line } = await run();
    const requests = bench.service.requests.length - before;
    expect(line).toContain(`in ${requests} requests`);
  });

  test('of a sample library checks twice and tells the changes between', async () => {
    await signedInBefore();
    let asked = 0;
    const result = await run(() => {
      asked += 1;
      bench.service.library.saveTrack();
    });
    expect(asked).toBe(1);
    expect(result.line).toMatch(/, 1 changes, /);
  });

  test('without a session ends as "sign-in needed"', async () => {
    expect(await run()).toEqual({ exitCode: 2, line: expect.stringContaining('Not signed in') });
  });

  test('with a keychain that is locked ends as "sign-in needed"', async () => {
    await signedInBefore();
    bench.cache(bench.service.clientId).locked = true;
    expect(await run()).toMatchObject({ exitCode: 2, line: expect.stringMatching(/keychain/i) });
  });

  test('with a keychain that shows a prompt nobody answers ends as "sign-in needed"', async () => {
    await signedInBefore();
    bench.cache(bench.service.clientId).gate = new Promise(() => undefined);
    expect(await run()).toMatchObject({ exitCode: 2, line: expect.stringMatching(/keychain/i) });
  });

  test('with a session that was revoked ends as "sign-in needed"', async () => {
    await signedInBefore();
    bench.service.revokeAccessTokens();
    bench.service.revokeRefreshTokens();
    expect(await run()).toMatchObject({ exitCode: 2 });
  });

  test('under the daily quota ends as "waiting" and says until when', async () => {
    await signedInBefore();
    always(/^\/v1\//, { kind: 'quota', retryAfterSeconds: 48_925 });
    const result = await run();
    expect(result).toMatchObject({ exitCode: 3, line: expect.stringMatching(/quota/i) });
    expect(result.line).toMatch(/\d{1,2}:\d{2}/);
    // The wait is kept: the next run asks nothing at all.
    const before = bench.service.requests.length;
    expect(await run()).toMatchObject({ exitCode: 3 });
    expect(bench.service.requests.length).toBe(before);
  });

  test('that meets a service in trouble ends as "waiting"', async () => {
    await signedInBefore();
    always(/^\/v1\//, { kind: 'html', status: 503 });
    expect(await run()).toMatchObject({ exitCode: 3 });
  });

  test('without a way to Spotify ends as "offline"', async () => {
    await signedInBefore();
    always(/^\//, { kind: 'reset' });
    expect(await run()).toMatchObject({
      exitCode: 4,
      line: expect.stringContaining('cannot be reached'),
    });
  });

  test('by somebody who is not on the app’s list ends as "sign-in needed"', async () => {
    bench.service.behaviour.allowListed = false;
    expect(await runAfterSignIn()).toMatchObject({ exitCode: 2 });
  });

  test('that cannot find out whose library it is ends all the same', async () => {
    always(/^\/v1\/me$/, { kind: 'answer', status: 404, body: 'Not here' });
    expect(await runAfterSignIn()).toMatchObject({ exitCode: 3 });
  });

  test('without a database ends as failed and asks Spotify for nothing but the account', async () => {
    mkdirSync(bench.databasePath);
    const result = await runAfterSignIn();
    expect(result).toMatchObject({ exitCode: 1, line: expect.stringMatching(/library file/) });
    const asked = bench.service.requests.filter(({ path }) => path.startsWith('/v1/'));
    expect(asked.map(({ path }) => path)).toEqual(['/v1/me']);
  });
});
