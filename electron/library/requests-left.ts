import type { RequestBudget } from '../../shared/library-status.ts';
import type { RequestFamily } from '../../shared/request-family.ts';

const ROTATING: readonly RequestFamily[] = ['library', 'playlists', 'playlist-items'];

/** Requests that the monitor may still make now, in all and in the scarcest family it reads from. */
export function requestsLeft(budget: RequestBudget): number {
  const { budgetPerDay, budgetPerFamilyPerDay, keptForUser, families } = budget;
  const keptOfFamily = Math.ceil((keptForUser / Math.max(1, budgetPerDay)) * budgetPerFamilyPerDay);
  const ofFamilies = families
    .filter(({ family }) => ROTATING.includes(family))
    .map(({ usedInLastDay }) => budgetPerFamilyPerDay - keptOfFamily - usedInLastDay);
  return Math.max(0, Math.min(budgetPerDay - keptForUser - budget.usedInLastDay, ...ofFamilies));
}
