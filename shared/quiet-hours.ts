import type { DesktopSettings } from './desktop-settings.ts';

const MINUTES_A_DAY = 24 * 60;

/** When nothing is shown. The same time twice is the whole day. */
export type QuietHours = Pick<DesktopSettings, 'quietHours' | 'quietFromMinute' | 'quietToMinute'>;

/** How many minutes the quiet hours last on a day of 24 hours: from 1 to 1,440. */
export function quietMinutes({
  quietFromMinute,
  quietToMinute,
}: Pick<QuietHours, 'quietFromMinute' | 'quietToMinute'>): number {
  return minutesUntil(quietFromMinute, quietToMinute) || MINUTES_A_DAY;
}

/**
 * Whether it is quiet. What counts is the clock on the wall: where it is set forward over the end,
 * they are over, and where it is set back behind it, they are on again.
 *
 * @param minuteOfDay minutes after midnight on the clock on the wall
 */
export function isQuiet(quiet: QuietHours, minuteOfDay: number): boolean {
  return quiet.quietHours && minutesUntil(quiet.quietFromMinute, minuteOfDay) < quietMinutes(quiet);
}

/**
 * Minutes until the quiet hours end, by a clock that nobody sets: from 1 on. Null where they never
 * do; only to be asked while it is quiet.
 */
export function minutesOfQuietLeft(quiet: QuietHours, minuteOfDay: number): number | null {
  return quietMinutes(quiet) === MINUTES_A_DAY
    ? null
    : minutesUntil(minuteOfDay, quiet.quietToMinute);
}

/** From one minute of the day to another, forwards: 0 to 1,439. */
function minutesUntil(from: number, to: number): number {
  return (to - from + MINUTES_A_DAY) % MINUTES_A_DAY;
}
