import type { Clock } from '../../shared/clock.ts';
import type { ManualClock } from '../doubles/manual-clock.ts';

/** The gate's spacing is shorter. Limits of an exchange are longer: they must not run out meanwhile. */
const LONGEST_WAIT_MS = 1_000;

/** Moments are whole milliseconds, as the machine's are, though a refresh is due at any fraction. */
export function wholeMilliseconds(clock: Clock): Clock {
  return {
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    setTimer: (delayMs, run) => clock.setTimer(Math.ceil(delayMs), run),
  };
}

/**
 * Winds the clock on to a time. Requests take the time they take, and none of the clock's.
 *
 * @param isBusy whether requests are on their way
 */
export async function letPass(
  clock: ManualClock,
  isBusy: () => Promise<boolean>,
  untilMs: number,
): Promise<void> {
  while (clock.nowMs() < untilMs) {
    const leftMs = untilMs - clock.nowMs();
    const dueInMs = Math.min(clock.nextDueInMs ?? leftMs, leftMs);
    await clock.advance(dueInMs > LONGEST_WAIT_MS && (await isBusy()) ? 0 : dueInMs);
  }
}

/** Winds the clock on as far as needed for this to settle. */
export async function settled<T>(clock: ManualClock, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const note = () => {
    isSettled = true;
  };
  promise.then(note, note);
  while (!isSettled) {
    const dueInMs = clock.nextDueInMs;
    await clock.advance(dueInMs !== null && dueInMs <= LONGEST_WAIT_MS ? dueInMs : 0);
  }
  return promise;
}
