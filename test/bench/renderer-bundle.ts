import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../scripts/project-root.ts';
import type { Measurement } from './measurement.ts';
import { plainRow } from './row.ts';

const FOLDER = join(projectRoot, 'out', 'renderer');
/** About what opens in 300 ms; a dependency that slips in would be seen. */
const BUDGET_KB = 300;

/** Size of what the window loads, compressed: it grows with every dependency that slips in. */
export const rendererBundle: Measurement = {
  ids: ['renderer-bundle'],
  async measure() {
    const page = await readFile(join(FOLDER, 'index.html'), 'utf8');
    let allBytes = 0;
    let firstBytes = 0;
    for await (const path of glob('assets/*.{js,css}', { cwd: FOLDER })) {
      const bytes = gzipSync(await readFile(join(FOLDER, path))).length;
      allBytes += bytes;
      if (page.includes(path)) firstBytes += bytes;
    }
    return [
      {
        ...plainRow({
          id: 'renderer-bundle',
          value: allBytes / 1_000,
          unit: 'kB',
          budget: BUDGET_KB,
        }),
        note: `${(firstBytes / 1_000).toFixed(0)} kB of it are loaded before the first content.`,
      },
    ];
  },
};
