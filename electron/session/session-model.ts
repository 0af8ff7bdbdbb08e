import { assertNever } from '../../shared/assert-never.ts';
import type {
  SessionLife,
  SessionState,
  SignInFailure,
  SignInReason,
} from '../../shared/session-state.ts';
import { renewBeforeMs } from './renewal-date.ts';
import type { CachedTokens, CacheTrouble } from './token-cache.ts';

/** Why the last refresh brought no token and will be tried again, for ever. */
export type RefreshTrouble = 'offline' | 'rate-limited' | 'service-trouble';

export type RefreshActivity =
  | { readonly kind: 'planned'; readonly atMs: number }
  | { readonly kind: 'running' }
  | {
      readonly kind: 'delayed';
      readonly trouble: RefreshTrouble;
      readonly nextTryAtMs: number;
    };

/** A session with tokens in hand. */
export interface HoldingSession {
  readonly kind: 'holding';
  readonly tokens: CachedTokens;
  /** Spotify answered 401 to the access token. */
  readonly accessRefused: boolean;
  readonly refresh: RefreshActivity;
  /** Refreshes in a row that failed with all their quick retries. */
  readonly failures: number;
  /** The tokens are only in memory: the cache could not take them. */
  readonly unsaved: CacheTrouble | null;
}

/** What there is of a session, a sign-in under way left aside. */
export type SessionStanding =
  /** The cache is being read for the first time; `expected` says that a marker was found. */
  | { readonly kind: 'reading'; readonly expected: boolean }
  | { readonly kind: 'signed-out'; readonly lastFailure: SignInFailure | null }
  | { readonly kind: 'keychain'; readonly trouble: CacheTrouble }
  | HoldingSession
  | {
      readonly kind: 'ended';
      readonly reason: SignInReason;
      /** The tokens put aside; null where there are none, or none that could be read. */
      readonly kept: CachedTokens | null;
      /** The one try with what is kept, asked for by the user, is under way. */
      readonly trying: boolean;
      readonly lastFailure: SignInFailure | null;
    };

export interface SessionModel {
  readonly standing: SessionStanding;
  /** The wait for the browser; null when no sign-in is under way. */
  readonly signIn: { readonly redirectUri: string; readonly endsAtMs: number } | null;
}

/** The state that the rest of the app and the user see. No secret is in it. */
export function describeSession({ standing, signIn }: SessionModel): SessionState {
  if (signIn !== null) {
    return { kind: 'authorizing', ...signIn };
  }
  switch (standing.kind) {
    case 'reading':
      return standing.expected
        ? { kind: 'refreshing', life: null }
        : { kind: 'signed-out', lastFailure: null };
    case 'signed-out':
      return { kind: 'signed-out', lastFailure: standing.lastFailure };
    case 'keychain':
      return keychainState(standing.trouble);
    case 'ended':
      return standing.trying
        ? { kind: 'refreshing', life: null }
        : {
            kind: 'sign-in-needed',
            reason: standing.reason,
            lastFailure: standing.lastFailure,
          };
    case 'holding':
      return describeHolding(standing);
    default:
      return assertNever(standing);
  }
}

function describeHolding(holding: HoldingSession): SessionState {
  const { refresh, unsaved } = holding;
  if (refresh.kind === 'running') {
    return { kind: 'refreshing', life: lifeOf(holding) };
  }
  // Ahead of the network: the user can help here, and tokens are at stake.
  if (unsaved !== null) {
    return keychainState(unsaved);
  }
  if (refresh.kind === 'planned') {
    return { kind: 'active', life: lifeOf(holding) };
  }
  return refresh.trouble === 'offline'
    ? { kind: 'offline', nextTryAtMs: refresh.nextTryAtMs }
    : { kind: 'waiting', reason: refresh.trouble, untilMs: refresh.nextTryAtMs };
}

function keychainState(trouble: CacheTrouble): SessionState {
  return { kind: trouble === 'locked' ? 'keychain-locked' : 'keychain-missing' };
}

function lifeOf({ tokens, refresh }: HoldingSession): SessionLife {
  return {
    accessTokenExpiresAtMs: tokens.accessTokenExpiresAtMs,
    refreshAtMs: refresh.kind === 'planned' ? refresh.atMs : null,
    authorizedAtMs: tokens.authorizedAtMs,
    renewBeforeMs: renewBeforeMs(tokens.authorizedAtMs),
  };
}
