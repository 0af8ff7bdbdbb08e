import { REQUEST_BOUNDS } from '../request-bounds.ts';
import { requestsADay } from '../request-estimate.ts';
import { reserveOf } from '../request-reserve.ts';
import { type Advice, acceptedValue } from './advice.ts';
import { adviseWithin } from './number-advice.ts';
import { groupedNumber } from './quantities.ts';

/** Where users were locked out: in all, and of one kind (facts §3, reported). */
const SEEN_LOCKED_PER_DAY = 1_100;
const SEEN_LOCKED_PER_FAMILY = 600;

/** Checks the minutes between two checks; doubtful where checks would run out of requests. */
export function adviseOnInterval(
  input: string,
  of: {
    readonly budgetPerDay: number;
    /** As by default where left out. */
    readonly keptOneIn?: number;
    readonly playlists: number | null;
  },
): Advice<number> {
  const forChecks = of.budgetPerDay - reserveOf(of.budgetPerDay, of.keptOneIn);
  return doubting(adviseWithin(REQUEST_BOUNDS.checkIntervalMinutes, input), (minutes) =>
    requestsADay(minutes, of.playlists) > forChecks
      ? `Checks may use ${groupedNumber(forChecks)} requests a day, so some of them would have to wait.`
      : null,
  );
}

/** Checks the requests of a day. */
export function adviseOnDayBudget(input: string): Advice<number> {
  return doubting(adviseWithin(REQUEST_BOUNDS.requestBudgetPerDay, input), (budget) =>
    budget > SEEN_LOCKED_PER_DAY
      ? `Users saw their client ID locked for up to a day after about ${groupedNumber(SEEN_LOCKED_PER_DAY)} requests.`
      : null,
  );
}

/** Checks the requests of one kind in a day; above all of them together they say nothing. */
export function adviseOnFamilyBudget(input: string, budgetPerDay: number): Advice<number> {
  return doubting(adviseWithin(REQUEST_BOUNDS.requestBudgetPerFamilyPerDay, input), (budget) => {
    if (budget > budgetPerDay) {
      return `All kinds together have ${groupedNumber(budgetPerDay)}, so that holds for each kind too.`;
    }
    return budget > SEEN_LOCKED_PER_FAMILY
      ? `Users saw their client ID locked after about ${groupedNumber(SEEN_LOCKED_PER_FAMILY)} requests of one kind.`
      : null;
  });
}

/** Checks of how many requests one is kept for the user. */
export function adviseOnKeptShare(input: string): Advice<number> {
  return adviseWithin(REQUEST_BOUNDS.requestsKeptOneIn, input);
}

/** Checks the days in which everything is looked through. */
export function adviseOnAvailability(input: string): Advice<number> {
  return adviseWithin(REQUEST_BOUNDS.availabilityDays, input);
}

function doubting(
  advice: Advice<number>,
  doubtAbout: (value: number) => string | null,
): Advice<number> {
  const value = acceptedValue(advice);
  const doubt = value === null ? null : doubtAbout(value);
  return value === null || doubt === null ? advice : { kind: 'doubtful', value, text: doubt };
}
