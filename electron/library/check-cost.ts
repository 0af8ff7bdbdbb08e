import type { RequestBudget } from '../../shared/library-status.ts';

const DAY_MS = 24 * 3_600_000;
/** Every page of the playlists list but the first repeats one row. */
const FRESH_PLAYLISTS_A_PAGE = 49;
/** The heads of saved tracks, albums and episodes. */
const HEADS = 3;
/** What light checks may take of the requests that are not kept for the user. */
const LIGHT_SHARE = 0.6;

/** Requests that a light check takes when nothing changed. */
export function lightCheckCost(playlists: number): number {
  return Math.max(1, Math.ceil((playlists - 1) / FRESH_PLAYLISTS_A_PAGE)) + HEADS;
}

/** Requests that the monitor may make in a day. */
export function usablePerDay(budget: Pick<RequestBudget, 'budgetPerDay' | 'keptForUser'>): number {
  return budget.budgetPerDay - budget.keptForUser;
}

/**
 * The interval between two checks: what the user chose, or as much longer as a library of thousands
 * of playlists needs, so that checks come evenly and do not use a day's requests up in its morning.
 *
 * @param requestsACheck at least 1
 */
export function affordableIntervalMs(
  chosenMs: number,
  requestsACheck: number,
  requestsADay: number,
): number {
  const checksADay = Math.max(1, Math.floor((requestsADay * LIGHT_SHARE) / requestsACheck));
  return Math.max(chosenMs, Math.ceil(DAY_MS / checksADay));
}
