import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { SessionSettings } from '../../shared/session-settings.ts';
import type { TokenCacheShelf } from './chosen-token-cache.ts';
import type { Identify } from './identity.ts';
import type { ProcessLock } from './process-lock.ts';
import type { RefreshLog } from './refresh-log.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import type { TokenEndpoint } from './token-endpoint.ts';

/** What a session is made of. */
export interface SessionKeeperOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1); spreads refreshes and retries. Secrets are drawn elsewhere. */
  readonly random: () => number;
  /** Also the name of the cache's entry. */
  readonly clientId: string;
  /** For example `https://accounts.spotify.com`, without a slash at the end. */
  readonly accountsUrl: string;
  readonly caches: TokenCacheShelf;
  readonly marker: SessionMarkerStore;
  readonly endpoint: TokenEndpoint;
  /** Null where no other process can have the same session. */
  readonly lock: ProcessLock | null;
  readonly refreshLog: RefreshLog;
  readonly identify: Identify;
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  /** Asked whenever one is needed, so that a change holds at once. */
  readonly settings: () => SessionSettings;
  readonly logger: Logger;
}
