import { createClientSession } from '../../../electron/session/create-client-session.ts';
import { Secret } from '../../../electron/session/secret.ts';
import { createMemoryShelf } from '../../../electron/session/token-cache-shelf.ts';
import { createSpotifyApi } from '../../../electron/spotify/create-spotify-api.ts';
import { MemoryLedgerStore } from '../../../electron/spotify/memory-ledger-store.ts';
import type { SpotifyApi } from '../../../electron/spotify/spotify-api.ts';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';
import type { Clock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import type { StartedService } from './messages.ts';

/** The app's own session and Web API, with the settings that the app begins with. */
export async function openCratewatchApi(
  service: StartedService,
  clock: Clock,
): Promise<SpotifyApi> {
  const { accountsUrl, apiUrl, clientId } = service;
  const { requestBudgetPerDay, requestBudgetPerFamilyPerDay } = DEFAULT_SETTINGS;
  const session = createClientSession({
    clock,
    random: Math.random,
    logger: silentLogger,
    accountsUrl,
    settings: () => DEFAULT_SETTINGS,
    marker: { read: () => null, write: () => undefined },
    caches: createMemoryShelf(clock),
    lockFor: () => null,
    refreshRecords: { read: () => [], write: () => undefined },
    identify: async () => ({ kind: 'unknown' }),
    openBrowser: async () => false,
  });
  await session.signIn(clientId, {
    way: 'import',
    tokens: {
      way: 'authorization-code',
      clientSecret: null,
      accessToken: new Secret(service.accessToken),
      accessTokenExpiresAtMs: service.expiresAtMs,
      receivedAtMs: service.receivedAtMs,
      refreshToken: new Secret(service.refreshToken),
      scopes: service.scopes,
      missingScopes: [],
      authorizedAtMs: null,
      setAside: null,
    },
  });
  return createSpotifyApi({
    clock,
    random: Math.random,
    session,
    ledgerStore: new MemoryLedgerStore(),
    apiUrl,
    budget: () => ({
      perDay: requestBudgetPerDay,
      perFamilyPerDay: requestBudgetPerFamilyPerDay,
    }),
    logger: silentLogger,
  });
}
