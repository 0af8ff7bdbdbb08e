import { localDayStart } from '../../electron/library/changes-per-day.ts';
import type { LibraryAttention } from '../../shared/attention.ts';
import { type Change, KINDS_OF_FILTER } from '../../shared/change.ts';
import { DEFAULT_DESKTOP_SETTINGS } from '../../shared/desktop-defaults.ts';
import { DEFAULT_HISTORY_SETTINGS } from '../../shared/history-defaults.ts';
import {
  type AppInfo,
  changeableSettingsSchema,
  type SessionSnapshot,
  type VisibleSettings,
} from '../../shared/ipc-contract.ts';
import type { CratewatchApi, IpcAnswer } from '../../shared/ipc-derived.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import type { LoginItem } from '../../shared/login-item.ts';
import type { Notice } from '../../shared/notice.ts';
import { readProxyAddress } from '../../shared/proxy-address.ts';
import { DEFAULT_PROXY_SETTING } from '../../shared/proxy-setting.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/request-defaults.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../shared/session-settings.ts';
import { settingsAfterReset } from '../../shared/settings-reset.ts';
import { Signal } from '../../shared/signal.ts';
import type { UpdateState } from '../../shared/update-state.ts';
import { DEFAULT_WINDOW_SETTINGS } from '../../shared/window-defaults.ts';
import type { WindowView } from '../../shared/window-view.ts';
import { changedListsInMemory, feedInMemory } from './feed-in-memory.ts';
import { requestBudget } from './request-budget.ts';
import { RowsInMemory, type ShelvedItem } from './rows-in-memory.ts';

/** What the double starts with; everything that is left out has a calm default. */
export interface WindowApiOverrides {
  readonly info?: Partial<AppInfo>;
  readonly session?: Partial<SessionSnapshot>;
  readonly library?: Partial<LibraryStatus>;
  readonly settings?: Partial<VisibleSettings>;
  readonly attention?: readonly LibraryAttention[];
  readonly updates?: UpdateState;
  /** How starting at login stands; the command sets it, unless it cannot be set. */
  readonly loginItem?: LoginItem;
  /** Where the window was left; null for one that was never open. */
  readonly view?: WindowView | null;
  /** What the library holds and held. */
  readonly items?: readonly ShelvedItem[];
  /** Newest first, as the main process answers them. */
  readonly changes?: readonly Change[];
  /** Replaces single calls, for instance to let one fail or never answer. */
  readonly calls?: {
    readonly [G in keyof CratewatchApi]?: Partial<Omit<CratewatchApi[G], 'on'>>;
  };
}

export interface WindowApiDouble {
  readonly api: CratewatchApi;
  /** Every command that was called, in order. */
  readonly commands: readonly { readonly name: string; readonly argument: unknown }[];
  /** Tells a new session state, as the main process would. */
  setSession(next: Partial<SessionSnapshot>): void;
  setLibrary(next: Partial<LibraryStatus>): void;
  setSettings(next: Partial<VisibleSettings>): void;
  setUpdates(next: UpdateState): void;
  setNotices(next: readonly Notice[]): void;
  /** The system's own settings are changed, which tells nobody. */
  setLoginItem(next: LoginItem): void;
  /** These changes are found by a check; the newest is first. */
  arrive(changes: readonly Change[]): void;
}

