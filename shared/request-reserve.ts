import type { RequestBudget } from './library-status.ts';
import { DEFAULT_REQUEST_SETTINGS } from './request-defaults.ts';

/** What of a limit is kept for what the user asks by hand: one request of so many. */
export function reserveOf(
  limit: number,
  keptOneIn: number = DEFAULT_REQUEST_SETTINGS.requestsKeptOneIn,
): number {
  return Math.floor(limit / keptOneIn);
}

type Use = Pick<RequestBudget, 'usedInLastDay' | 'budgetPerDay' | 'budgetPerFamilyPerDay'> & {
  readonly families: readonly Pick<RequestBudget['families'][number], 'usedInLastDay'>[];
};

/**
 * Whether what is kept for the user lets a check by hand come through where checks by themselves
 * wait. A check asks of nearly every family, so none may be spent to its last request.
 */
export function isReserveLeft(use: Use): boolean {
  return (
    use.usedInLastDay < use.budgetPerDay &&
    use.families.every(({ usedInLastDay }) => usedInLastDay < use.budgetPerFamilyPerDay)
  );
}

/** What of the day's requests is left, for checks by themselves and beyond that for the user. */
export function requestsLeft({
  usedInLastDay,
  budgetPerDay,
  keptForUser,
}: Pick<RequestBudget, 'usedInLastDay' | 'budgetPerDay' | 'keptForUser'>): {
  readonly forChecks: number;
  readonly keptForUser: number;
} {
  const left = Math.max(0, budgetPerDay - usedInLastDay);
  const forChecks = Math.max(0, left - keptForUser);
  return { forChecks, keptForUser: left - forChecks };
}
