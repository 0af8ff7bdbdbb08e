import { expect, test } from 'vitest';
import { acquirePatiently } from '../../../../electron/session/acquire-patiently.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { ScriptedLock } from './harness/scripted-lock.ts';

const never = new AbortController().signal;

test('a free lock is taken at once', async () => {
  const clock = new ManualClock();
  const lock = new ScriptedLock();
  const held = await acquirePatiently(lock, clock, never, 90_000);
  expect(lock.isHeld).toBe(true);
  held?.release();
  expect(lock.isHeld).toBe(false);
  expect(clock.pendingCount).toBe(0);
});

test('a lock that becomes free is taken within a quarter of a second', async () => {
  const clock = new ManualClock();
  const lock = new ScriptedLock();
  lock.isTakenByOther = true;
  const acquired = acquirePatiently(lock, clock, never, 90_000);
  await clock.advance(10_000);
  lock.isTakenByOther = false;
  expect(lock.isHeld).toBe(false);
  await clock.advance(250);
  expect(await acquired).not.toBeNull();
  expect(clock.pendingCount).toBe(0);
});

test('patience ends after 90 s, though the wall clock may jump meanwhile', async () => {
  const clock = new ManualClock();
  const lock = new ScriptedLock();
  lock.isTakenByOther = true;
  let isOver = false;
  const acquired = acquirePatiently(lock, clock, never, 90_000).finally(() => {
    isOver = true;
  });
  clock.jump(48 * 3_600_000);
  await clock.advance(80_000);
  clock.jump(-24 * 3_600_000);
  await clock.advance(9_000);
  expect(isOver).toBe(false);
  await clock.advance(1_250);
  expect(await acquired).toBeNull();
  expect(clock.pendingCount).toBe(0);
});

test('closing ends the wait at once', async () => {
  const clock = new ManualClock();
  const lock = new ScriptedLock();
  lock.isTakenByOther = true;
  const closing = new AbortController();
  const acquired = acquirePatiently(lock, clock, closing.signal, 90_000);
  await clock.advance(1_000);
  closing.abort();
  expect(await acquired).toBeNull();
  expect(clock.pendingCount).toBe(0);
});

test('a lock that does not work says so', async () => {
  const clock = new ManualClock();
  const lock = new ScriptedLock();
  lock.failure = new Error('The disk is full');
  await expect(acquirePatiently(lock, clock, never, 90_000)).rejects.toThrow('The disk is full');
  expect(clock.pendingCount).toBe(0);
});
