/**
 * The same day and time `months` later, in UTC. Where that month is shorter, its last day: six
 * months after 31 August is the last of February.
 */
export function addCalendarMonths(ms: number, months: number): number {
  const moment = new Date(ms);
  const month = moment.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(moment.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(moment.getUTCDate(), lastDay);
  const timeOfDayMs =
    ms - Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
  return Date.UTC(moment.getUTCFullYear(), month, day) + timeOfDayMs;
}
