import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { referenceLibrary } from './reference-library.ts';
import { requestsByDay } from './requests-by-day.ts';
import { plainRow } from './row.ts';
import { type SampleWatch, startSampleWatch } from './sample-watch.ts';

const DAY_MS = 24 * 3_600_000;
/** After the day of the first pass; the reference library is read from end to end on one of three. */
const IDLE_DAYS = 3;
const BUDGET_PER_DAY = 300;
/** The gate's spacing is shorter. Limits of an exchange are longer: they must not run out meanwhile. */
const LONGEST_WAIT_MS = 1_000;

/** Requests a day once the library is known and nothing in it changes, on a clock that is wound on. */
export const idleDays: Measurement = {
  ids: ['idle-day-requests', 'idle-day-requests-mean'],
  async measure({ workFolder }: BenchSurroundings) {
    const folder = join(workFolder, 'idle-days');
    await mkdir(folder, { recursive: true });
    const clock = new ManualClock();
    const watch = await settled(
      clock,
      startSampleWatch(referenceLibrary, folder, wholeMilliseconds(clock)),
    );
    try {
      const startMs = clock.nowMs() + DAY_MS;
      await letPass(clock, watch, startMs + IDLE_DAYS * DAY_MS);
      const days = requestsByDay(watch.service.requests, startMs, IDLE_DAYS);
      const mean = days.reduce((sum, count) => sum + count, 0) / days.length;
      const busiest = Math.max(...days);
      return [
        {
          ...plainRow({
            id: 'idle-day-requests',
            value: busiest,
            unit: 'requests',
            budget: BUDGET_PER_DAY,
          }),
          note: `The busiest of ${IDLE_DAYS} idle days, which had ${days.join(', ')} requests.`,
        },
        plainRow({
          id: 'idle-day-requests-mean',
          value: mean,
          unit: 'requests',
          budget: BUDGET_PER_DAY,
        }),
      ];
    } finally {
      await settled(clock, watch.close());
    }
  },
};

/** Moments are whole milliseconds, as the machine's are, though a refresh is due at any fraction. */
function wholeMilliseconds(clock: Clock): Clock {
  return {
    nowMs: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    setTimer: (delayMs, run) => clock.setTimer(Math.ceil(delayMs), run),
  };
}

/** Winds the clock on to a time. Requests take the time they take, and none of the clock's. */
async function letPass(clock: ManualClock, watch: SampleWatch, untilMs: number): Promise<void> {
  while (clock.nowMs() < untilMs) {
    const leftMs = untilMs - clock.nowMs();
    const dueInMs = Math.min(clock.nextDueInMs ?? leftMs, leftMs);
    await clock.advance(dueInMs > LONGEST_WAIT_MS && (await watch.isBusy()) ? 0 : dueInMs);
  }
}

/** Winds the clock on as far as needed for this to settle. */
async function settled<T>(clock: ManualClock, promise: Promise<T>): Promise<T> {
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
