import { vi } from 'vitest';
import { MemoryTokenCache } from '../../../../../electron/session/memory-token-cache.ts';
import type { Secret } from '../../../../../electron/session/secret.ts';
import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import type { CachedTokens } from '../../../../../electron/session/token-cache.ts';
import { HttpTokenEndpoint } from '../../../../../electron/session/token-endpoint.ts';
import type { Clock } from '../../../../../shared/clock.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../../shared/session-settings.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../../doubles/single-cache-shelf.ts';
import { MemoryMarker } from '../../../../unit/electron/session/harness/memory-marker.ts';
import { RecordingLogger } from '../../../../unit/electron/session/harness/recording-logger.ts';
import { pressOnForm } from './form-browser.ts';
import { visit } from './http-visit.ts';
import type { IndependentServerOptions } from './independent-configuration.ts';
import { startIndependentServer } from './independent-server.ts';

/** Makes the clock the only time of this process, that of `oidc-provider` included. */
export function rulesTime(clock: Clock): { readonly restore: () => void } {
  const spy = vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(clock.nowMs()));
  return { restore: () => spy.mockRestore() };
}

/** A browser whose user presses the button. */
export function presses(button: 'agree' | 'cancel'): (url: URL) => Promise<boolean> {
  return async (url) => {
    await visit(await pressOnForm(url, button));
    return true;
  };
}

/** The independent server with keepers that live in the same, injected time. */
export async function startIndependentSession(options: IndependentServerOptions = {}) {
  const clock = new ManualClock();
  const time = rulesTime(clock);
  const server = await startIndependentServer(options);
  const { accountsUrl } = server;
  const endpoint = new HttpTokenEndpoint({ accountsUrl, clock, timeoutSeconds: () => 15 });
  const logger = new RecordingLogger();
  const marker = new MemoryMarker();
  const cache = new MemoryTokenCache();
  const keepers: SessionKeeper[] = [];
  return {
    clock,
    server,
    endpoint,
    logger,
    /** A keeper as one start of the app has it; all share cache and marker. */
    keeper: (
      change: {
        readonly clientId?: string;
        readonly openBrowser?: (url: URL) => Promise<boolean>;
      } = {},
    ) => {
      const keeper = new SessionKeeper({
        clock,
        random: Math.random,
        clientId: change.clientId ?? server.publicClient.id,
        accountsUrl,
        caches: singleCacheShelf({ clock, cache: cache }),
        marker,
        endpoint,
        lock: null,
        refreshLog: memoryRefreshLog(),
        identify: async () => ({ kind: 'unknown' }),
        settings: () => ({ ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0] }),
        openBrowser: change.openBrowser ?? presses('agree'),
        logger,
      });
      keepers.push(keeper);
      return keeper;
    },
    /** What the shared cache holds. */
    cached: async (): Promise<CachedTokens> => {
      const read = await cache.get();
      if (read.kind !== 'found') {
        throw new Error(`Nothing in the cache: ${read.kind}`);
      }
      return read.tokens;
    },
    close: async () => {
      await Promise.all(keepers.map((keeper) => keeper.close()));
      await server.close();
      time.restore();
    },
  };
}

export type IndependentSession = Awaited<ReturnType<typeof startIndependentSession>>;

/** A keeper whose user has just agreed. */
export async function signedIn(session: IndependentSession): Promise<SessionKeeper> {
  const keeper = session.keeper();
  await keeper.start();
  const result = await keeper.signIn({ way: 'browser', secret: null });
  if (result.kind !== 'signed-in') {
    throw new Error(`Not signed in: ${result.kind}`);
  }
  return keeper;
}

/** The token that a call would be made with. */
export async function tokenOf(keeper: SessionKeeper): Promise<Secret> {
  const result = await keeper.getAccessToken();
  if (result.kind !== 'token') {
    throw new Error(`No token: ${result.state.kind}`);
  }
  return result.token;
}
