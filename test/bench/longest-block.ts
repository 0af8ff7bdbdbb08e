import { join } from 'node:path';
import type { LongListReport } from './long-lists/messages.ts';
import { runUnderElectron } from './long-lists/run-under-electron.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { plainRow } from './row.ts';

const ITEMS = 100_000;
const RUNS = 3;

type Pass = Extract<LongListReport, { kind: 'checks' }>['firstPass'];

/**
 * The longest single turn of the event loop in a first pass over 100,000 items: the monitor with its
 * database in Electron's own Node, over pages that are made up on the spot. Of several passes the
 * best one, because what the machine does meanwhile only ever makes a turn longer.
 */
export const longestBlock: Measurement = {
  ids: ['longest-block'],
  async measure({ cratewatch, workFolder }: BenchSurroundings) {
    const passes: Pass[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const report = await runUnderElectron(cratewatch.executablePath, {
        kind: 'checks',
        items: ITEMS,
        folder: join(workFolder, `longest-block-${run}`),
      });
      if (report.kind === 'checks') passes.push(report.firstPass);
    }
    const list = (of: (pass: Pass) => number) =>
      passes.map((pass) => of(pass).toFixed(1)).join(', ');
    return [
      {
        ...plainRow({
          id: 'longest-block',
          value: Math.min(...passes.map(({ longestMs }) => longestMs)),
          unit: 'ms',
          budget: 50,
        }),
        note:
          `Of ${RUNS} passes, without the time for which the machine ran something else: ` +
          `${list(({ longestMs }) => longestMs)} ms; by the clock on the wall: ` +
          `${list(({ longestOnTheWallMs }) => longestOnTheWallMs)} ms; by the histogram of the ` +
          `event loop's delay: ${list(({ longestDelayMs }) => longestDelayMs)} ms.`,
      },
    ];
  },
};
