import { afterEach, beforeEach, expect, it } from 'vitest';
import { Monitor } from '../../../../electron/library/monitor.ts';
import { StatusReader } from '../../../../electron/library/status-reader.ts';
import { createRepositories } from '../../../../electron/storage/repositories.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase } from '../../../doubles/watched-library.ts';

let api: FakeSpotifyApi;
let monitor: Monitor;

beforeEach(async () => {
  const clock = new ManualClock();
  api = new FakeSpotifyApi();
  const repositories = createRepositories(memoryDatabase());
  const dayStart = (atMs: number) => atMs - (atMs % 86_400_000);
  monitor = new Monitor({
    clock,
    random: () => 0,
    logger: silentLogger,
    api,
    repositories,
    status: new StatusReader(repositories, clock, dayStart),
    intervalMinutes: () => 60,
    availabilityDays: () => 14,
    yieldToEventLoop: () => Promise.resolve(),
  });
  monitor.watch(repositories.accounts.open(api.accountKey, 'Me'), { isVerified: true });
  await checked();
});
afterEach(() => monitor.unwatch());

/** The kind of the outcome of a check by hand. */
async function checked(): Promise<string> {
  const start = monitor.checkNow();
  return start.kind === 'not-now' ? start.kind : (await start.outcome).kind;
}

it('a check that starts beside work that keeps others from writing waits for its end', async () => {
  let end = (): void => undefined;
  const work = monitor.undisturbed(
    () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  );
  const before = api.requests;
  const check = checked();
  await new Promise(setImmediate);
  expect(api.requests).toBe(before);
  end();
  await work;
  expect(await check).toBe('done');
  expect(api.requests).toBeGreaterThan(before);
});

it('such work waits for the check that runs', async () => {
  const before = api.requests;
  const check = checked();
  let during = before;
  await monitor.undisturbed(async () => {
    during = api.requests;
  });
  await check;
  expect(during).toBeGreaterThan(before);
  expect(api.requests).toBe(during);
});

it('work that fails says so to whoever asked for it, and checks go on', async () => {
  const work = monitor.undisturbed(() => Promise.reject(new Error('The disk is full.')));
  await expect(work).rejects.toThrow('The disk is full.');
  expect(await checked()).toBe('done');
});

it('a check is told of as such from its first moment on', async () => {
  const told: string[] = [];
  monitor.changed.subscribe(({ monitor: { kind } }) => told.push(kind));
  await checked();
  expect(told[0]).toBe('checking');
});