/** The main process as the window sees it, held in memory and driven by a test. */
export function createWindowApiDouble(overrides: WindowApiOverrides = {}): WindowApiDouble {
  let info: AppInfo = { ...DEFAULT_INFO, ...overrides.info };
  let session: SessionSnapshot = { ...DEFAULT_SESSION, ...overrides.session };
  let library: LibraryStatus = { ...DEFAULT_LIBRARY, ...overrides.library };
  let settings: VisibleSettings = {
    ...DEFAULT_SESSION_SETTINGS,
    ...DEFAULT_REQUEST_SETTINGS,
    ...DEFAULT_HISTORY_SETTINGS,
    ...DEFAULT_WINDOW_SETTINGS,
    ...DEFAULT_DESKTOP_SETTINGS,
    proxy: DEFAULT_PROXY_SETTING,
    ...overrides.settings,
  };
  let updates: UpdateState = overrides.updates ?? {
    way: 'installs',
    phase: settings.lookForUpdates ? { kind: 'resting', lookedAtMs: null } : { kind: 'off' },
  };
  let changes: readonly Change[] = overrides.changes ?? [];
  let view: WindowView | null = overrides.view ?? null;
  let loginItem: LoginItem = overrides.loginItem ?? { kind: 'off' };
  let attention: readonly LibraryAttention[] = overrides.attention ?? [];
  const items = overrides.items === undefined ? null : new RowsInMemory(overrides.items);
  const commands: { name: string; argument: unknown }[] = [];
  const noticesTold = new Signal<Notice[]>();
  const sessionTold = new Signal<SessionSnapshot>();
  const libraryTold = new Signal<LibraryStatus>();
  const settingsTold = new Signal<VisibleSettings>();
  const updatesTold = new Signal<UpdateState>();
  const arrived = new Signal<{ count: number }>();

  function command<T>(name: string, value: T, run: () => void = () => undefined) {
    return async (argument?: unknown): Promise<IpcAnswer<T>> => {
      commands.push({ name, argument });
      run();
      return { ok: true, value };
    };
  }

  function setNotices(next: readonly Notice[]): void {
    info = { ...info, notices: [...next] };
    noticesTold.emit(info.notices);
  }

  function setSession(next: Partial<SessionSnapshot>): void {
    session = { ...session, ...next };
    sessionTold.emit(session);
  }

  function setLibrary(next: Partial<LibraryStatus>): void {
    library = { ...library, ...next };
    libraryTold.emit(library);
  }

  function setSettings(next: Partial<VisibleSettings>): void {
    settings = { ...settings, ...next };
    settingsTold.emit(settings);
  }

  function setUpdates(next: UpdateState): void {
    updates = next;
    updatesTold.emit(updates);
  }

  const api: CratewatchApi = {
    app: {
      info: async () => ({ ok: true, value: info }),
      openLink: command('app.openLink', { kind: 'done' as const }),
      copyText: command('app.copyText', { kind: 'done' as const }),
      diagnostics: async () => ({ ok: true, value: { text: DIAGNOSTICS } }),
      copyDiagnostics: command('app.copyDiagnostics', { kind: 'done' as const }),
      showLogFile: command('app.showLogFile', { kind: 'done' as const }),
      dismissNotice: async (id) => {
        setNotices(info.notices.filter((notice) => notice.id !== id));
        return command('app.dismissNotice', { kind: 'done' as const })(id);
      },
      restart: command('app.restart', { kind: 'done' as const }),
      loginItem: async () => ({ ok: true, value: loginItem }),
      setLoginItem: async ({ isOn }) => {
        if (loginItem.kind === 'on' || loginItem.kind === 'off') {
          loginItem = { kind: isOn ? 'on' : 'off' };
        }
        return command('app.setLoginItem', { kind: 'done' as const, item: loginItem })({ isOn });
      },
      view: async () => ({ ok: true, value: view }),
      keepView: async (kept) => {
        view = kept.view;
        return { ok: true, value: { kind: 'done' } };
      },
      reportProblem: command('app.reportProblem', { kind: 'done' as const }),
      on: { notices: (listener) => noticesTold.subscribe(listener) },
      ...overrides.calls?.app,
    },
    session: {
      snapshot: async () => ({ ok: true, value: session }),
      signIn: command('session.signIn', { kind: 'started' as const }),
      importTokens: command('session.importTokens', { kind: 'started' as const }),
      openBrowserAgain: command('session.openBrowserAgain', { kind: 'done' as const }),
      giveCallbackAddress: command('session.giveCallbackAddress', { kind: 'accepted' as const }),
      confirmAccount: command('session.confirmAccount', { kind: 'done' as const }, () =>
        setSession({ state: { kind: 'signed-out', lastFailure: { kind: 'other-account' } } }),
      ),
      cancelSignIn: command('session.cancelSignIn', { kind: 'done' as const }, () =>
        setSession({ state: { kind: 'signed-out', lastFailure: { kind: 'cancelled' } } }),
      ),
      testConnection: command('session.testConnection', {
        kind: 'ok' as const,
        displayName: 'Ada Brook',
      }),
      moveTokens: async ({ to }) => {
        const { connection } = session;
        const path = to === 'file' ? '~/.config/Cratewatch/tokens.json' : null;
        setSession({
          connection: { ...connection, cache: { ...connection.cache, kind: to, path } },
        });
        return command('session.moveTokens', { kind: 'done' as const })({ to });
      },
      exploreSample: command('session.exploreSample', { kind: 'started' as const }),
      retry: command('session.retry', { kind: 'done' as const }),
      disconnect: command('session.disconnect', { kind: 'done' as const }, () =>
        setSession({ state: { kind: 'signed-out', lastFailure: null }, account: null }),
      ),
      on: { changed: (listener) => sessionTold.subscribe(listener) },
      ...overrides.calls?.session,
    },
    settings: {
      current: async () => ({ ok: true, value: settings }),
      update: async (argument) => {
        commands.push({ name: 'settings.update', argument });
        const parsed = changeableSettingsSchema.safeParse({ ...settings, ...argument });
        if (!parsed.success) {
          const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
          return { ok: true, value: { kind: 'invalid', names } };
        }
        setSettings(parsed.data);
        return { ok: true, value: { kind: 'done' } };
      },
      setProxy: async (order) => {
        commands.push({ name: 'settings.setProxy', argument: order });
        if (order.kind !== 'manual') {
          setSettings({ proxy: order });
          return { ok: true, value: { kind: 'done' } };
        }
        const reading = readProxyAddress(order.address);
        if (reading.kind === 'wrong') {
          const problem = { field: 'address', fault: reading.fault } as const;
          return { ok: true, value: { kind: 'invalid', problems: [problem] } };
        }
        const { kind, user, password } = order;
        const hasPassword = password.kind !== 'none';
        setSettings({ proxy: { kind, address: reading.address, user, hasPassword } });
        return { ok: true, value: { kind: 'done' } };
      },
      reset: command('settings.reset', { kind: 'done' as const }, () =>
        setSettings({ ...settingsAfterReset(settings), proxy: DEFAULT_PROXY_SETTING }),
      ),
      on: { changed: (listener) => settingsTold.subscribe(listener) },
      ...overrides.calls?.settings,
    },
    library: {
      status: async () => ({ ok: true, value: library }),
      attention: async () => ({ ok: true, value: [...attention] }),
      seen: async ({ kind }) => {
        attention = attention.filter((point) => point.kind !== kind);
        setLibrary({});
        return command('library.seen', { kind: 'done' as const })({ kind });
      },
      rows: async (query) => ({ ok: true, value: items?.rows(query) ?? null }),
      playlists: async ({ offset }) => ({
        ok: true,
        value: { revision: '', total: 0, offset, rows: [] },
      }),
      search: async (query) => ({
        ok: true,
        value: items?.search(query) ?? {
          items: { total: 0, rows: [] },
          playlists: { total: 0, rows: [] },
        },
      }),
      checkNow: command('library.checkNow', { kind: 'started' as const }),
      pause: async ({ untilMs }) => {
        const pause = { kind: 'by-user' as const, untilMs };
        setLibrary({ monitor: { kind: 'paused', pause, progress: null } });
        return command('library.pause', { kind: 'done' as const })({ untilMs });
      },
      resume: command('library.resume', { kind: 'done' as const }, () =>
        setLibrary({ monitor: { kind: 'watching', nextCheckAtMs: Date.now() } }),
      ),
      on: { changed: (listener) => libraryTold.subscribe(listener) },
      ...overrides.calls?.library,
    },
    changes: {
      page: async ({ filter, offset, count }) => {
        const kinds = KINDS_OF_FILTER[filter];
        const matching = kinds === null ? changes : changes.filter((c) => kinds.includes(c.kind));
        const rows = matching.slice(offset, offset + count);
        return { ok: true, value: { total: matching.length, offset, rows } };
      },
      feed: async (window) => ({ ok: true, value: feedInMemory(changes, window, localDayStart) }),
      lists: async () => ({ ok: true, value: changedListsInMemory(changes) }),
      markRead: async ({ throughId }) => {
        changes = changes.map((change) =>
          change.id <= throughId ? { ...change, unread: false } : change,
        );
        setLibrary({ unreadChanges: changes.filter((change) => change.unread).length });
        return command('changes.markRead', { kind: 'done' as const })({ throughId });
      },
      on: { arrived: (listener) => arrived.subscribe(listener) },
      ...overrides.calls?.changes,
    },
    history: {
      observations: async () => ({ ok: true, value: { total: 0, rows: [] } }),
      state: async () => ({ ok: true, value: null }),
      difference: async () => ({ ok: true, value: null }),
      timeline: async ({ uri, offset, count }) => ({
        ok: true,
        value: items?.timeline(uri, offset, count) ?? null,
      }),
      substitutes: async ({ uri }) => ({ ok: true, value: items?.substitutes(uri) ?? [] }),
      sizes: async () => ({ ok: true, value: { points: [] } }),
      on: {},
      ...overrides.calls?.history,
    },
    updates: {
      state: async () => ({ ok: true, value: updates }),
      look: command('updates.look', { kind: 'started' as const }, () =>
        setUpdates({ ...updates, phase: { kind: 'looking' } }),
      ),
      download: command('updates.download', { kind: 'started' as const }),
      cancel: command('updates.cancel', { kind: 'done' as const }),
      install: command('updates.install', { kind: 'started' as const }),
      on: { changed: (listener) => updatesTold.subscribe(listener) },
      ...overrides.calls?.updates,
    },
  };

  return {
    api,
    commands,
    setSession,
    setLibrary,
    setSettings,
    setUpdates,
    setNotices,
    setLoginItem: (next) => {
      loginItem = next;
    },
    arrive(found) {
      changes = [...found, ...changes];
      setLibrary({ unreadChanges: changes.filter((change) => change.unread).length });
      arrived.emit({ count: found.length });
    },
  };
}

