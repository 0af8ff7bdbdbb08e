import {
  hash32,
  intBelow,
  pick,
  type Random,
  seededRandom,
} from '../../../electron/sample-service/catalogue/seeded-random.ts';
import {
  HOUR_MS,
  type Planned,
  type Trouble,
} from '../../integration/electron/library/hostile-day/hostile-plan.ts';

const DAY_MS = 24 * HOUR_MS;
/** Within the day of the first pass nothing but small troubles: it is to come to its end on it. */
const FIRST_HOURS = 3;

/** What goes wrong, and what happens, on so many days of watching. Times from the beginning on. */
export interface DaysPlan {
  readonly troubles: readonly Planned[];
  /** The token endpoint fails for some seconds. */
  readonly tokenTroubles: readonly { readonly atMs: number; readonly seconds: number }[];
  /** Every access token is unknown from then on. */
  readonly revocationsAtMs: readonly number[];
  /** The machine sleeps. */
  readonly sleeps: readonly { readonly atMs: number; readonly hours: number }[];
  readonly checksByHandAtMs: readonly number[];
  /** When so many things happen in the library. */
  readonly life: readonly { readonly atMs: number; readonly count: number }[];
  /** Something happens in the library while this request is under way, counted over all days. */
  readonly lifeAtRequests: readonly number[];
}

export interface DaysPlanOptions {
  readonly seed: number;
  readonly days: number;
  readonly changesPerDay: number;
}

/**
 * Every day: bursts of 5xx, losses of the network, a rate limit, and two kills, one of them while an
 * answer is on its way; every fifth day a quota block of 5 to 20 hours; two nights of three the
 * machine sleeps.
 */
export function daysPlan({ seed, days, changesPerDay }: DaysPlanOptions): DaysPlan {
  const random = seededRandom(hash32(seed, 0x30d));
  const lastMs = days * DAY_MS;
  const between = (low: number, high: number) => low + intBelow(high - low, random);
  const troubles: Planned[] = [];
  const sleeps: { atMs: number; hours: number }[] = [];
  for (let day = 0; day < days; day += 1) {
    const from = day * DAY_MS + (day === 0 ? FIRST_HOURS * HOUR_MS : 0);
    const untilMs = (day + 1) * DAY_MS;
    const at = () => ({ kind: 'time' as const, atMs: between(from, untilMs) });
    const add = (trouble: Trouble) => troubles.push({ ...trouble, from: at() });
    for (let count = 0; count < 3; count += 1) {
      const form = pick(['json-500', 'html-502', 'html-503', 'text-504'] as const, random);
      add({ kind: 'burst', form, seconds: Math.ceil(2 * 150 ** random()) });
    }
    add({ kind: 'loss', form: 'resets', seconds: between(5, 1_800), isKnownToSystem: false });
    add({ kind: 'loss', form: 'refuses', seconds: between(60, 5_400), isKnownToSystem: true });
    add(rateLimit(random));
    add({ kind: 'restart', seconds: between(1, 3_600) });
    const request = { kind: 'request' as const, number: 200 * day + between(20, 200) };
    troubles.push({ kind: 'restart', seconds: between(1, 60), from: request });
    if (day % 5 === 2) {
      add({ kind: 'quota', seconds: between(5, 20) * 3_600 });
    }
    if (day % 3 !== 1) {
      sleeps.push({ atMs: between(day * DAY_MS + 9 * HOUR_MS, untilMs), hours: between(1, 9) });
    }
  }
  const times = (count: number, firstMs = 0): number[] =>
    Array.from({ length: count }, () => between(firstMs, lastMs)).sort((a, b) => a - b);
  const tokenTroubles = times(days).map((atMs) => ({ atMs, seconds: between(5, 150) }));
  return {
    troubles,
    tokenTroubles,
    revocationsAtMs: times(Math.ceil(days / 3)),
    sleeps,
    checksByHandAtMs: times(days),
    life: times((days * changesPerDay) / 2).map((atMs) => ({ atMs, count: between(1, 4) })),
    lifeAtRequests: Array.from({ length: days * 6 }, (_, index) => index * 40 + between(1, 40)),
  };
}

function rateLimit(random: Random): Trouble {
  return random() < 0.5
    ? { kind: 'rate-limit', says: 'seconds', seconds: 5 + intBelow(300, random) }
    : { kind: 'rate-limit', says: 'absent', seconds: 30 };
}
