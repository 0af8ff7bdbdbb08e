import type { LibraryStatus, PassPause } from '../../shared/library-status.ts';
import type { SessionLife, SessionState, SignInFailure } from '../../shared/session-state.ts';
import { requestBudget } from '../doubles/request-budget.ts';
import { createWindowApiDouble, type WindowApiOverrides } from '../doubles/window-api.ts';
import { connectionStates } from './connection-states.ts';
import { libraryStates } from './library-states.ts';
import { playlistsStates } from './playlists-states.ts';
import { calmDay, requestStates } from './request-states.ts';
import { hostileChanges, sampleChanges } from './sample-changes.ts';

import { troubleStates } from './trouble-states.ts';
import { updateStates } from './update-states.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const ADA = { key: 'ada', displayName: 'Ada Brook' };
const BEA = { key: 'bea', displayName: 'Bea Lund' };

type States = Readonly<Record<string, (nowMs: number) => WindowApiOverrides>>;

const CONNECTION_STATES = connectionStates((now) => signedIn(now, {}));
const connected = (now: number) => CONNECTION_STATES.connected?.(now) ?? {};

/** Every state that is looked at, by name. */
export const STATES: States = {
  fresh: () => ({}),
  'login-on': (now) => ({ ...connected(now), loginItem: { kind: 'on' } }),
  'login-sandboxed': (now) => ({
    ...connected(now),
    loginItem: { kind: 'not-possible', reason: 'sandboxed' },
  }),
  prefilled: () => ({ session: withClientId() }),
  'keychain-missing': () => ({
    session: { state: { kind: 'keychain-missing', restartHelps: false } },
  }),
  waiting: (now) => ({
    session: {
      ...withClientId(),
      state: {
        kind: 'authorizing',
        redirectUri: 'http://127.0.0.1:8917/callback',
        endsAtMs: now + 4 * MINUTE_MS + 12_000,
        pageUrl: null,
      },
    },
  }),
  'secret-known': () => ({ session: { setup: { ...withClientId().setup, hasSecret: true } } }),
  pasting: (now) => ({ session: { ...withClientId(), state: pasting(now) } }),
  'confirming-first': () => ({
    session: {
      ...withClientId(),
      state: { kind: 'confirming-account', expected: ADA, found: BEA },
    },
  }),
  'sign-in-refused': () => ({
    session: withClientId(),
    calls: {
      session: {
        signIn: async () => ({ ok: true, value: { kind: 'secret-invalid' } }),
        importTokens: async () => ({ ok: true, value: { kind: 'refused', reason: 'expired' } }),
      },
    },
  }),
  'paste-refused': (now) => ({
    session: { ...withClientId(), state: pasting(now) },
    calls: {
      session: {
        giveCallbackAddress: async () => ({
          ok: true,
          value: { kind: 'refused', reason: 'other-sign-in' },
        }),
      },
    },
  }),
  ...failures([
    { kind: 'refused-by-user' },
    { kind: 'timed-out', limitSeconds: 300 },
    { kind: 'ports-busy', ports: [8917, 8918, 8919] },
    { kind: 'browser-not-opened' },
    { kind: 'code-not-accepted' },
    { kind: 'client-not-accepted' },
    { kind: 'service-unreachable' },
    { kind: 'service-unreadable', status: 502 },
    { kind: 'keychain-failed' },
    { kind: 'file-failed' },
    { kind: 'token-not-accepted' },
    { kind: 'other-account' },
  ]),
  watching: (now) => signedIn(now, { unreadChanges: 4 }),
  quiet: (now) => ({
    ...signedIn(now, {
      unreadChanges: 0,
      changesPerDay: days(now, () => [0, 0, 0]),
      totals: { ...TOTALS, unavailableItems: 0 },
    }),
    changes: [],
  }),
  sample: (now) => {
    const base = signedIn(now, { unreadChanges: 4 });
    return {
      ...base,
      session: {
        ...base.session,
        mode: 'sample',
        account: { key: 'sample', displayName: 'Sample listener' },
      },
    };
  },
  'first-pass': (now) => ({
    ...signedIn(now, firstPass(now, { kind: 'checking', progress: PROGRESS })),
    changes: [],
  }),
  discovering: (now) => ({
    ...signedIn(
      now,
      firstPass(now, {
        kind: 'checking',
        progress: { kind: 'first-pass', listName: null, itemsDone: 0, itemsTotal: null },
      }),
    ),
    changes: [],
  }),
  checking: (now) =>
    signedIn(now, {
      monitor: {
        kind: 'checking',
        progress: {
          kind: 'light-check',
          listName: 'Late Night Drive',
          itemsDone: 40,
          itemsTotal: 212,
        },
      },
    }),
  quota: (now) => ({
    ...signedIn(
      now,
      firstPass(now, {
        kind: 'paused',
        pause: { kind: 'service', reason: 'quota-exhausted', untilMs: now + 5 * HOUR_MS },
        progress: PROGRESS,
      }),
    ),
    changes: [],
  }),
  attention: (now) => {
    const item = (index: number, album: string) => ({
      uri: `spotify:track:${index}`,
      kind: 'track' as const,
      name: ['Lichen', 'Glass Orchard', 'Marginalia'][index] ?? 'Kite Weather',
      artists: [['Northern Greenhouse', 'Hollow Pines', 'Sunday Physics'][index] ?? 'Ines Okafor'],
      album,
      imageUrl: null,
    });
    return {
      ...signedIn(now, { unreadChanges: 4 }),
      attention: [
        {
          kind: 'unavailable',
          count: 14,
          items: [
            { item: item(0, 'Understory'), substitute: item(0, 'Understory (Deluxe)') },
            { item: item(1, 'Field Hours'), substitute: null },
            { item: item(2, 'Marginalia EP'), substitute: null },
          ],
        },
        { kind: 'playlists-gone', count: 1, names: ['Summer 2019'] },
        { kind: 'lists-refused', count: 1, names: ['Found in second-hand shops'] },
        { kind: 'history-ends', months: 24, fromMs: now + 12 * DAY_MS },
      ],
    };
  },
  long: (now) => {
    const base = signedIn(now, { unreadChanges: 40 });
    const [first] = sampleChanges(1, now, 1);
    const rows = sampleChanges(40, now, 40).flatMap((change, index) =>
      first !== undefined && 'item' in change && 'item' in first
        ? [{ ...first, item: change.item, id: 400 - index, unread: index < 12 }]
        : [],
    );
    return { ...base, changes: [...rows, ...sampleChanges(120, now - 2 * DAY_MS)] };
  },
  ...pauses([
    { kind: 'by-user', untilMs: null },
    { kind: 'disk-full' },
    { kind: 'storage-failed' },
    { kind: 'not-allow-listed' },
  ]),
  renewal: (now) => {
    const base = signedIn(now, { requests: requestBudget({ usedInLastDay: 744 }) });
    const life: SessionLife = {
      way: 'authorization-code',
      receivedAtMs: now - 20 * MINUTE_MS,
      missingScopes: [],
      accessTokenExpiresAtMs: now + 40 * MINUTE_MS,
      refreshAtMs: now + 34 * MINUTE_MS,
      authorizedAtMs: now - 176 * DAY_MS,
      renewBeforeMs: now + 6.5 * DAY_MS,
    };
    return { ...base, session: { ...base.session, state: { kind: 'active', life } } };
  },
  ...CONNECTION_STATES,
  ...playlistsStates((now, library) => signedIn(now, library ?? {})),
  ...requestStates(connected),
  ...updateStates(connected),
  ...libraryStates((now, library) => signedIn(now, library)),
  ...troubleStates((now, library) => signedIn(now, library)),
  'budget-spent': (now) => ({
    ...signedIn(now, {}),
    calls: {
      library: {
        checkNow: async () => ({
          ok: true,
          value: { kind: 'not-now', untilMs: now + 4 * HOUR_MS },
        }),
      },
    },
  }),
  offline: (now) => {
    const base = signedIn(now, {});
    return {
      ...base,
      session: {
        ...base.session,
        state: { kind: 'offline', cause: 'no-network', nextTryAtMs: now + 2 * MINUTE_MS },
      },
    };
  },
  'keychain-locked': (now) => {
    const base = signedIn(now, {});
    return { ...base, session: { ...base.session, state: { kind: 'keychain-locked' } } };
  },
  expired: (now) => {
    const base = signedIn(now, {});
    return {
      ...base,
      session: { ...base.session, state: { kind: 'sign-in-needed', reason: 'expired' } },
    };
  },
  ...ofSession({
    'client-invalid': { kind: 'sign-in-needed', reason: 'client-invalid' },
    'token-ended': { kind: 'sign-in-needed', reason: 'token-ended' },
    'file-trouble': { kind: 'file-trouble' },
    'keychain-restarted': { kind: 'keychain-missing', restartHelps: true },
    confirming: { kind: 'confirming-account', expected: ADA, found: BEA },
    'confirming-unknown': { kind: 'confirming-account', expected: ADA, found: null },
  }),
  'pasting-again': (now) => {
    const base = signedIn(now, {});
    return { ...base, session: { ...base.session, state: pasting(now) } };
  },
  'signing-in-again': (now) => {
    const base = signedIn(now, {});
    return {
      ...base,
      session: {
        ...base.session,
        state: {
          kind: 'authorizing',
          redirectUri: 'http://127.0.0.1:8917/callback',
          endsAtMs: now + 200_000,
          pageUrl: null,
        },
      },
    };
  },
  notices: (now) => ({
    ...signedIn(now, {}),
    info: {
      notices: [
        {
          kind: 'database-set-aside',
          id: 'n1',
          reason: 'damaged',
          keptAs: '/home/ada/.config/Cratewatch/library.2026-11-21.damaged.sqlite',
        },
        { kind: 'settings-set-aside', id: 'n2', keptAs: 'settings.broken.json' },
      ],
    },
  }),
  crashed: (now) => ({
    ...signedIn(now, {}),
    info: {
      notices: [
        { kind: 'restarted-after-fault', id: 'fault', atMs: now - 3_600_000 },
        { kind: 'window-opened-again', id: 'window-crashed' },
      ],
    },
  }),
  'crashed-again': (now) => ({
    ...signedIn(now, {}),
    info: {
      notices: [
        { kind: 'fault-endured', id: 'fault', atMs: now - 3_600_000 },
        { kind: 'window-stayed-closed', id: 'window-crashed' },
      ],
    },
  }),
  broken: (now) => {
    const base = signedIn(now, {});
    let answers = 0;
    return {
      ...base,
      calls: {
        library: {
          status: async () => {
            answers += 1;
            // What no main process says: drawing it throws. The second answer is sound.
            if (answers === 1) return JSON.parse('{"ok":true,"value":{"monitor":{"kind":"?"}}}');
            return createWindowApiDouble(base).api.library.status();
          },
        },
      },
    };
  },
  loading: (now) => ({
    ...signedIn(now, {}),
    calls: {
      changes: {
        page: () => new Promise(() => undefined),
        feed: () => new Promise(() => undefined),
        lists: () => new Promise(() => undefined),
      },
    },
  }),
  failed: (now) => ({
    ...signedIn(now, {}),
    calls: {
      changes: {
        page: async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }),
        feed: async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }),
        lists: async () => ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }),
      },
    },
  }),
  hostile: (now) => {
    const base = signedIn(now, { unreadChanges: 3 });
    return {
      ...base,
      changes: hostileChanges(now),
      session: {
        ...base.session,
        account: { key: 'x', displayName: '<script>alert(1)</script>'.repeat(20) },
      },
    };
  },
  many: (now) => ({
    ...signedIn(now, { unreadChanges: 1_204 }),
    changes: sampleChanges(100_000, now, 1_204),
  }),
};

