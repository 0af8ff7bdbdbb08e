import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { treeCpuSeconds } from './process-tree.ts';
import { startProgram } from './program.ts';
import { plainRow } from './row.ts';

const settleMs = 20_000;
const watchMs = 600_000;

/** Share of one core that the process tree uses while it sits in the tray, over ten minutes. */
export const idleCpu: Measurement = {
  ids: ['idle-cpu'],
  onlyWhenAsked: true,
  async measure({ cratewatch, workFolder }: BenchSurroundings) {
    const profile = `--user-data-dir=${join(workFolder, 'idle')}`;
    const program = startProgram(cratewatch, ['--hidden', profile]);
    try {
      await program.mark('tray-shown');
      await delay(settleMs);
      const before = treeCpuSeconds(program.pid);
      await delay(watchMs);
      const percent = ((treeCpuSeconds(program.pid) - before) / (watchMs / 1_000)) * 100;
      return [plainRow({ id: 'idle-cpu', value: percent, unit: '%', budget: 0.3 })];
    } finally {
      await program.end();
    }
  },
};
