import { assertNever } from '../../shared/assert-never.ts';
import type { SignInFailure, SignInReason } from '../../shared/session-state.ts';
import type {
  HoldingSession,
  RefreshActivity,
  RefreshTrouble,
  SessionModel,
  SessionStanding,
  SignInStage,
} from './session-model.ts';
import type { CachedTokens, CacheTrouble } from './token-cache.ts';
import { NOTABLE_SKEW_MS } from './wrong-clock.ts';

/** Everything that can happen to a session. */
export type SessionEvent =
  | {
      readonly kind: 'tokens-read';
      readonly tokens: CachedTokens;
      readonly refreshAtMs: number | null;
    }
  /** Nothing was found where, as far as anyone knows, nothing was. */
  | { readonly kind: 'nothing-read' }
  | { readonly kind: 'cache-troubled'; readonly trouble: CacheTrouble }
  /** There was a session, and its tokens are gone or cannot be understood. */
  | { readonly kind: 'session-lost'; readonly reason: SignInReason }
  /** The user is waited for. */
  | { readonly kind: 'sign-in-waits'; readonly stage: SignInStage }
  | { readonly kind: 'sign-in-failed'; readonly failure: SignInFailure }
  | {
      readonly kind: 'signed-in';
      readonly tokens: CachedTokens;
      readonly refreshAtMs: number | null;
    }
  | { readonly kind: 'refresh-started' }
  | {
      readonly kind: 'refreshed';
      readonly tokens: CachedTokens;
      readonly refreshAtMs: number | null;
    }
  | {
      readonly kind: 'refresh-delayed';
      readonly trouble: RefreshTrouble;
      readonly nextTryAtMs: number;
    }
  | {
      readonly kind: 'session-ended';
      readonly reason: SignInReason;
      readonly kept: CachedTokens | null;
    }
  | { readonly kind: 'kept-erased' }
  | { readonly kind: 'access-refused' }
  /** The wall clock was set back: what it said before is that much too late now. */
  | { readonly kind: 'clock-set-back'; readonly byMs: number }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-saved'; readonly trouble: CacheTrouble }
  | { readonly kind: 'disconnected' };

/** The session after an event. What an event does not concern stays the same object. */
export function sessionAfter(model: SessionModel, event: SessionEvent): SessionModel {
  switch (event.kind) {
    case 'sign-in-waits':
      return { ...model, signIn: event.stage };
    case 'sign-in-failed':
      return { signIn: null, standing: withFailure(model.standing, event.failure) };
    case 'signed-in':
      return { signIn: null, standing: holding(event.tokens, event.refreshAtMs) };
    case 'disconnected':
      return { signIn: null, standing: { kind: 'signed-out', lastFailure: null } };
    default: {
      const standing = standingAfter(model.standing, event);
      return standing === model.standing ? model : { ...model, standing };
    }
  }
}

type StandingEvent = Exclude<
  SessionEvent,
  { kind: 'sign-in-waits' | 'sign-in-failed' | 'signed-in' | 'disconnected' }
>;

function standingAfter(standing: SessionStanding, event: StandingEvent): SessionStanding {
  switch (event.kind) {
    case 'tokens-read':
    case 'nothing-read':
    case 'cache-troubled':
    case 'session-lost':
      // What was in memory already is newer than anything that a slow keychain brings.
      return isWithoutTokens(standing) ? afterRead(event) : standing;
    case 'refresh-started':
      return standing.kind === 'holding'
        ? { ...standing, refresh: { kind: 'running' } }
        : standing.kind === 'ended' && standing.kept !== null
          ? { ...standing, trying: true }
          : standing;
    case 'refreshed':
      return standing.kind === 'holding' || standing.kind === 'ended'
        ? holding(event.tokens, event.refreshAtMs)
        : standing;
    case 'refresh-delayed':
      return afterDelay(standing, event);
    case 'session-ended':
      // Whoever disconnected meanwhile has no session that could end.
      if (standing.kind !== 'holding' && standing.kind !== 'ended') {
        return standing;
      }
      return {
        kind: 'ended',
        reason: event.reason,
        kept: event.kept,
        trying: false,
        lastFailure: null,
      };
    case 'kept-erased':
      return standing.kind === 'ended' ? { ...standing, kept: null, trying: false } : standing;
    case 'access-refused':
      return standing.kind === 'holding' ? { ...standing, accessRefused: true } : standing;
    case 'clock-set-back':
      return standing.kind === 'holding' ? setBack(standing, event.byMs) : standing;
    case 'saved':
      return standing.kind === 'holding' && standing.unsaved !== null
        ? { ...standing, unsaved: null }
        : standing;
    case 'not-saved':
      return standing.kind === 'holding' ? { ...standing, unsaved: event.trouble } : standing;
    default:
      return assertNever(event);
  }
}

