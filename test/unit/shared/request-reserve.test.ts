import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isReserveLeft, requestsLeft, reserveOf } from '../../../shared/request-reserve.ts';
import { requestBudget } from '../../doubles/request-budget.ts';

it('splits what is left without losing or inventing a request', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.nat({ max: 6_000 }),
      (budgetPerDay, usedInLastDay) => {
        const kept = reserveOf(budgetPerDay);
        const left = requestsLeft({ budgetPerDay, usedInLastDay, keptForUser: kept });
        expect(left.forChecks + left.keptForUser).toBe(Math.max(0, budgetPerDay - usedInLastDay));
        expect(left.keptForUser).toBeLessThanOrEqual(kept);
        if (left.forChecks > 0) expect(left.keptForUser).toBe(kept);
      },
    ),
  );
});

it.each([
  [799, 499, true],
  [800, 0, false],
  [799, 500, false],
])('%i in all and %i of one family leave something by hand: %s', (all, one, expected) => {
  const families = [{ family: 'library', usedInLastDay: one, fullUntilMs: null }] as const;
  const budget = requestBudget({ usedInLastDay: all, families: [...families] });
  expect(isReserveLeft(budget)).toBe(expected);
});
