import {
  hash32,
  intBelow,
  pick,
  type Random,
  seededRandom,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';

export const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** From this moment on, or from this request on, counted over the whole simulation. */
export type Moment =
  | { readonly kind: 'time'; readonly atMs: number }
  | { readonly kind: 'request'; readonly number: number };

/** How a rate limit says how long to wait; facts §3 promise nothing. */
export type RetryAfter = 'seconds' | 'absent' | 'http-date' | 'nonsense' | 'negative';

/** What the service answers for a while, from the first request after its moment. */
export type ServiceTrouble =
  | { readonly kind: 'rate-limit'; readonly says: RetryAfter; readonly seconds: number }
  | { readonly kind: 'quota'; readonly seconds: number }
  | {
      readonly kind: 'burst';
      readonly form: 'json-500' | 'html-502' | 'html-503' | 'text-504';
      readonly seconds: number;
    };

/** What the way to the service does for a while. */
export interface NetworkLoss {
  readonly kind: 'loss';
  readonly form: 'refuses' | 'resets';
  readonly seconds: number;
  /** The system knows of it, as with a pulled cable; otherwise the failures alone show it. */
  readonly isKnownToSystem: boolean;
}

/** The process is killed and started again after a while. */
export interface Restart {
  readonly kind: 'restart';
  readonly seconds: number;
}

export type Trouble = ServiceTrouble | NetworkLoss | Restart;
export type Planned<T extends Trouble = Trouble> = T & { readonly from: Moment };

export interface HostilePlan {
  readonly troubles: readonly Planned[];
  /** When the user presses "Test connection". */
  readonly connectionTestsAtMs: readonly number[];
  /** When the user presses "Check now". */
  readonly checksByHandAtMs: readonly number[];
  /** When something happens in the library. */
  readonly life: readonly Moment[];
}

export const QUOTA_SECONDS = 46_800;
const MARGIN_MS = 15 * MINUTE_MS;

export interface HostilePlanOptions {
  readonly seed: number;
  /** How long it goes on, at least 18 hours. */
  readonly hours: number;
  /** How often the user presses "Check now"; such a check may use what is kept for the user. */
  readonly checksByHand: number;
}

/**
 * A hostile day: three rate limits, one quota block of 13 h, twenty bursts of 5xx, six network
 * losses and two restarts. The quota is exhausted in the middle of the first pass, and one restart
 * falls into its block; most of the rest meets the other half of the pass and the checks after it.
 */
export function hostilePlan({ seed, hours, checksByHand }: HostilePlanOptions): HostilePlan {
  const random = seededRandom(hash32(seed, 0xda7));
  const between = (low: number, high: number) => low + intBelow(high - low, random);
  const quotaAt = between(110, 200);
  const blockEndsMs = QUOTA_SECONDS * SECOND_MS + MARGIN_MS;
  const lastMs = hours * HOUR_MS;
  const early = (): Moment => ({ kind: 'request', number: between(5, quotaAt) });
  const resumed = (): Moment => ({ kind: 'request', number: between(quotaAt + 2, quotaAt + 190) });
  const duringBlock = (): Moment => ({
    kind: 'time',
    atMs: between(2 * MARGIN_MS, QUOTA_SECONDS * SECOND_MS - MARGIN_MS),
  });
  const late = (): Moment => ({ kind: 'time', atMs: between(blockEndsMs, lastMs - HOUR_MS) });
  const bursts = [...repeat(5, early), ...repeat(6, resumed), ...repeat(9, late)].map((from) => ({
    ...burst(random),
    from,
  }));
  const third = pick<RetryAfter>(['http-date', 'nonsense', 'negative'], random);
  return {
    troubles: [
      { kind: 'quota', seconds: QUOTA_SECONDS, from: { kind: 'request', number: quotaAt } },
      { kind: 'rate-limit', says: 'absent', seconds: 30, from: early() },
      { kind: 'rate-limit', says: 'seconds', seconds: between(5, 180), from: resumed() },
      { ...rateLimit(third, random), from: late() },
      ...bursts,
      { ...loss('resets', between(2, 60), false), from: early() },
      { ...loss('refuses', between(60, 3_600), true), from: duringBlock() },
      { ...loss('refuses', between(5, 600), false), from: resumed() },
      { ...loss('resets', between(30, 1_200), true), from: resumed() },
      { ...loss('resets', 3_600, true), from: late() },
      { ...loss('refuses', between(300, 2_400), false), from: late() },
      { kind: 'restart', seconds: between(1, 600), from: duringBlock() },
      { kind: 'restart', seconds: between(1, 60), from: resumed() },
    ],
    connectionTestsAtMs: times(14, lastMs, random),
    checksByHandAtMs: times(checksByHand, lastMs, random),
    life: [
      ...repeat(4, early),
      ...repeat(6, resumed),
      ...times(60, lastMs, random).map((atMs) => ({ kind: 'time' as const, atMs })),
    ],
  };
}

/** From seconds to minutes. */
function burst(random: Random): Extract<ServiceTrouble, { kind: 'burst' }> {
  const form = pick(['json-500', 'html-502', 'html-503', 'text-504'] as const, random);
  return { kind: 'burst', form, seconds: Math.ceil(2 * 150 ** random()) };
}

function rateLimit(says: RetryAfter, random: Random): ServiceTrouble {
  switch (says) {
    case 'http-date':
    case 'seconds':
      return { kind: 'rate-limit', says, seconds: 5 + intBelow(300, random) };
    case 'absent':
    case 'nonsense':
      return { kind: 'rate-limit', says, seconds: 30 };
    case 'negative':
      return { kind: 'rate-limit', says, seconds: 1 };
  }
}

function loss(form: NetworkLoss['form'], seconds: number, isKnownToSystem: boolean): NetworkLoss {
  return { kind: 'loss', form, seconds, isKnownToSystem };
}

function repeat<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function times(count: number, beforeMs: number, random: Random): number[] {
  return repeat(count, () => intBelow(beforeMs, random)).sort((a, b) => a - b);
}

/** Everything that goes wrong, in one line. */
export function planLine({ troubles }: HostilePlan): string {
  return troubles
    .map((trouble) => {
      const how = 'form' in trouble ? trouble.form : 'says' in trouble ? trouble.says : '';
      const { kind, from, seconds } = trouble;
      const when = from.kind === 'request' ? `request ${from.number}` : `${from.atMs} ms`;
      return [kind, how, `${seconds} s`, `from ${when}`].filter((word) => word !== '').join(' ');
    })
    .join('; ');
}
