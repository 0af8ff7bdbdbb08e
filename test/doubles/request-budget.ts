import type { RequestBudget } from '../../shared/library-status.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';

const HOUR_MS = 3_600_000;

/** A report of a day without requests, apart from what is given. */
export function requestBudget(given: Partial<RequestBudget> = {}): RequestBudget {
  return {
    usedInLastDay: 0,
    budgetPerDay: 800,
    budgetPerFamilyPerDay: 500,
    keptForUser: 100,
    fullUntilMs: null,
    families: requestFamilySchema.options.map((family) => ({
      family,
      usedInLastDay: 0,
      fullUntilMs: null,
    })),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      startMs: Date.UTC(2026, 10, 1, 12) + (hour - 23) * HOUR_MS,
      used: [],
    })),
    ...given,
  };
}
