import { join } from 'node:path';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { median } from './median.ts';
import { type ProgramStarter, startProgram } from './program.ts';
import { ratioRow } from './row.ts';

const runs = 9;

async function startMs(starter: ProgramStarter, profile: string): Promise<number> {
  const program = startProgram(starter, ['--hidden', `--user-data-dir=${profile}`]);
  try {
    return (await program.mark('tray-shown')) - program.startedAtMs;
  } finally {
    await program.end();
  }
}

/** From the start of the process to the tray icon; both programs by turns, so that they share the machine's moods. */
export const startToTray: Measurement = {
  ids: ['start-to-tray'],
  async measure({ cratewatch, bare, workFolder }: BenchSurroundings) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const bareMs = await startMs(bare, join(workFolder, 'bare-start'));
      const ourMs = await startMs(cratewatch, join(workFolder, 'start'));
      // The first start of each makes its profile and warms the disk cache.
      if (run === 0) continue;
      theirs.push(bareMs);
      ours.push(ourMs);
    }
    return [
      ratioRow({
        id: 'start-to-tray',
        value: median(ours),
        unit: 'ms',
        baseline: median(theirs),
        budget: 1.3,
      }),
    ];
  },
};
