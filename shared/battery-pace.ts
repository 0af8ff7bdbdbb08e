const TIMES_ON_BATTERY = 3;
/** Beyond a day, what changed twice in between would be lost to the history too often. */
const LONGEST_MINUTES = 1_440;

/**
 * The minutes between two checks while the computer runs on its battery: three times as many as
 * chosen, but for that alone never more than a day.
 */
export function minutesOnBattery(chosenMinutes: number): number {
  return Math.max(chosenMinutes, Math.min(chosenMinutes * TIMES_ON_BATTERY, LONGEST_MINUTES));
}
