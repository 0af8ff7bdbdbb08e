/** The last millisecond of the year 9999. */
const LATEST_MS = 253_402_300_799_999;

/** Whether a column holds a time, or a length of time, that can be one: 1970 to 9999. */
export function isTimeMs(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST_MS;
}

/** The same in SQL: anything else is NULL. An integer beyond 2^53 could not even be read. */
export function plausibleTime(column: string): string {
  return `CASE WHEN typeof(${column}) = 'integer' AND ${column} BETWEEN 0 AND ${LATEST_MS}
    THEN ${column} END AS ${column}`;
}

export function timeOr(value: unknown, otherwise: number): number {
  return isTimeMs(value) ? value : otherwise;
}