function isWithoutTokens(standing: SessionStanding): boolean {
  return standing.kind !== 'holding' && standing.kind !== 'ended';
}

function afterRead(
  event: Extract<
    StandingEvent,
    { kind: 'tokens-read' | 'nothing-read' | 'cache-troubled' | 'session-lost' }
  >,
): SessionStanding {
  switch (event.kind) {
    case 'nothing-read':
      return { kind: 'signed-out', lastFailure: null };
    case 'cache-troubled':
      return { kind: 'cache', trouble: event.trouble };
    case 'session-lost':
      return { kind: 'ended', reason: event.reason, kept: null, trying: false, lastFailure: null };
    case 'tokens-read': {
      const { tokens, refreshAtMs } = event;
      return tokens.setAside === null
        ? holding(tokens, refreshAtMs)
        : {
            kind: 'ended',
            reason: tokens.setAside.reason,
            kept: tokens,
            trying: false,
            lastFailure: null,
          };
    }
    default:
      return assertNever(event);
  }
}

function afterDelay(
  standing: SessionStanding,
  { trouble, nextTryAtMs }: Extract<SessionEvent, { kind: 'refresh-delayed' }>,
): SessionStanding {
  if (standing.kind === 'ended') {
    // The one try is not spent: nobody has answered it.
    return { ...standing, trying: false };
  }
  if (standing.kind !== 'holding') {
    return standing;
  }
  return {
    ...standing,
    refresh: { kind: 'delayed', trouble, nextTryAtMs },
    failures: standing.failures + 1,
  };
}

/**
 * The times ahead move along with the clock, or a dead token would count as alive. The stored ones
 * do not: so that the next start is not misled by them, the token is renewed soon.
 */
function setBack({ tokens, refresh, ...rest }: HoldingSession, byMs: number): HoldingSession {
  return {
    ...rest,
    tokens: { ...tokens, accessTokenExpiresAtMs: tokens.accessTokenExpiresAtMs - byMs },
    refresh: refreshAfterSetBack(refresh, tokens.receivedAtMs, byMs),
  };
}

function refreshAfterSetBack(
  refresh: RefreshActivity,
  receivedAtMs: number,
  byMs: number,
): RefreshActivity {
  switch (refresh.kind) {
    case 'planned':
      if (refresh.atMs === null) {
        return refresh;
      }
      return {
        kind: 'planned',
        atMs: (byMs > NOTABLE_SKEW_MS ? receivedAtMs : refresh.atMs) - byMs,
      };
    case 'delayed':
      return { ...refresh, nextTryAtMs: refresh.nextTryAtMs - byMs };
    case 'running':
      return refresh;
    default:
      return assertNever(refresh);
  }
}

function withFailure(standing: SessionStanding, failure: SignInFailure): SessionStanding {
  switch (standing.kind) {
    case 'signed-out':
    case 'reading':
      return { kind: 'signed-out', lastFailure: failure };
    case 'ended':
      return { ...standing, lastFailure: failure };
    // A sign-in that did not happen takes nothing away from what is there.
    case 'cache':
    case 'holding':
      return standing;
    default:
      return assertNever(standing);
  }
}

function holding(tokens: CachedTokens, atMs: number | null): SessionStanding {
  return {
    kind: 'holding',
    tokens,
    accessRefused: false,
    refresh: { kind: 'planned', atMs },
    failures: 0,
    unsaved: null,
  };
}
