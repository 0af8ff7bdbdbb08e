/** Life of a refresh token, counted from the user's consent (facts §1). */
const LIFE_MONTHS = 6;

/**
 * Six calendar months later in UTC, at the same time of day. Where that month has no such day, its
 * last day counts: 31 August → 28 or 29 February.
 */
export function renewBeforeMs(authorizedAtMs: number): number {
  const from = new Date(authorizedAtMs);
  const lastDay = new Date(
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + LIFE_MONTHS + 1, 0),
  ).getUTCDate();
  return Date.UTC(
    from.getUTCFullYear(),
    from.getUTCMonth() + LIFE_MONTHS,
    Math.min(from.getUTCDate(), lastDay),
    from.getUTCHours(),
    from.getUTCMinutes(),
    from.getUTCSeconds(),
    from.getUTCMilliseconds(),
  );
}
