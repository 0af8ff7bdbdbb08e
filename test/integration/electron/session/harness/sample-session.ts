import { once } from 'node:events';
import { createServer } from 'node:net';
import { startSampleService } from '../../../../../electron/sample-service/start-sample-service.ts';
import type { Identity } from '../../../../../electron/session/identity.ts';
import { MemoryTokenCache } from '../../../../../electron/session/memory-token-cache.ts';
import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import { HttpTokenEndpoint } from '../../../../../electron/session/token-endpoint.ts';
import {
  DEFAULT_SESSION_SETTINGS,
  type SessionSettings,
} from '../../../../../shared/session-settings.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../../doubles/single-cache-shelf.ts';
import { MemoryMarker } from '../../../../unit/electron/session/harness/memory-marker.ts';
import { RecordingLogger } from '../../../../unit/electron/session/harness/recording-logger.ts';

/** Three ports that are free now, in the order in which they will be tried. */
async function freePorts(): Promise<readonly [number, number, number]> {
  const take = async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const servers = [await take(), await take(), await take()] as const;
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [first = 0, second = 0, third = 0] = ports;
  return [first, second, third];
}

export async function startSample(
  options: {
    readonly rotation?: boolean;
    readonly settings?: Partial<SessionSettings>;
    readonly identity?: Identity;
  } = {},
) {
  const clock = new ManualClock();
  const ports = await freePorts();
  const service = await startSampleService({
    clock,
    seed: 7,
    rotation: options.rotation ?? false,
    library: { savedTracks: 5, ownPlaylists: 1, followedPlaylists: 0, itemsPerPlaylist: 3 },
    redirectUris: ports.map((port) => `http://127.0.0.1:${port}/callback`),
  });
  const keepers: SessionKeeper[] = [];
  const logger = new RecordingLogger();
  const cache = new MemoryTokenCache();
  const marker = new MemoryMarker();
  return {
    clock,
    ports,
    service,
    logger,
    cache,
    marker,
    /** A keeper as one start of the app has it; all share cache, marker and log. */
    keeper: (openBrowser: (url: URL) => Promise<boolean>) => {
      const keeper = new SessionKeeper({
        clock,
        random: Math.random,
        clientId: service.clientId,
        accountsUrl: service.accountsUrl,
        caches: singleCacheShelf({ clock, cache }),
        marker,
        endpoint: new HttpTokenEndpoint({
          accountsUrl: service.accountsUrl,
          clock,
          timeoutSeconds: () => 15,
        }),
        lock: null,
        refreshLog: memoryRefreshLog(),
        identify: async () => options.identity ?? { kind: 'unknown' },
        settings: () => ({
          ...DEFAULT_SESSION_SETTINGS,
          redirectPorts: [...ports],
          ...options.settings,
        }),
        openBrowser,
        logger,
      });
      keepers.push(keeper);
      return keeper;
    },
    tokenRequests: () => service.requests.filter(({ path }) => path === '/api/token').length,
    close: async () => {
      await Promise.all(keepers.map((keeper) => keeper.close()));
      await service.close();
    },
  };
}

export type SampleSession = Awaited<ReturnType<typeof startSample>>;

/** What the Web API says to a token: the status of `GET /me`. */
export async function askProfile(apiUrl: string, token: string): Promise<number> {
  const response = await fetch(`${apiUrl}/me`, { headers: { authorization: `Bearer ${token}` } });
  await response.arrayBuffer();
  return response.status;
}
