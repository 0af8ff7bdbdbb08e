import type { TokenCacheShelf } from '../../../../../electron/session/chosen-token-cache.ts';
import type { Identity } from '../../../../../electron/session/identity.ts';
import type { ProcessLock } from '../../../../../electron/session/process-lock.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import type { SessionMarker } from '../../../../../electron/session/session-marker.ts';
import type { CachedTokens, TokenCache } from '../../../../../electron/session/token-cache.ts';
import {
  DEFAULT_SESSION_SETTINGS,
  type SessionSettings,
  type TokenCacheKind,
} from '../../../../../shared/session-settings.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../../doubles/single-cache-shelf.ts';
import { MemoryMarker } from './memory-marker.ts';
import { RecordingLogger } from './recording-logger.ts';
import { ScriptedEndpoint } from './scripted-endpoint.ts';
import { WatchedCache } from './watched-cache.ts';

export const CLIENT_ID = '0123456789abcdef0123456789abcdef';
export const HOUR_MS = 3_600_000;

/** A keeper with everything around it in the test's hand. */
export function keeperBench(options: {
  readonly tokens?: CachedTokens | null;
  readonly clock?: ManualClock;
  readonly cache?: WatchedCache;
  readonly marker?: MemoryMarker;
  readonly cacheKind?: TokenCacheKind;
  readonly lock?: ProcessLock | null;
  readonly random?: () => number;
  readonly settings?: Partial<SessionSettings>;
  /** Whose token a new one is said to be. */
  readonly identity?: Identity | (() => Promise<Identity>);
  /** Where the dummy entry goes; a cache that works when left out. */
  readonly testCache?: TokenCache;
  /** In place of one cache, all kinds of them. */
  readonly shelf?: TokenCacheShelf;
}) {
  const clock = options.clock ?? new ManualClock();
  const cache = options.cache ?? new WatchedCache(options.tokens ?? null);
  const marker = options.marker ?? new MemoryMarker();
  const endpoint = new ScriptedEndpoint(clock);
  const logger = new RecordingLogger();
  const refreshLog = memoryRefreshLog();
  const { identity = { kind: 'unknown' } } = options;
  const identified: string[] = [];
  const opened: URL[] = [];
  let settings: SessionSettings = {
    ...DEFAULT_SESSION_SETTINGS,
    redirectPorts: [0],
    ...options.settings,
  };
  const keeper = new SessionKeeper({
    clock,
    random: options.random ?? (() => 0.5),
    clientId: CLIENT_ID,
    accountsUrl: 'http://127.0.0.1:9',
    caches:
      options.shelf ??
      singleCacheShelf({
        clock,
        cache,
        kind: options.cacheKind ?? 'keychain',
        ...(options.testCache === undefined ? {} : { testCache: options.testCache }),
      }),
    marker,
    endpoint,
    lock: options.lock ?? null,
    refreshLog,
    identify: async (token) => {
      identified.push(token.reveal());
      return typeof identity === 'function' ? await identity() : identity;
    },
    settings: () => settings,
    openBrowser: async (url) => {
      opened.push(url);
      return true;
    },
    logger,
  });
  const states: string[] = [];
  keeper.stateChanged.subscribe((state) => states.push(state.kind));
  const change = (changed: Partial<SessionSettings>) => {
    settings = { ...settings, ...changed };
  };
  return {
    ...{ clock, cache, marker, endpoint, logger, keeper, states, refreshLog },
    /** Access tokens about which it was asked whose they are. */
    identified,
    opened,
    /** Sets settings while the app runs. */
    change,
  };
}
export type KeeperBench = ReturnType<typeof keeperBench>;

/** A keeper that goes on with the tokens of an earlier run. */
export async function startedBench(
  ageMs = 0,
  options: Parameters<typeof keeperBench>[0] & {
    /** In these tokens. */
    readonly with?: Partial<CachedTokens>;
  } = {},
): Promise<KeeperBench> {
  const clock = options.clock ?? new ManualClock();
  const bench = keeperBench({ ...options, clock, tokens: tokens(clock, ageMs, options.with) });
  await bench.keeper.start();
  return bench;
}

/** The access token that the keeper hands out, or the state that it gives instead. */
export async function tokenOf(keeper: SessionKeeper): Promise<string> {
  const result = await keeper.getAccessToken();
  return result.kind === 'token' ? result.token.reveal() : `none: ${result.state.kind}`;
}

/** An hour-long token, received `ageMs` ago. */
export function tokens(clock: ManualClock, ageMs = 0, change: Partial<CachedTokens> = {}) {
  const receivedAtMs = clock.nowMs() - ageMs;
  return {
    way: 'authorization-code',
    clientSecret: null,
    missingScopes: [],
    accessToken: new Secret('access-0'),
    accessTokenExpiresAtMs: receivedAtMs + HOUR_MS,
    receivedAtMs,
    refreshToken: new Secret('refresh-0'),
    scopes: ['user-library-read'],
    authorizedAtMs: receivedAtMs,
    setAside: null,
    ...change,
  } satisfies CachedTokens;
}

export function markerFor(authorizedAtMs: number | null): SessionMarker {
  return {
    clientId: CLIENT_ID,
    accountKey: 'someone',
    displayName: 'Someone',
    authorizedAtMs,
    ended: null,
  };
}
