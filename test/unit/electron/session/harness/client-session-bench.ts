import { ClientSession } from '../../../../../electron/session/client-session.ts';
import type { Identity } from '../../../../../electron/session/identity.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import type { Connection } from '../../../../../shared/connection.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../../shared/session-settings.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../../doubles/single-cache-shelf.ts';
import { HOUR_MS, tokens } from './keeper-bench.ts';
import { MemoryMarker } from './memory-marker.ts';
import { RecordingLogger } from './recording-logger.ts';
import { ScriptedEndpoint } from './scripted-endpoint.ts';
import { WatchedCache } from './watched-cache.ts';

export const OLD = 'a'.repeat(32);
export const NEW = 'b'.repeat(32);
export const BROWSER = { way: 'browser', secret: null } as const;
export const IDLE: Omit<Connection, 'lastSignInFailure'> = {
  cache: { kind: 'file', path: null, test: { kind: 'not-yet' } },
  life: null,
  refreshes: [],
  clockSkewMs: null,
};

/** A session in use with the old client id; `NEW` finds its tokens, of the same account, without a browser. */
export function clientSessionBench() {
  const clock = new ManualClock();
  const endpoint = new ScriptedEndpoint(clock);
  const marker = new MemoryMarker({
    clientId: OLD,
    accountKey: 'someone',
    displayName: 'Someone',
    // The tokens below are an hour old.
    authorizedAtMs: clock.nowMs() - HOUR_MS,
    ended: null,
  });
  const caches = {
    [OLD]: new WatchedCache(tokens(clock, HOUR_MS)),
    [NEW]: new WatchedCache(tokens(clock, 0, { accessToken: new Secret('access-of-new') })),
  };
  const cacheFor = (clientId: string) => caches[clientId] ?? new WatchedCache();
  const someone = { key: 'someone', displayName: 'Someone' };
  const identity: { of: Identity } = { of: { kind: 'account', account: someone } };
  const states: string[] = [];
  const chosen: string[] = [];
  const session = new ClientSession({
    marker,
    idleConnection: () => IDLE,
    chooseCache: (kind) => chosen.push(kind),
    createKeeper: (clientId, own) =>
      new SessionKeeper({
        clock,
        random: () => 0.5,
        clientId,
        accountsUrl: 'http://127.0.0.1:9',
        caches: singleCacheShelf({ clock, cache: cacheFor }),
        marker: own,
        endpoint,
        lock: null,
        refreshLog: memoryRefreshLog(),
        identify: async () => identity.of,
        settings: () => ({ ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0] }),
        openBrowser: async () => {
          void session.cancelSignIn();
          return true;
        },
        logger: new RecordingLogger(),
      }),
    forgetTokens: (clientId) => cacheFor(clientId).delete(),
  });
  session.stateChanged.subscribe((state) => states.push(state.kind));
  return { clock, endpoint, marker, caches, session, states, identity, chosen };
}

export async function accessToken(session: ClientSession): Promise<string> {
  const access = await session.getAccessToken();
  return access.kind === 'token' ? access.token.reveal() : access.state.kind;
}
