import { assertNever } from '../../shared/assert-never.ts';
import type { SignInReason } from '../../shared/session-state.ts';
import { slowRetryDelayMs } from './backoff.ts';
import { offlineCauseOf } from './offline-cause.ts';
import { renewBeforeMs } from './renewal-date.ts';
import type { RefreshTrouble } from './session-model.ts';
import type { TokenGrant, TokenOutcome } from './token-response.ts';
import { trueTimeMs } from './wrong-clock.ts';

/** Nobody has said at what hour, and in which time zone, six months end. */
const UNCERTAIN_END_MS = 24 * 3_600_000;

export interface RefreshCircumstances {
  readonly nowMs: number;
  /** Null where nobody knows. */
  readonly authorizedAtMs: number | null;
  /** Server time minus this machine's; null where the answer did not tell. */
  readonly clockSkewMs: number | null;
  /** Refreshes in a row that failed before this one. */
  readonly failures: number;
  /** In [0, 1). */
  readonly random: number;
}

export type RefreshVerdict =
  | { readonly kind: 'refreshed'; readonly grant: TokenGrant }
  | { readonly kind: 'ended'; readonly reason: SignInReason }
  | { readonly kind: 'delayed'; readonly trouble: RefreshTrouble; readonly nextTryAtMs: number };

/**
 * What a refresh came to. Only `invalid_grant` and `invalid_client` end a session; anything else is
 * tried again for ever, and the refresh token is kept (facts §1).
 */
export function judgeRefresh(
  outcome: TokenOutcome,
  { nowMs, authorizedAtMs, clockSkewMs, failures, random }: RefreshCircumstances,
): RefreshVerdict {
  const delayed = (trouble: RefreshTrouble, atLeastMs = 0): RefreshVerdict => ({
    kind: 'delayed',
    trouble,
    nextTryAtMs: nowMs + Math.max(atLeastMs, slowRetryDelayMs(failures + 1, random)),
  });
  switch (outcome.kind) {
    case 'tokens':
      return { kind: 'refreshed', grant: outcome.grant };
    case 'invalid-grant':
      return {
        kind: 'ended',
        reason: isPastItsTime(authorizedAtMs, trueTimeMs(nowMs, clockSkewMs))
          ? 'expired'
          : 'refused',
      };
    case 'invalid-client':
      return { kind: 'ended', reason: 'client-invalid' };
    case 'network':
      return delayed(offlineCauseOf(outcome.code));
    case 'rate-limited':
      return delayed('rate-limited', outcome.retryAfterMs ?? 0);
    case 'unreadable':
      return delayed(outcome.foreign ? 'guest-network' : 'service-trouble');
    case 'server-trouble':
    case 'rejected':
      return delayed('service-trouble');
    default:
      return assertNever(outcome);
  }
}

function isPastItsTime(authorizedAtMs: number | null, nowMs: number): boolean {
  return authorizedAtMs !== null && nowMs >= renewBeforeMs(authorizedAtMs) - UNCERTAIN_END_MS;
}
