import { join } from 'node:path';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { loopbackUrl, type SpotifyAddresses } from './desktop/service-addresses.ts';
import type { KeptData } from './kept-data.ts';
import type { Routes } from './network/routes.ts';
import { startSampleMode } from './sample-mode.ts';
import type { TokenCacheShelf } from './session/chosen-token-cache.ts';
import { withOfferedRedirectUri } from './session/offered-settings.ts';
import type { PrefilledClient } from './session/prefilled-client.ts';
import type { ProcessLock } from './session/process-lock.ts';
import { settingsAtPace } from './settings-at-pace.ts';
import { Watch } from './watch.ts';
import { WatchHost } from './watch-host.ts';

export interface WatchHostParts {
  /** Electron's user data folder. */
  readonly folder: string;
  readonly addresses: SpotifyAddresses;
  readonly kept: KeptData;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly caches: TokenCacheShelf;
  readonly lockFor: (name: string) => ProcessLock;
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  /** From the environment, for the set-up. */
  readonly offered: PrefilledClient | null;
  /** Electron's `net.isOnline`. */
  readonly isOnline: () => boolean;
  readonly isOnBattery: () => boolean;
  readonly routes: Routes;
  /** Whether a sample library changes by itself. */
  readonly sampleLives: boolean;
}

/** What watches: the user's own library, and the sample whenever it is asked for. */
export function createWatchHost(parts: WatchHostParts): WatchHost {
  const { folder, addresses, kept, clock, random, logger } = parts;
  const { settings } = kept;
  const sessionSettings = () =>
    withOfferedRedirectUri(settings.read(), parts.offered?.redirectUri ?? null);
  const atPace = settingsAtPace(settings, parts.isOnBattery);
  return new WatchHost({
    createSpotifyWatch: () => {
      const storage = kept.openStorage(join(folder, 'library.sqlite'));
      return new Watch({
        mode: 'spotify',
        addresses,
        sessionSettings,
        registeredPorts: () => sessionSettings().redirectPorts,
        offered: parts.offered,
        clock,
        random,
        logger,
        settings,
        marker: {
          read: () => settings.read().session,
          write: (session) => settings.update({ session }),
        },
        ledgerStore: storage.ledgerStore,
        caches: parts.caches,
        lockFor: parts.lockFor,
        openBrowser: parts.openBrowser,
        // What stands in for Spotify on this machine is there without a network too.
        isOnline: loopbackUrl(addresses.apiUrl) === null ? parts.isOnline : () => true,
        routes: parts.routes,
        createLibrary: (api) => kept.createLibrary(api, storage, atPace),
        closeStorage: storage.close,
      });
    },
    startSampleMode: () =>
      startSampleMode({
        clock,
        random,
        logger,
        settings,
        openStorage: kept.openStorage,
        createLibrary: kept.createLibrary,
        lives: parts.sampleLives,
      }),
    logger,
  });
}
