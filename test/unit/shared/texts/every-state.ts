import type { MonitorState, PassPause } from '../../../../shared/library-status.ts';
import {
  offlineCauseSchema,
  type ServiceState,
  type SessionLife,
  type SessionState,
  type SignInFailure,
} from '../../../../shared/session-state.ts';

/** A Saturday, noon in UTC. */
export const NOW_MS = Date.UTC(2026, 10, 21, 12);
/** 12:40 in UTC. */
export const LATER_MS = NOW_MS + 40 * 60_000;

export const FORMAT = { locale: 'en-GB', timeZone: 'UTC' } as const;

export const LIFE: SessionLife = {
  way: 'authorization-code',
  receivedAtMs: NOW_MS,
  accessTokenExpiresAtMs: LATER_MS,
  refreshAtMs: LATER_MS,
  authorizedAtMs: NOW_MS,
  renewBeforeMs: null,
  missingScopes: [],
};

/** Of the app alone: nobody's library is watched with it. */
export const APP_LIFE: SessionLife = { ...LIFE, way: 'client-credentials', authorizedAtMs: null };

const ADA = { key: 'ada', displayName: 'Ada Brook' };

/** One or more examples of each kind; a kind without one does not compile. */
type Examples<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: readonly Extract<T, { kind: K }>[];
};

const FIRST_PASS = {
  kind: 'first-pass',
  listName: 'Kitchen, loud',
  itemsDone: 3_400,
  itemsTotal: 12_000,
} as const;

const FAILURES: Examples<SignInFailure> = {
  'refused-by-user': [{ kind: 'refused-by-user' }],
  'timed-out': [{ kind: 'timed-out', limitSeconds: 300 }],
  cancelled: [{ kind: 'cancelled' }],
  'ports-busy': [{ kind: 'ports-busy', ports: [8917, 8918, 8919] }],
  'browser-not-opened': [{ kind: 'browser-not-opened' }],
  'code-not-accepted': [{ kind: 'code-not-accepted' }],
  'client-not-accepted': [{ kind: 'client-not-accepted' }],
  'service-unreachable': [undefined, ...offlineCauseSchema.options].map((cause) => ({
    kind: 'service-unreachable',
    ...(cause === undefined ? {} : { cause }),
  })),
  'service-unreadable': [{ kind: 'service-unreadable', status: 502 }],
  'keychain-failed': [{ kind: 'keychain-failed' }],
  'file-failed': [{ kind: 'file-failed' }],
  'token-not-accepted': [{ kind: 'token-not-accepted' }],
  'other-account': [{ kind: 'other-account' }],
};
export const EVERY_FAILURE: readonly SignInFailure[] = Object.values(FAILURES).flat();

const SESSIONS: Examples<SessionState> = {
  'signed-out': [null, ...EVERY_FAILURE].map((lastFailure) => ({
    kind: 'signed-out',
    lastFailure,
  })),
  authorizing: [null, 'https://accounts.spotify.com/authorize?client_id=0f1e'].map((pageUrl) => ({
    kind: 'authorizing',
    redirectUri: 'http://127.0.0.1:8917/callback',
    endsAtMs: LATER_MS,
    pageUrl,
  })),
  'confirming-account': [null, { key: 'bea', displayName: 'Bea Lund' }].map((found) => ({
    kind: 'confirming-account',
    expected: ADA,
    found,
  })),
  active: [
    { kind: 'active', life: LIFE },
    { kind: 'active', life: APP_LIFE },
  ],
  refreshing: [
    { kind: 'refreshing', life: LIFE },
    { kind: 'refreshing', life: APP_LIFE },
    { kind: 'refreshing', life: null },
  ],
  offline: offlineCauseSchema.options.map((cause) => ({
    kind: 'offline',
    cause,
    nextTryAtMs: LATER_MS,
  })),
  waiting: [
    { kind: 'waiting', reason: 'rate-limited', untilMs: LATER_MS },
    { kind: 'waiting', reason: 'service-trouble', untilMs: LATER_MS },
    { kind: 'waiting', reason: 'other-instance', untilMs: LATER_MS },
  ],
  'keychain-locked': [{ kind: 'keychain-locked' }],
  'keychain-missing': [
    { kind: 'keychain-missing', restartHelps: false },
    { kind: 'keychain-missing', restartHelps: true },
  ],
  'file-trouble': [{ kind: 'file-trouble' }],
  'sign-in-needed': [
    { kind: 'sign-in-needed', reason: 'expired' },
    { kind: 'sign-in-needed', reason: 'refused' },
    { kind: 'sign-in-needed', reason: 'client-invalid' },
    { kind: 'sign-in-needed', reason: 'token-ended' },
    { kind: 'sign-in-needed', reason: 'not-kept' },
  ],
};
export const EVERY_SESSION: readonly SessionState[] = Object.values(SESSIONS).flat();

