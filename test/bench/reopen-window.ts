import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ElectronApplication } from '@playwright/test';
import { driveProgram } from './driven-program.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { median } from './median.ts';
import { plainRow } from './row.ts';

const runs = 9;

/** Resolves with the time of the next `window-content` mark. */
function contentMark(app: ElectronApplication): () => Promise<number> {
  const waiting: ((timeMs: number) => void)[] = [];
  const { stdout } = app.process();
  if (stdout !== null) {
    createInterface({ input: stdout }).on('line', (line) => {
      const timeMs = /^mark window-content (\S+)$/.exec(line)?.[1];
      if (timeMs !== undefined) waiting.shift()?.(Number(timeMs));
    });
  }
  return () => new Promise((resolve) => waiting.push(resolve));
}

function closeWindows(app: ElectronApplication): Promise<void> {
  return app.evaluate(async ({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      await new Promise<void>((resolve) => {
        window.once('closed', () => resolve());
        window.close();
      });
    }
  });
}

/** Asks for the window as a second start of the app does, and returns when that was. */
function askForWindow(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electronApp }) => {
    const askedAtMs = performance.timeOrigin + performance.now();
    electronApp.emit('second-instance', {}, [], '', {});
    return askedAtMs;
  });
}

/** From the wish for a window to its first content, in a process that has shown one before. */
export const reopenWindow: Measurement = {
  ids: ['reopen-window'],
  async measure({ cratewatch, workFolder }: BenchSurroundings) {
    const app = await driveProgram(cratewatch, [`--user-data-dir=${join(workFolder, 'reopen')}`]);
    try {
      const nextContent = contentMark(app);
      await nextContent();
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        await closeWindows(app);
        const shown = nextContent();
        const askedAtMs = await askForWindow(app);
        times.push((await shown) - askedAtMs);
      }
      return [plainRow({ id: 'reopen-window', value: median(times), unit: 'ms', budget: 400 })];
    } finally {
      await app.close();
    }
  },
};
