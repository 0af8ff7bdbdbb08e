import { restTimerMs } from '../shared/rest-timer.ts';

/**
 * In how many milliseconds what the tray says is to be said anew, though nothing has happened: at
 * midnight "tomorrow at 08:00" becomes "08:00". A machine that travels, or whose clock is set, tells
 * nobody; so the tray looks now and then.
 *
 * @param nowMs wall-clock time in milliseconds since the Unix epoch
 */
export function nextTrayLookInMs(nowMs: number): number {
  const midnightMs = new Date(nowMs).setHours(24, 0, 0, 0);
  return restTimerMs(midnightMs - nowMs);
}
