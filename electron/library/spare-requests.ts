import type { RequestBudget } from '../../shared/library-status.ts';
import type { RequestFamily } from '../../shared/request-family.ts';
import { usablePerDay } from './check-cost.ts';

const HOUR_MS = 3_600_000;
/** What the rotation reads from. */
const FAMILIES: readonly RequestFamily[] = ['library', 'playlists', 'playlist-items'];

/**
 * Requests that the monitor may make now without one of the light checks of the coming day going
 * short: as many as are left at the fullest moment of that day, when what was used in the last one
 * comes free hour by hour and the checks take theirs.
 */
export function spareRequests(
  budget: RequestBudget,
  plan: { readonly requestsACheck: number; readonly intervalMs: number },
): number {
  let used = budget.usedInLastDay;
  let most = used;
  for (const [index, hour] of budget.hours.entries()) {
    // Checks come before anything of this hour is free again.
    const checks = Math.ceil(((index + 1) * HOUR_MS) / plan.intervalMs);
    most = Math.max(most, used + checks * plan.requestsACheck);
    used -= hour.used.reduce((sum, { count }) => sum + count, 0);
  }
  return Math.max(0, Math.min(usablePerDay(budget) - most, leftInFamilies(budget)));
}

/** The scarcest family counts, less the share that is kept for the user. */
function leftInFamilies(budget: RequestBudget): number {
  const { budgetPerDay, budgetPerFamilyPerDay, keptForUser } = budget;
  const kept = Math.ceil((keptForUser / Math.max(1, budgetPerDay)) * budgetPerFamilyPerDay);
  const left = budget.families
    .filter(({ family }) => FAMILIES.includes(family))
    .map(({ usedInLastDay }) => budgetPerFamilyPerDay - kept - usedInLastDay);
  return Math.min(Number.POSITIVE_INFINITY, ...left);
}
