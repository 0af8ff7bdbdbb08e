import { reserveOf } from '../../shared/request-reserve.ts';
import type { CoolDown } from './ledger-store.ts';
import type { Usage } from './rolling-count.ts';
import type { RequestOrigin } from './spotify-api.ts';

/** Requests that may be made in 24 hours; both at least 1. */
export interface RequestLimits {
  readonly perDay: number;
  readonly perFamilyPerDay: number;
  /** One of so many is kept for the user; as by default where left out. */
  readonly keptOneIn?: number;
}

export interface AdmissionInput {
  readonly nowMs: number;
  readonly origin: RequestOrigin;
  /** The cool-down that holds now; null when there is none. */
  readonly coolDown: CoolDown | null;
  readonly limits: RequestLimits;
  readonly day: Usage;
  readonly family: Usage;
}

export type Admission =
  | { readonly kind: 'go' }
  | {
      readonly kind: 'not-now';
      readonly reason: CoolDown['reason'] | 'budget-spent';
      readonly untilMs: number;
    };

/**
 * Whether a request may go now (blueprint §4). Only the user may use the reserve, and only the user
 * may look past `premium-lapsed`: after paying, "Check now" should work at once.
 */
export function admit(input: AdmissionInput): Admission {
  const { coolDown, nowMs, origin } = input;
  if (coolDown !== null && !(coolDown.reason === 'premium-lapsed' && origin === 'by-hand')) {
    return { kind: 'not-now', reason: coolDown.reason, untilMs: coolDown.untilMs };
  }
  const { perDay, perFamilyPerDay, keptOneIn } = input.limits;
  const waitMs = Math.max(
    msUntilBelow(usableLimit(perDay, origin, keptOneIn), input.day),
    msUntilBelow(usableLimit(perFamilyPerDay, origin, keptOneIn), input.family),
  );
  return waitMs > 0
    ? { kind: 'not-now', reason: 'budget-spent', untilMs: Math.ceil(nowMs + waitMs) }
    : { kind: 'go' };
}

/** A family never has more than all of them together. */
export function effectiveLimits(limits: RequestLimits): RequestLimits {
  return { ...limits, perFamilyPerDay: Math.min(limits.perDay, limits.perFamilyPerDay) };
}

/** What of a limit a request of this origin may use up. */
export function usableLimit(limit: number, origin: RequestOrigin, keptOneIn?: number): number {
  return origin === 'by-hand' ? limit : limit - reserveOf(limit, keptOneIn);
}

/** Milliseconds until so few have been made that one more is within the limit; 0 when that is so. */
export function msUntilBelow(limit: number, usage: Usage): number {
  // A full window whose oldest entry leaves this very millisecond is still full now.
  return usage.used < limit ? 0 : Math.max(1, usage.msUntilAtMost(limit - 1));
}
