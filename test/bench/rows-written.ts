import { join } from 'node:path';
import { runUnderElectron } from './long-lists/run-under-electron.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';

const ITEMS = 100_000;
const ROWS_A_SECOND = 100_000;
const RUNS = 3;

/** How fast the monitor takes in pages and closes a list, in rows of its tables. */
export const rowsWritten: Measurement = {
  ids: ['rows-written'],
  async measure({ cratewatch, workFolder }: BenchSurroundings) {
    const rates: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const report = await runUnderElectron(cratewatch.executablePath, {
        kind: 'writing',
        items: ITEMS,
        folder: join(workFolder, `rows-written-${run}`),
      });
      if (report.kind === 'writing') rates.push(Math.round(report.rows / report.seconds));
    }
    const value = Math.max(...rates);
    return [
      {
        id: 'rows-written',
        value,
        unit: 'rows/s',
        budget: ROWS_A_SECOND,
        atLeast: true,
        ok: value >= ROWS_A_SECOND,
        note:
          `Each of ${ITEMS} tracks is three rows with ten ` +
          `index entries, in transactions of 50 and 500, each of them written through to the disk. ` +
          `Runs: ${rates.join(', ')}.`,
      },
    ];
  },
};
