import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { ClientSession } from './client-session.ts';
import { SessionKeeper } from './session-keeper.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import type { TokenCache } from './token-cache.ts';
import { HttpTokenEndpoint } from './token-endpoint.ts';

/** One request of the token endpoint may take this long (blueprint §3). */
const TOKEN_TIMEOUT_SECONDS = 15;

export interface ClientSessionParts {
  readonly clock: Clock;
  /** From 0 up to but not including 1; spreads refreshes and retries. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly accountsUrl: string;
  /** Tried in this order; 0 is any port. */
  readonly redirectPorts: readonly number[];
  readonly marker: SessionMarkerStore;
  readonly cacheFor: (clientId: string) => TokenCache;
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
}

/** A session over HTTP, with a cache for each client id. */
export function createClientSession(parts: ClientSessionParts): ClientSession {
  const { clock, accountsUrl, cacheFor } = parts;
  const endpoint = new HttpTokenEndpoint({
    accountsUrl,
    clock,
    timeoutSeconds: TOKEN_TIMEOUT_SECONDS,
  });
  return new ClientSession({
    marker: parts.marker,
    createKeeper: (clientId, marker) =>
      new SessionKeeper({ ...parts, clientId, endpoint, marker, cache: cacheFor(clientId) }),
    forgetTokens: (clientId) => cacheFor(clientId).delete(),
  });
}
