const DAY_MS = 24 * 3_600_000;
const ROWS_A_PAGE = 50;
/** A playlist shows as many with its first answer (facts §2). */
const ROWS_IN_FIRST_ANSWER = 100;

/**
 * The time in which the rotation comes round. A day less than the days that are promised, for a
 * machine that is off now and then and for an interval of a day between two checks.
 */
export function roundMsOf(availabilityDays: number): number {
  return (availabilityDays - 1) * DAY_MS;
}

/** Requests that one round takes in a list. */
export function rotationPages(list: { readonly kind: string; readonly rowCount: number }): number {
  const { kind, rowCount } = list;
  return kind === 'playlist'
    ? 1 + Math.max(0, Math.ceil((rowCount - ROWS_IN_FIRST_ANSWER) / ROWS_A_PAGE))
    : Math.ceil(rowCount / ROWS_A_PAGE);
}

export interface RotationShareInput {
  readonly nowMs: number;
  /** Up to when the rotation has looked at as much as it owes; null before it began. */
  readonly paidUntilMs: number | null;
  /** The time that a whole round may take; above 0. */
  readonly roundMs: number;
  /** Requests that a whole round takes. */
  readonly pagesInAll: number;
  readonly intervalMs: number;
  readonly requestsACheck: number;
  /** Requests that the monitor may make in a day. */
  readonly usablePerDay: number;
  /** Requests that are left now, beyond what light checks will need: see `spareRequests`. */
  readonly spare: number;
}

/**
 * How many pages the rotation looks at in one check. It owes as much of the round as time has gone by;
 * a debt is paid off as the budget allows, and never more than one round. At most half of what light
 * checks leave of a day goes to it, spread over the day's checks, and never more than half of what is
 * to spare now.
 */
export function rotationShare(input: RotationShareInput): {
  readonly pages: number;
  /** The time to count from: `paidUntilMs`, unless that cannot be. */
  readonly paidUntilMs: number;
} {
  const { nowMs, roundMs, pagesInAll, intervalMs } = input;
  const paidUntilMs = Math.round(
    Math.min(Math.max(input.paidUntilMs ?? nowMs, nowMs - roundMs), nowMs),
  );
  // A hair more than a page that is nearly owed, so that rounding never costs a check.
  const owed = Math.floor(((nowMs - paidUntilMs) / roundMs) * pagesInAll + 1e-6);
  const checksADay = Math.max(1, DAY_MS / intervalMs);
  const ofADay = (input.usablePerDay - input.requestsACheck * checksADay) / 2;
  const most = Math.min(Math.ceil(ofADay / checksADay), Math.floor(input.spare / 2));
  return { pages: Math.max(0, Math.min(owed, most)), paidUntilMs };
}

/** Up to when the rotation is paid when one more page was looked at. */
export function paidAfterPage(paidUntilMs: number, pagesInAll: number, roundMs: number): number {
  return Math.round(paidUntilMs + roundMs / Math.max(1, pagesInAll));
}
