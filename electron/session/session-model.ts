import { assertNever } from '../../shared/assert-never.ts';
import type {
  Account,
  OfflineCause,
  SessionLife,
  SessionState,
  SignInFailure,
  SignInReason,
} from '../../shared/session-state.ts';
import { renewBeforeMs } from './renewal-date.ts';
import type { CachedTokens, CacheTrouble } from './token-cache.ts';

/** Why the last refresh brought no token and will be tried again, for ever. */
export type RefreshTrouble = OfflineCause | 'rate-limited' | 'service-trouble' | 'other-instance';

export type RefreshActivity =
  /** `atMs` is null for tokens that are never refreshed. */
  | { readonly kind: 'planned'; readonly atMs: number | null }
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
  | { readonly kind: 'cache'; readonly trouble: CacheTrouble }
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

/** Where a sign-in stands that waits for its user. */
export type SignInStage =
  | {
      readonly kind: 'waiting';
      readonly redirectUri: string;
      readonly endsAtMs: number;
      /** To be opened by hand; null where the browser was opened. */
      readonly pageUrl: string | null;
    }
  | { readonly kind: 'confirming'; readonly expected: Account; readonly found: Account | null };

export interface SessionModel {
  readonly standing: SessionStanding;
  /** Null when no sign-in waits for anybody. */
  readonly signIn: SignInStage | null;
}

/** The state that the rest of the app and the user see. No secret is in it. */
export function describeSession({ standing, signIn }: SessionModel): SessionState {
  if (signIn !== null) {
    return describeStage(signIn);
  }
  switch (standing.kind) {
    case 'reading':
      return standing.expected
        ? { kind: 'refreshing', life: null }
        : { kind: 'signed-out', lastFailure: null };
    case 'signed-out':
      return { kind: 'signed-out', lastFailure: standing.lastFailure };
    case 'cache':
      return cacheState(standing.trouble);
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

function describeStage(stage: SignInStage): SessionState {
  switch (stage.kind) {
    case 'waiting': {
      const { redirectUri, endsAtMs, pageUrl } = stage;
      return { kind: 'authorizing', redirectUri, endsAtMs, pageUrl };
    }
    case 'confirming':
      return { kind: 'confirming-account', expected: stage.expected, found: stage.found };
    default:
      return assertNever(stage);
  }
}

function describeHolding(holding: HoldingSession): SessionState {
  const { refresh, unsaved } = holding;
  if (refresh.kind === 'running') {
    return { kind: 'refreshing', life: lifeOf(holding) };
  }
  // Ahead of the network: the user can help here, and tokens are at stake.
  if (unsaved !== null) {
    return cacheState(unsaved);
  }
  if (refresh.kind === 'planned') {
    return { kind: 'active', life: lifeOf(holding) };
  }
  const { trouble, nextTryAtMs } = refresh;
  switch (trouble) {
    case 'rate-limited':
    case 'service-trouble':
    case 'other-instance':
      return { kind: 'waiting', reason: trouble, untilMs: nextTryAtMs };
    default:
      return { kind: 'offline', cause: trouble, nextTryAtMs };
  }
}

function cacheState(trouble: CacheTrouble): SessionState {
  switch (trouble) {
    case 'locked':
      return { kind: 'keychain-locked' };
    case 'missing':
    case 'restarted':
      return { kind: 'keychain-missing', restartHelps: trouble === 'restarted' };
    case 'unwritable':
      return { kind: 'file-trouble' };
    default:
      return assertNever(trouble);
  }
}

/** The times of tokens in hand. */
export function lifeOf({ tokens, refresh }: HoldingSession): SessionLife {
  const { authorizedAtMs } = tokens;
  return {
    way: tokens.way,
    receivedAtMs: tokens.receivedAtMs,
    accessTokenExpiresAtMs: tokens.accessTokenExpiresAtMs,
    refreshAtMs: refresh.kind === 'planned' ? refresh.atMs : null,
    authorizedAtMs,
    renewBeforeMs: authorizedAtMs === null ? null : renewBeforeMs(authorizedAtMs),
    missingScopes: [...tokens.missingScopes],
  };
}
