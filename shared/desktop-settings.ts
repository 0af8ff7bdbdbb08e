import { z } from 'zod';
import { MINUTE_OF_DAY_BOUNDS } from './desktop-bounds.ts';

/** Minutes after midnight on the clock on the wall, which may be set forward or back. */
const minuteOfDay = z.number().int().min(MINUTE_OF_DAY_BOUNDS.min).max(MINUTE_OF_DAY_BOUNDS.max);

/** What can be set about how Cratewatch behaves on the desktop, without any window. */
export const desktopSettingsSchema = z.object({
  /** One summary of what each check found. */
  notifyOfChanges: z.boolean(),
  /** That the watch stands still until the user does something. */
  notifyOfTrouble: z.boolean(),
  /** That the six months of a sign-in are nearly over (facts §1). */
  notifyOfRenewal: z.boolean(),
  /** Whether notifications wait until the quiet hours are over. */
  quietHours: z.boolean(),
  /** The quiet hours; they go over midnight where the end is before the beginning. */
  quietFromMinute: minuteOfDay,
  quietToMinute: minuteOfDay,
  /** Whether checks are rarer while the machine runs on its battery. */
  checkLessOnBattery: z.boolean(),
  /** Whether newer versions are looked for. Nothing is ever installed by itself. */
  lookForUpdates: z.boolean(),
});
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;