const SERVICES: Examples<ServiceState> = {
  ok: [{ kind: 'ok' }],
  offline: offlineCauseSchema.options.map((cause) => ({ kind: 'offline', cause })),
  'rate-limited': [{ kind: 'rate-limited', untilMs: LATER_MS }],
  'quota-exhausted': [{ kind: 'quota-exhausted', untilMs: LATER_MS }],
  'budget-spent': [{ kind: 'budget-spent', untilMs: LATER_MS }],
  'service-trouble': [{ kind: 'service-trouble', untilMs: LATER_MS }],
  'premium-lapsed': [{ kind: 'premium-lapsed', untilMs: LATER_MS }],
  'not-allow-listed': [{ kind: 'not-allow-listed' }],
  'scope-missing': [{ kind: 'scope-missing' }],
};
export const EVERY_SERVICE: readonly ServiceState[] = Object.values(SERVICES).flat();

const SERVICE_PAUSES: Readonly<
  Record<Extract<PassPause, { kind: 'service' }>['reason'], { readonly untilMs: number }>
> = {
  'rate-limited': { untilMs: LATER_MS },
  'quota-exhausted': { untilMs: LATER_MS },
  'budget-spent': { untilMs: LATER_MS },
  'service-trouble': { untilMs: LATER_MS },
  'premium-lapsed': { untilMs: LATER_MS },
};

const PAUSES: Examples<PassPause> = {
  'by-user': [
    { kind: 'by-user', untilMs: null },
    { kind: 'by-user', untilMs: LATER_MS },
  ],
  session: [{ kind: 'session' }],
  offline: offlineCauseSchema.options.map((cause) => ({ kind: 'offline', cause })),
  service: (Object.keys(SERVICE_PAUSES) as (keyof typeof SERVICE_PAUSES)[]).map((reason) => ({
    kind: 'service',
    reason,
    ...SERVICE_PAUSES[reason],
  })),
  'not-allow-listed': [{ kind: 'not-allow-listed' }],
  'scope-missing': [{ kind: 'scope-missing' }],
  'disk-full': [{ kind: 'disk-full' }],
  'storage-failed': [{ kind: 'storage-failed' }],
};
export const EVERY_PAUSE: readonly PassPause[] = Object.values(PAUSES).flat();

const MONITORS: Examples<MonitorState> = {
  idle: [{ kind: 'idle' }],
  watching: [{ kind: 'watching', nextCheckAtMs: LATER_MS }],
  checking: (['first-pass', 'light-check'] as const).flatMap((kind) => [
    { kind: 'checking', progress: { ...FIRST_PASS, kind } },
    { kind: 'checking', progress: { kind, listName: null, itemsDone: 0, itemsTotal: null } },
  ]),
  paused: EVERY_PAUSE.flatMap((pause) => [
    { kind: 'paused', pause, progress: null },
    { kind: 'paused', pause, progress: FIRST_PASS },
  ]),
};
export const EVERY_MONITOR: readonly MonitorState[] = Object.values(MONITORS).flat();