const COLLECTIONS: LibraryStatus['collections'] = [
  { kind: 'saved-tracks', listId: 1, state: 'watched', items: 10_412 },
  { kind: 'saved-albums', listId: 11, state: 'watched', items: 517 },
  { kind: 'saved-shows', listId: 12, state: 'watched', items: 48 },
  { kind: 'saved-episodes', listId: 13, state: 'watched', items: 203 },
  { kind: 'saved-audiobooks', listId: 14, state: 'watched', items: 0 },
  { kind: 'followed-artists', listId: 15, state: 'watched', items: 309 },
];
const TOTALS: LibraryStatus['totals'] = {
  savedTracks: 10_412,
  playlists: 300,
  watchedPlaylists: 204,
  playlistItems: 12_018,
  unavailableItems: 37,
};

const PROGRESS = {
  kind: 'first-pass',
  listName: 'Found in second-hand shops',
  itemsDone: 3_400,
  itemsTotal: 12_000,
} as const;

function signedIn(nowMs: number, library: Partial<LibraryStatus>): WindowApiOverrides {
  return {
    session: {
      ...withClientId(),
      account: ADA,
      state: {
        kind: 'active',
        life: {
          way: 'authorization-code',
          receivedAtMs: nowMs - 20 * MINUTE_MS,
          missingScopes: [],
          accessTokenExpiresAtMs: nowMs + 40 * MINUTE_MS,
          refreshAtMs: nowMs + 34 * MINUTE_MS,
          authorizedAtMs: nowMs - 20 * DAY_MS,
          renewBeforeMs: nowMs + 160 * DAY_MS,
        },
      },
    },
    library: {
      monitor: { kind: 'watching', nextCheckAtMs: nowMs + 42 * MINUTE_MS },
      totals: TOTALS,
      collections: COLLECTIONS,
      lastCheckAtMs: nowMs - 18 * MINUTE_MS,
      baselineAtMs: nowMs - 20 * DAY_MS,
      changesPerDay: days(nowMs, (day) => [
        [2, 6, 0, 1, 14, 3, 0, 0, 5, 9, 2, 0, 7, 4][day] ?? 0,
        [0, 1, 0, 3, 2, 0, 0, 1, 0, 4, 0, 0, 2, 3][day] ?? 0,
        [1, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 1][day] ?? 0,
      ]),
      requests: calmDay(nowMs),
      ...library,
    },
    changes: sampleChanges(160, nowMs, library.unreadChanges ?? 0),
  };
}