const DIAGNOSTICS = [
  'Cratewatch diagnostics',
  '',
  'Versions',
  '  Cratewatch: 0.1.0',
  '  Electron: 45.4.1',
  '',
  'Log, the last lines',
  ...Array.from(
    { length: 60 },
    (_row, index) =>
      `  2026-11-21T19:53:${String(index).padStart(2, '0')}.000Z info  Token refresh cause=scheduled outcome=refreshed`,
  ),
  '',
].join('\n');

const DEFAULT_INFO: AppInfo = {
  version: '0.1.0',
  electronVersion: '45.4.1',
  platform: 'linux',
  dataFolder: '~/.config/Cratewatch',
  notices: [],
};

const DEFAULT_SESSION: SessionSnapshot = {
  mode: 'spotify',
  state: { kind: 'signed-out', lastFailure: null },
  service: { kind: 'ok' },
  account: null,
  connection: {
    cache: { kind: 'keychain', path: null, test: { kind: 'not-yet' } },
    refreshes: [],
    clockSkewMs: null,
    life: null,
    lastSignInFailure: null,
  },
  setup: {
    clientId: null,
    hasSecret: false,
    redirectUris: [
      'http://127.0.0.1:8917/callback',
      'http://127.0.0.1:8918/callback',
      'http://127.0.0.1:8919/callback',
    ],
  },
};

const DEFAULT_LIBRARY: LibraryStatus = {
  monitor: { kind: 'idle' },
  totals: {
    savedTracks: 0,
    playlists: 0,
    watchedPlaylists: 0,
    playlistItems: 0,
    unavailableItems: 0,
  },
  collections: [],
  lastCheckAtMs: null,
  baselineAtMs: null,
  unreadChanges: 0,
  changesPerDay: [],
  requests: requestBudget(),
};
