const DAY_MS = 24 * 3_600_000;

/**
 * The time before which history is not kept: so many calendar months ago in UTC, at the same time of
 * day. Where that month has no such day, its last day counts.
 */
export function retentionCutMs(nowMs: number, months: number): number {
  const now = new Date(nowMs);
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth() - months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(now.getUTCDate(), lastDay);
  return Date.UTC(year, month, day) + (nowMs - Date.UTC(year, now.getUTCMonth(), now.getUTCDate()));
}

/**
 * Whether history has to be deleted: once a day, and at once where the user wants less of it kept.
 *
 * @param historyFromMs - up to when it was deleted; null: never yet
 */
export function isRetentionDue(cutMs: number, historyFromMs: number | null): boolean {
  return historyFromMs === null || cutMs - historyFromMs >= DAY_MS;
}
