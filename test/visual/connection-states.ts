import type { Connection, RefreshRecord } from '../../shared/connection.ts';
import type { SessionLife, SessionState } from '../../shared/session-state.ts';
import type { WindowApiOverrides } from '../doubles/window-api.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Overrides = (nowMs: number) => WindowApiOverrides;

/** What the Connection and Settings pages can look like. `signedIn` is the calm case. */
export function connectionStates(signedIn: Overrides): Readonly<Record<string, Overrides>> {
  const session =
    (of: (nowMs: number) => Partial<NonNullable<WindowApiOverrides['session']>>): Overrides =>
    (nowMs) => {
      const base = signedIn(nowMs);
      const session = { ...base.session, connection: connection(nowMs), ...of(nowMs) };
      return { ...base, session: withLifeOfState(session) };
    };
  const active = (of: (nowMs: number) => Partial<SessionLife>): Overrides =>
    session((nowMs) => ({ state: { kind: 'active', life: { ...life(nowMs), ...of(nowMs) } } }));
  const inState = (state: (nowMs: number) => SessionState): Overrides =>
    session((nowMs) => ({ state: state(nowMs) }));

  return {
    connected: active(() => ({})),
    'connected-sample': session((nowMs) => ({
      mode: 'sample',
      account: { key: 'sample', displayName: 'Sample listener' },
      state: { kind: 'active', life: life(nowMs) },
      connection: {
        ...connection(nowMs),
        cache: { kind: 'memory', path: null, test: { kind: 'not-yet' } },
      },
    })),
    'connected-pasted': active(() => ({
      way: 'access-token',
      refreshAtMs: null,
      authorizedAtMs: null,
      renewBeforeMs: null,
    })),
    'connected-app-only': session((nowMs) => ({
      account: null,
      state: {
        kind: 'active',
        life: {
          ...life(nowMs),
          way: 'client-credentials',
          authorizedAtMs: null,
          renewBeforeMs: null,
        },
      },
    })),
    'connected-imported': active(() => ({ authorizedAtMs: null, renewBeforeMs: null })),
    'connected-troubled': session((nowMs) => ({
      state: {
        kind: 'active',
        life: {
          ...life(nowMs),
          authorizedAtMs: nowMs - 176 * DAY_MS,
          renewBeforeMs: nowMs + 6.5 * DAY_MS,
          missingScopes: ['user-library-read', 'user-read-private'],
        },
      },
      connection: {
        life: life(nowMs),
        lastSignInFailure: { kind: 'refused-by-user' },
        cache: {
          kind: 'file',
          path: '/home/ada/.config/Cratewatch/session.json',
          test: { kind: 'failed', atMs: nowMs - 200 * MINUTE_MS, cause: 'unwritable' },
        },
        refreshes: TROUBLE.map((record, index) => ({
          ...record,
          atMs: nowMs - (25 + index * 47) * MINUTE_MS,
        })),
        clockSkewMs: 7 * MINUTE_MS,
      },
    })),
    'connected-first-hour': session((nowMs) => ({
      state: { kind: 'active', life: life(nowMs) },
      connection: { ...connection(nowMs), refreshes: [] },
    })),
    'connection-offline': inState((nowMs) => ({
      kind: 'offline',
      cause: 'guest-network',
      nextTryAtMs: nowMs + 2 * MINUTE_MS,
    })),
    'connection-restart': inState(() => ({ kind: 'keychain-missing', restartHelps: true })),
    'connection-ended': inState(() => ({ kind: 'sign-in-needed', reason: 'expired' })),
    'connection-renewing': inState((nowMs) => ({
      kind: 'authorizing',
      redirectUri: 'http://127.0.0.1:43821/callback',
      endsAtMs: nowMs + 200_000,
      pageUrl: null,
    })),
  };
}

/** While all is well the connection tells the same life as the state. */
function withLifeOfState<T extends { state?: SessionState; connection: Connection }>(
  session: T,
): T {
  const { state, connection } = session;
  return state?.kind === 'active'
    ? { ...session, connection: { ...connection, life: state.life } }
    : session;
}

function life(nowMs: number): SessionLife {
  return {
    way: 'authorization-code',
    receivedAtMs: nowMs - 20 * MINUTE_MS,
    accessTokenExpiresAtMs: nowMs + 40 * MINUTE_MS,
    refreshAtMs: nowMs + 33 * MINUTE_MS,
    authorizedAtMs: nowMs - 20 * DAY_MS,
    renewBeforeMs: nowMs + 161 * DAY_MS,
    missingScopes: [],
  };
}

function connection(nowMs: number): Connection {
  return {
    life: life(nowMs),
    lastSignInFailure: null,
    cache: {
      kind: 'keychain',
      path: null,
      test: { kind: 'ok', atMs: nowMs - 199 * MINUTE_MS },
    },
    refreshes: Array.from({ length: 20 }, (_, index) => ({
      atMs: nowMs - (20 + index * 53) * MINUTE_MS,
      cause: index % 6 === 4 ? 'woken' : 'planned',
      outcome: index === 5 ? 'offline' : 'refreshed',
    })),
    clockSkewMs: 800,
  };
}

const TROUBLE: readonly Pick<RefreshRecord, 'cause' | 'outcome'>[] = [
  { cause: 'retry', outcome: 'refreshed' },
  { cause: 'planned', outcome: 'service-trouble' },
  { cause: 'woken', outcome: 'taken-from-cache' },
  { cause: 'refused', outcome: 'rate-limited' },
  { cause: 'clock-went-back', outcome: 'other-instance' },
  { cause: 'needed', outcome: 'offline' },
  { cause: 'by-hand', outcome: 'refused' },
];
