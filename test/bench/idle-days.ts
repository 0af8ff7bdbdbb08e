import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ManualClock } from '../doubles/manual-clock.ts';
import { letPass, settled, wholeMilliseconds } from '../harness/wound-clock.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { referenceLibrary } from './reference-library.ts';
import { requestsByDay } from './requests-by-day.ts';
import { plainRow } from './row.ts';
import { startSampleWatch } from './sample-watch.ts';

const DAY_MS = 24 * 3_600_000;
/** After the day of the first pass; the reference library is read from end to end on one of three. */
const IDLE_DAYS = 3;
const BUDGET_PER_DAY = 300;

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
      await letPass(clock, () => watch.isBusy(), startMs + IDLE_DAYS * DAY_MS);
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
