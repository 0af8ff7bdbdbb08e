import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthorizeEndpoint } from './accounts/authorize-endpoint.ts';
import { RegisteredClient } from './accounts/registered-client.ts';
import { TokenEndpoint } from './accounts/token-endpoint.ts';
import { TokenStore } from './accounts/token-store.ts';
import { SampleCatalogue } from './catalogue/sample-catalogue.ts';
import { hash32 } from './catalogue/seeded-random.ts';
import { generateLibrary } from './collection/generate-library.ts';
import { LibraryState } from './collection/library-state.ts';
import { httpDate, readIncoming, sendAnswer } from './http/exchange.ts';
import { RequestLog } from './http/request-log.ts';
import { SampleRouter } from './http/sample-router.ts';
import type {
  SampleBehaviour,
  SampleLibrarySize,
  SampleService,
  SampleServiceOptions,
} from './sample-service.ts';
import { WebApi } from './web-api/web-api.ts';

const LOOPBACK = '127.0.0.1';
const DEFAULT_SIZE: SampleLibrarySize = {
  savedTracks: 1_200,
  ownPlaylists: 24,
  followedPlaylists: 9,
  itemsPerPlaylist: 42,
};

/**
 * Starts a small Spotify on 127.0.0.1 (blueprint §12). Rejects with the system's error when the
 * port is taken.
 */
export async function startSampleService(options: SampleServiceOptions): Promise<SampleService> {
  const { clock, seed } = options;
  const behaviour: SampleBehaviour = {
    tokenLifeSeconds: options.tokenLifeSeconds ?? 3_600,
    rotation: options.rotation ?? false,
    skipPageWhenApproved: false,
    allowListed: true,
    premiumActive: true,
    legacyFieldNames: false,
  };
  const size = options.library ?? DEFAULT_SIZE;
  const newestMs = clock.nowMs();
  const artistCount = Math.max(40, Math.round(Math.sqrt(size.savedTracks) * 8));
  const year = new Date(newestMs).getUTCFullYear();
  const catalogue = new SampleCatalogue(seed, artistCount, year - 1);
  const library = new LibraryState({
    ...generateLibrary({ seed, size, catalogue, newestMs }),
    seed,
    catalogue,
    nowMs: () => clock.nowMs(),
  });
  const tokens = new TokenStore(clock, behaviour);
  const client = new RegisteredClient(
    clientIdOf(seed),
    randomBytes(16).toString('hex'),
    options.redirectUris,
  );
  tokens.remember('client-secret', client.secret);
  const log = new RequestLog();

  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, LOOPBACK, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://${LOOPBACK}:${port}`;
  const apiUrl = `${origin}/v1`;
  const router = new SampleRouter({
    authorize: new AuthorizeEndpoint(client, tokens, behaviour),
    token: new TokenEndpoint(client, tokens, behaviour),
    webApi: new WebApi({ origin, apiUrl, library, behaviour }, tokens),
  });
  server.on('request', async (request, response) => {
    const incoming = await readIncoming(request);
    if (incoming === null || request.headers.host !== `${LOOPBACK}:${port}`) {
      request.socket.destroy();
      return;
    }
    const answer = router.handle(incoming);
    log.add(incoming, answer.status, clock.nowMs());
    sendAnswer(response, answer, httpDate(clock.nowMs()));
  });

  return {
    accountsUrl: origin,
    apiUrl,
    clientId: client.id,
    clientSecret: client.secret,
    behaviour,
    library,
    get requests() {
      return log.entries;
    },
    get issued() {
      return tokens.issued;
    },
    registerRedirectUri: (uri) => client.addRedirectUri(uri),
    revokeAccessTokens: () => tokens.revokeAllAccessTokens(),
    revokeRefreshTokens: () => tokens.revokeAllRefreshTokens(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** 32 hexadecimal digits, as the dashboard shows them; the same for the same seed. */
function clientIdOf(seed: number): string {
  return [1, 2, 3, 4]
    .map((part) => hash32(seed, 0xc11e47, part).toString(16).padStart(8, '0'))
    .join('');
}
