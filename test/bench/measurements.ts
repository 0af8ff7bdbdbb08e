import { databaseAfterAYear } from './database-after-a-year.ts';
import { growth } from './growth.ts';
import { idleCpu } from './idle-cpu.ts';
import { idleDays } from './idle-days.ts';
import { libraryWindows } from './library-windows.ts';
import { longestBlock } from './longest-block.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { packageSize } from './package-size.ts';
import { rendererBundle } from './renderer-bundle.ts';
import { reopenWindow } from './reopen-window.ts';
import { requests } from './requests.ts';
import { rowsWritten } from './rows-written.ts';
import { scrollFrame } from './scroll-frame.ts';
import { sideBySide } from './side-by-side.ts';
import { startToTray } from './start-to-tray.ts';
import { thirtyDays } from './thirty-days.ts';

/** Everything `npm run bench` measures, in this order. */
export const measurements: readonly Measurement[] = [
  startToTray,
  ...memory,
  reopenWindow,
  requests,
  idleDays,
  longestBlock,
  rowsWritten,
  ...growth,
  databaseAfterAYear,
  libraryWindows,
  scrollFrame,
  rendererBundle,
  packageSize,
  thirtyDays,
  sideBySide,
  idleCpu,
];