function withClientId() {
  return {
    setup: {
      clientId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      hasSecret: false,
      redirectUris: ['http://127.0.0.1:8917/callback', 'http://127.0.0.1:8918/callback'],
    },
  };
}

function firstPass(nowMs: number, monitor: LibraryStatus['monitor']): Partial<LibraryStatus> {
  return {
    monitor,
    lastCheckAtMs: null,
    baselineAtMs: null,
    changesPerDay: days(nowMs, () => [0, 0, 0]),
    totals: {
      savedTracks: 3_400,
      playlists: 0,
      watchedPlaylists: 0,
      playlistItems: 0,
      unavailableItems: 0,
    },
    requests: requestBudget({ usedInLastDay: 68 }),
  };
}

/** Spotify's page is open in a browser on another computer. */
function pasting(nowMs: number): SessionState {
  const redirectUri = 'http://127.0.0.1:8917/callback';
  const query = new URLSearchParams({
    client_id: withClientId().setup.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'user-library-read playlist-read-private playlist-read-collaborative',
    state: 'q'.repeat(43),
    code_challenge_method: 'S256',
    code_challenge: 'c'.repeat(43),
  });
  return {
    kind: 'authorizing',
    redirectUri,
    endsAtMs: nowMs + 4 * MINUTE_MS + 12_000,
    pageUrl: `https://accounts.spotify.com/authorize?${query}`,
  };
}

/** A library that is watched, and something the matter with its session. */
function ofSession(states: Readonly<Record<string, SessionState>>): States {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      (now: number) => {
        const base = signedIn(now, {});
        return { ...base, session: { ...base.session, state } };
      },
    ]),
  );
}

function failures(kinds: readonly SignInFailure[]): States {
  return Object.fromEntries(
    kinds.map((lastFailure) => [
      `failed-${lastFailure.kind}`,
      () => ({ session: { ...withClientId(), state: { kind: 'signed-out', lastFailure } } }),
    ]),
  );
}

function pauses(kinds: readonly PassPause[]): States {
  return Object.fromEntries(
    kinds.map((pause) => [
      pause.kind,
      (now: number) => signedIn(now, { monitor: { kind: 'paused', pause, progress: null } }),
    ]),
  );
}

function days(
  nowMs: number,
  of: (day: number) => readonly [added: number, removed: number, other: number],
): LibraryStatus['changesPerDay'] {
  const today = new Date(nowMs).setHours(0, 0, 0, 0);
  return Array.from({ length: 14 }, (_, day) => {
    const [added, removed, other] = of(day);
    return { dayStartMs: today - (13 - day) * DAY_MS, added, removed, other };
  });
}
