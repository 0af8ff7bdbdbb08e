import type { RequestBudget } from '../../shared/library-status.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';
import { effectiveLimits, type RequestLimits, usableLimit } from './admission.ts';
import { type HourStart, hourlyUse } from './hourly-use.ts';
import type { Ledger } from './ledger.ts';

/** What the user sees of the ledger. Made from memory: no query of the database. */
export function requestReport(
  ledger: Ledger,
  limits: RequestLimits,
  nowMs: number,
  hourStart?: HourStart,
): RequestBudget {
  const { perDay, perFamilyPerDay } = effectiveLimits(limits);
  const usage = ledger.usage();
  return {
    usedInLastDay: usage.day.used,
    budgetPerDay: perDay,
    budgetPerFamilyPerDay: perFamilyPerDay,
    keptForUser: perDay - usableLimit(perDay, 'monitor'),
    families: requestFamilySchema.options.map((family) => ({
      family,
      usedInLastDay: usage.family(family).used,
    })),
    hours: hourlyUse(ledger.requests(), nowMs, hourStart),
  };
}
