import { expect, test } from 'vitest';
import { SetBackWatch } from '../../../../electron/session/set-back-watch.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const HOUR_MS = 3_600_000;

test('time that passes, a sleep and a clock set forward are no news', async () => {
  const clock = new ManualClock();
  const watch = new SetBackWatch(clock);
  await clock.advance(HOUR_MS);
  expect(watch.look()).toBe(0);
  clock.jump(8 * HOUR_MS);
  expect(watch.look()).toBe(0);
});

test('a clock that was set back is told once, with how far', async () => {
  const clock = new ManualClock();
  const watch = new SetBackWatch(clock);
  clock.jump(-HOUR_MS);
  await clock.advance(60_000);
  expect(watch.look()).toBe(HOUR_MS);
  expect(watch.look()).toBe(0);
});

test('a sleep before does not hide it', () => {
  const clock = new ManualClock();
  const watch = new SetBackWatch(clock);
  clock.jump(8 * HOUR_MS);
  watch.look();
  clock.jump(-HOUR_MS);
  expect(watch.look()).toBe(HOUR_MS);
});

test('steps of less than a second are told together when they come to one', () => {
  const clock = new ManualClock();
  const watch = new SetBackWatch(clock);
  const told = [600, 300, 200].map((byMs) => {
    clock.jump(-byMs);
    return watch.look();
  });
  expect(told).toEqual([0, 0, 1_100]);
});
