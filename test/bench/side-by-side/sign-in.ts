import { agreeInSampleBrowser } from '../../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import { createClientSession } from '../../../electron/session/create-client-session.ts';
import { createMemoryShelf } from '../../../electron/session/token-cache-shelf.ts';
import { systemClock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../shared/session-settings.ts';
import type { StartedService } from './messages.ts';

/** What every list of the library needs (facts §2), whichever of them the app itself reads. */
const SCOPES = [
  'user-library-read',
  'user-follow-read',
  'user-read-playback-position',
  'user-read-private',
  'playlist-read-private',
  'playlist-read-collaborative',
];

/** The sample user signs in; both clients then begin with the same tokens. */
export async function signInAtSample(service: SampleService): Promise<StartedService> {
  const { accountsUrl, apiUrl, clientId } = service;
  const caches = createMemoryShelf(systemClock);
  const session = createClientSession({
    clock: systemClock,
    random: Math.random,
    logger: silentLogger,
    accountsUrl,
    settings: () => ({ ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0], scopes: SCOPES }),
    marker: { read: () => null, write: () => undefined },
    caches,
    lockFor: () => null,
    refreshRecords: { read: () => [], write: () => undefined },
    identify: async () => ({ kind: 'unknown' }),
    openBrowser: async (url) => {
      service.registerRedirectUri(url.searchParams.get('redirect_uri') ?? '');
      void agreeInSampleBrowser(url.href);
      return true;
    },
  });
  const result = await session.signIn(clientId, { way: 'browser', secret: null });
  const cached = await caches.open('memory', clientId).get();
  await session.close();
  if (result.kind !== 'signed-in' || cached.kind !== 'found') {
    throw new Error(`The sample sign-in did not work: ${result.kind}`);
  }
  const { accessToken, refreshToken, scopes, receivedAtMs, accessTokenExpiresAtMs } = cached.tokens;
  return {
    accountsUrl,
    apiUrl,
    clientId,
    accessToken: accessToken.reveal(),
    refreshToken: refreshToken?.reveal() ?? '',
    scopes: [...scopes],
    receivedAtMs,
    expiresAtMs: accessTokenExpiresAtMs,
  };
}
