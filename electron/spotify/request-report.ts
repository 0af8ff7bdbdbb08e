import type { RequestBudget } from '../../shared/library-status.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';
import { effectiveLimits, msUntilBelow, type RequestLimits, usableLimit } from './admission.ts';
import { type HourStart, hourlyUse } from './hourly-use.ts';
import type { Ledger } from './ledger.ts';
import type { Usage } from './rolling-count.ts';

/** What the user sees of the ledger. Made from memory: no query of the database. */
export function requestReport(
  ledger: Ledger,
  limits: RequestLimits,
  nowMs: number,
  hourStart?: HourStart,
): RequestBudget {
  const { perDay, perFamilyPerDay, keptOneIn } = effectiveLimits(limits);
  const usage = ledger.usage();
  const fullUntilMs = (limit: number, of: Usage): number | null => {
    const waitMs = msUntilBelow(usableLimit(limit, 'monitor', keptOneIn), of);
    return waitMs === 0 ? null : Math.ceil(nowMs + waitMs);
  };
  return {
    usedInLastDay: usage.day.used,
    budgetPerDay: perDay,
    budgetPerFamilyPerDay: perFamilyPerDay,
    keptForUser: perDay - usableLimit(perDay, 'monitor', keptOneIn),
    fullUntilMs: fullUntilMs(perDay, usage.day),
    families: requestFamilySchema.options.map((family) => {
      const ofFamily = usage.family(family);
      return {
        family,
        usedInLastDay: ofFamily.used,
        fullUntilMs: fullUntilMs(perFamilyPerDay, ofFamily),
      };
    }),
    hours: hourlyUse(ledger.requests(), nowMs, hourStart),
  };
}
