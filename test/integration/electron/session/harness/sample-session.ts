import { startSampleService } from '../../../../../electron/sample-service/start-sample-service.ts';
import { MemoryTokenCache } from '../../../../../electron/session/memory-token-cache.ts';
import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import type { TokenCache } from '../../../../../electron/session/token-cache.ts';
import { HttpTokenEndpoint } from '../../../../../electron/session/token-endpoint.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { MemoryMarker } from '../../../../unit/electron/session/harness/memory-marker.ts';
import { RecordingLogger } from '../../../../unit/electron/session/harness/recording-logger.ts';

/** Ports that nothing else here uses; tried in this order. */
export const PORTS = [43_871, 43_872, 43_873] as const;

export async function startSample(options: { readonly rotation?: boolean } = {}) {
  const clock = new ManualClock();
  const service = await startSampleService({
    clock,
    seed: 7,
    rotation: options.rotation ?? false,
    library: { savedTracks: 5, ownPlaylists: 1, followedPlaylists: 0, itemsPerPlaylist: 3 },
    redirectUris: PORTS.map((port) => `http://127.0.0.1:${port}/callback`),
  });
  const keepers: SessionKeeper[] = [];
  const logger = new RecordingLogger();
  const cache = new MemoryTokenCache();
  const marker = new MemoryMarker();
  return {
    clock,
    service,
    logger,
    cache,
    marker,
    /** A keeper as one start of the app has it; all share cache, marker and log. */
    keeper: (
      openBrowser: (url: URL) => Promise<boolean>,
      change: { readonly cache?: TokenCache; readonly redirectPorts?: readonly number[] } = {},
    ) => {
      const keeper = new SessionKeeper({
        clock,
        random: Math.random,
        clientId: service.clientId,
        accountsUrl: service.accountsUrl,
        cache: change.cache ?? cache,
        marker,
        endpoint: new HttpTokenEndpoint({
          accountsUrl: service.accountsUrl,
          clock,
          timeoutSeconds: 15,
        }),
        redirectPorts: change.redirectPorts ?? PORTS,
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
