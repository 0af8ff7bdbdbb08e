import { expect, test } from 'vitest';
import { withinLimit } from '../../../../electron/session/time-limit.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

test('what is done in time gives its value and leaves no timer', async () => {
  const clock = new ManualClock();
  const result = await withinLimit(Promise.resolve(7), clock, 1_000);
  expect(result).toEqual({ kind: 'in-time', value: 7 });
  expect(clock.pendingCount).toBe(0);
});

test('what takes longer is late', async () => {
  const clock = new ManualClock();
  const result = withinLimit(new Promise(() => undefined), clock, 1_000);
  await clock.advance(1_000);
  expect(await result).toEqual({ kind: 'late' });
});

test('an error is passed on and leaves no timer', async () => {
  const clock = new ManualClock();
  await expect(withinLimit(Promise.reject(new Error('no')), clock, 1_000)).rejects.toThrow('no');
  await clock.advance(0);
  expect(clock.pendingCount).toBe(0);
});

test('what is given up is late at once and leaves no timer', async () => {
  const clock = new ManualClock();
  const giveUp = new AbortController();
  const result = withinLimit(new Promise(() => undefined), clock, 1_000, giveUp.signal);
  giveUp.abort();
  expect(await result).toEqual({ kind: 'late' });
  expect(clock.pendingCount).toBe(0);
});

test('what was given up before it began is late at once', async () => {
  const clock = new ManualClock();
  const work = new Promise(() => undefined);
  expect(await withinLimit(work, clock, 1_000, AbortSignal.abort())).toEqual({ kind: 'late' });
  expect(clock.pendingCount).toBe(0);
});
