import { databaseAfterAYear } from './database-after-a-year.ts';
import { idleCpu } from './idle-cpu.ts';
import { idleDays } from './idle-days.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { reopenWindow } from './reopen-window.ts';
import { requests } from './requests.ts';
import { sideBySide } from './side-by-side.ts';
import { startToTray } from './start-to-tray.ts';

/** Everything `npm run bench` measures, in this order. */
export const measurements: readonly Measurement[] = [
  startToTray,
  ...memory,
  reopenWindow,
  requests,
  idleDays,
  databaseAfterAYear,
  sideBySide,
  idleCpu,
];
