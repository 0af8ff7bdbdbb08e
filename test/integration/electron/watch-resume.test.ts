import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onPowerEvents, type PowerSource } from '../../../electron/desktop/power-events.ts';
import type { Watch } from '../../../electron/watch.ts';
import { checked, until, WatchBench } from './harness/watch-bench.ts';

let bench: WatchBench;
let watch: Watch;

beforeEach(async () => {
  bench = await WatchBench.start();
  watch = await bench.watchSignedIn();
});
afterEach(() => bench.close());

/** The machine wakes up, its screen is unlocked and its network comes back, all at once. */
function wakeUp(): void {
  const source = new EventEmitter() as EventEmitter & PowerSource;
  const stop = onPowerEvents(source, () => watch.retry('system'));
  source.emit('resume');
  source.emit('unlock-screen');
  watch.retry('system');
  source.emit('resume');
  stop();
}

const firstPages = () =>
  bench.service.requests.filter(
    ({ path, query }) => path === '/v1/me/tracks' && query.includes('offset=0'),
  ).length;

test('a wake-up makes up for what is overdue once, with one new access token', async () => {
  const [tokensBefore, pagesBefore] = [bench.requests('/api/token'), firstPages()];
  const { lastCheckAtMs } = await watch.library.status();
  // A night: the access token is too old, and several checks were due.
  bench.sleptMs = 8 * 3_600_000;

  wakeUp();

  let last = lastCheckAtMs;
  const stopLooking = watch.library.statusChanged.subscribe((status) => {
    last = status.lastCheckAtMs;
  });
  await until(watch, () => last !== lastCheckAtMs && watch.session.state.kind === 'active');
  // What a second wake-up would still have in hand goes before this check does.
  await checked(watch);
  stopLooking();
  expect(firstPages() - pagesBefore).toBe(2);
  expect(bench.requests('/api/token') - tokensBefore).toBe(1);
});

test('a wake-up with nothing overdue asks Spotify nothing', async () => {
  const before = bench.service.requests.length;
  wakeUp();
  await watch.session.getAccessToken();
  await watch.library.status();
  expect(bench.service.requests).toHaveLength(before);
});
