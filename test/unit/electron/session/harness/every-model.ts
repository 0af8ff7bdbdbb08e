import { Secret } from '../../../../../electron/session/secret.ts';
import type {
  RefreshActivity,
  RefreshTrouble,
  SessionStanding,
  SignInStage,
} from '../../../../../electron/session/session-model.ts';
import type { SessionEvent } from '../../../../../electron/session/session-transitions.ts';
import type { CachedTokens, CacheTrouble } from '../../../../../electron/session/token-cache.ts';
import type { SignInReason, SignInWay } from '../../../../../shared/session-state.ts';
import { EVERY_FAILURE } from '../../../shared/texts/every-state.ts';

export const NOW = Date.UTC(2026, 10, 1, 12);

/** One or more examples of each kind; a kind without one does not compile. */
type Examples<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: readonly Extract<T, { kind: K }>[];
};
/** Every member of a union of strings; one that is missing does not compile. */
function every<K extends string>(members: Readonly<Record<K, true>>): readonly K[] {
  return Object.keys(members).filter((name): name is K => name in members);
}

export const EVERY_WAY = every<SignInWay>({
  'authorization-code': true,
  'client-credentials': true,
  'access-token': true,
});
export const EVERY_REFRESH_TROUBLE = every<RefreshTrouble>({
  'no-network': true,
  unreachable: true,
  'guest-network': true,
  untrusted: true,
  'certificate-date': true,
  'certificate-name': true,
  'proxy-login': true,
  'proxy-unreachable': true,
  'proxy-refused': true,
  'proxy-unusable': true,
  'rate-limited': true,
  'service-trouble': true,
  'other-instance': true,
});
export const EVERY_CACHE_TROUBLE = every<CacheTrouble>({
  locked: true,
  missing: true,
  restarted: true,
  unwritable: true,
});
export const EVERY_REASON = every<SignInReason>({
  expired: true,
  refused: true,
  'client-invalid': true,
  'token-ended': true,
  'not-kept': true,
});

/** Told from others by its secrets, none of which may ever be shown. */
export function tokensNamed(name: string, change: Partial<CachedTokens> = {}): CachedTokens {
  return {
    way: 'authorization-code',
    clientSecret: new Secret(`hidden-secret-${name}`),
    accessToken: new Secret(`hidden-access-${name}`),
    accessTokenExpiresAtMs: NOW + 3_600_000,
    receivedAtMs: NOW,
    refreshToken: new Secret(`hidden-refresh-${name}`),
    scopes: ['user-library-read'],
    missingScopes: ['user-follow-read'],
    authorizedAtMs: NOW,
    setAside: null,
    ...change,
  };
}

const IN_HAND = tokensNamed('in-hand');
export const KEPT = tokensNamed('kept', {
  setAside: { atMs: NOW, reason: 'refused', triedByUser: false },
});
const READ = tokensNamed('read');
const FRESH = tokensNamed('fresh');

const ACTIVITIES: Examples<RefreshActivity> = {
  planned: [
    { kind: 'planned', atMs: NOW + 3_000_000 },
    { kind: 'planned', atMs: null },
  ],
  running: [{ kind: 'running' }],
  delayed: EVERY_REFRESH_TROUBLE.map((trouble) => ({
    kind: 'delayed',
    trouble,
    nextTryAtMs: NOW + 60_000,
  })),
};

const STANDINGS: Examples<SessionStanding> = {
  reading: [true, false].map((expected) => ({ kind: 'reading', expected })),
  'signed-out': [null, ...EVERY_FAILURE].map((lastFailure) => ({
    kind: 'signed-out',
    lastFailure,
  })),
  cache: EVERY_CACHE_TROUBLE.map((trouble) => ({ kind: 'cache', trouble })),
  holding: Object.values(ACTIVITIES)
    .flat()
    .flatMap((refresh) =>
      [null, ...EVERY_CACHE_TROUBLE].flatMap((unsaved) =>
        EVERY_WAY.map((way) => ({
          kind: 'holding',
          tokens: { ...IN_HAND, way, authorizedAtMs: way === 'authorization-code' ? NOW : null },
          accessRefused: unsaved !== null,
          refresh,
          failures: refresh.kind === 'delayed' ? 2 : 0,
          unsaved,
        })),
      ),
    ),
  ended: EVERY_REASON.flatMap((reason) => [
    { kind: 'ended', reason, kept: KEPT, trying: false, lastFailure: null },
    { kind: 'ended', reason, kept: KEPT, trying: true, lastFailure: { kind: 'cancelled' } },
    { kind: 'ended', reason, kept: null, trying: false, lastFailure: null },
  ]),
};
export const EVERY_STANDING: readonly SessionStanding[] = Object.values(STANDINGS).flat();

const STAGES: Examples<SignInStage> = {
  waiting: [null, 'https://accounts.spotify.com/authorize?client_id=0f1e'].map((pageUrl) => ({
    kind: 'waiting',
    redirectUri: 'http://127.0.0.1:43821/callback',
    endsAtMs: NOW + 300_000,
    pageUrl,
  })),
  confirming: [null, { key: 'bea', displayName: 'Bea' }].map((found) => ({
    kind: 'confirming',
    expected: { key: 'ada', displayName: 'Ada' },
    found,
  })),
};
export const EVERY_STAGE: readonly SignInStage[] = Object.values(STAGES).flat();

const EVENTS: Examples<SessionEvent> = {
  'tokens-read': [
    { kind: 'tokens-read', tokens: READ, refreshAtMs: NOW + 1 },
    { kind: 'tokens-read', tokens: KEPT, refreshAtMs: NOW + 1 },
    { kind: 'tokens-read', tokens: { ...READ, refreshToken: null }, refreshAtMs: null },
  ],
  'nothing-read': [{ kind: 'nothing-read' }],
  'cache-troubled': EVERY_CACHE_TROUBLE.map((trouble) => ({ kind: 'cache-troubled', trouble })),
  'session-lost': EVERY_REASON.map((reason) => ({ kind: 'session-lost', reason })),
  'sign-in-waits': EVERY_STAGE.map((stage) => ({ kind: 'sign-in-waits', stage })),
  'sign-in-failed': EVERY_FAILURE.map((failure) => ({ kind: 'sign-in-failed', failure })),
  'signed-in': [
    { kind: 'signed-in', tokens: FRESH, refreshAtMs: NOW + 1 },
    { kind: 'signed-in', tokens: FRESH, refreshAtMs: null },
  ],
  'refresh-started': [{ kind: 'refresh-started' }],
  refreshed: [{ kind: 'refreshed', tokens: FRESH, refreshAtMs: NOW + 1 }],
  'refresh-delayed': EVERY_REFRESH_TROUBLE.map((trouble) => ({
    kind: 'refresh-delayed',
    trouble,
    nextTryAtMs: NOW + 60_000,
  })),
  'session-ended': EVERY_REASON.flatMap((reason) => [
    { kind: 'session-ended', reason, kept: KEPT },
    { kind: 'session-ended', reason, kept: null },
  ]),
  'kept-erased': [{ kind: 'kept-erased' }],
  'access-refused': [{ kind: 'access-refused' }],
  'clock-set-back': [2_000, 3_600_000].map((byMs) => ({ kind: 'clock-set-back', byMs })),
  saved: [{ kind: 'saved' }],
  'not-saved': EVERY_CACHE_TROUBLE.map((trouble) => ({ kind: 'not-saved', trouble })),
  disconnected: [{ kind: 'disconnected' }],
};
export const EVERY_EVENT: readonly SessionEvent[] = Object.values(EVENTS).flat();
