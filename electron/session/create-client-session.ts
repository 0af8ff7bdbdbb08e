import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { SessionSettings } from '../../shared/session-settings.ts';
import { directRoutes, type Routes } from '../network/routes.ts';
import type { TokenCacheShelf } from './chosen-token-cache.ts';
import { ClientSession } from './client-session.ts';
import type { Identify } from './identity.ts';
import { OnlineTokenEndpoint } from './online-token-endpoint.ts';
import type { ProcessLock } from './process-lock.ts';
import { RefreshLog, type RefreshRecordStore } from './refresh-log.ts';
import { SessionKeeper } from './session-keeper.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import { HttpTokenEndpoint } from './token-endpoint.ts';

export interface ClientSessionParts {
  readonly clock: Clock;
  /** From 0 up to but not including 1; spreads refreshes and retries. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly accountsUrl: string;
  readonly settings: () => SessionSettings;
  readonly marker: SessionMarkerStore;
  readonly caches: TokenCacheShelf;
  /** The lock of one session's name; null where no other process can have the session. */
  readonly lockFor: (name: string) => ProcessLock | null;
  readonly refreshRecords: RefreshRecordStore;
  readonly identify: Identify;
  /** Whether the system's browser took the address. */
  readonly openBrowser: (url: URL) => Promise<boolean>;
  /** What the system says; always online where nobody can ask it. */
  readonly isOnline?: () => boolean;
  /** The way to an address; direct by default. */
  readonly routes?: Routes;
}

/** A session over HTTP, with a cache for each client id. */
export function createClientSession(parts: ClientSessionParts): ClientSession {
  const { accountsUrl, caches, clock, logger, settings } = parts;
  const endpoint = new OnlineTokenEndpoint(
    new HttpTokenEndpoint({
      accountsUrl,
      clock,
      timeoutSeconds: () => settings().timeoutSeconds,
      routes: parts.routes ?? directRoutes,
    }),
    parts.isOnline ?? (() => true),
    clock,
  );
  const refreshLog = new RefreshLog(parts.refreshRecords, (error) =>
    logger.warn('The refresh log could not be written', { reason: String(error) }),
  );
  const session = new ClientSession({
    marker: parts.marker,
    idleConnection: () => ({
      life: null,
      cache: { kind: caches.chosen, path: null, test: { kind: 'not-yet' } },
      refreshes: [...refreshLog.records],
      clockSkewMs: null,
    }),
    chooseCache: (kind) => caches.choose(kind),
    createKeeper: (clientId, marker) =>
      new SessionKeeper({
        clock,
        random: parts.random,
        clientId,
        accountsUrl,
        caches,
        marker,
        endpoint,
        lock: parts.lockFor(clientId),
        refreshLog,
        identify: parts.identify,
        openBrowser: parts.openBrowser,
        settings,
        logger,
      }),
    forgetTokens: (clientId) => caches.open(caches.chosen, clientId).delete(),
  });
  refreshLog.changed.subscribe(() => session.connectionChanged.emit());
  return session;
}
