import { randomBytes } from 'node:crypto';
import { AuthorizeEndpoint } from './accounts/authorize-endpoint.ts';
import { RegisteredClient } from './accounts/registered-client.ts';
import { TokenEndpoint } from './accounts/token-endpoint.ts';
import { TokenStore } from './accounts/token-store.ts';
import { ArtworkEndpoint } from './artwork/artwork-endpoint.ts';
import { SampleCatalogue } from './catalogue/sample-catalogue.ts';
import { hash32 } from './catalogue/seeded-random.ts';
import { generateLibrary } from './collection/generate-library.ts';
import { LibraryLife } from './collection/library-life.ts';
import { LibraryState } from './collection/library-state.ts';
import { FaultRules } from './faults/fault-rules.ts';
import { RequestLog } from './http/request-log.ts';
import { SampleRouter } from './http/sample-router.ts';
import { SampleServer } from './http/sample-server.ts';
import { RequestCounter } from './limits/request-counter.ts';
import type {
  SampleBehaviour,
  SampleLibrarySize,
  SampleService,
  SampleServiceOptions,
} from './sample-service.ts';
import { WebApi } from './web-api/web-api.ts';

const DEFAULT_SIZE: SampleLibrarySize = {
  savedTracks: 1_200,
  ownPlaylists: 24,
  followedPlaylists: 9,
  itemsPerPlaylist: 42,
  savedAlbums: 140,
  savedShows: 12,
  savedEpisodes: 25,
  savedAudiobooks: 5,
  followedArtists: 60,
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
    audiobooksAmongShows: false,
    sparse: 0,
    etags: 'strong',
    tokenEndpoint: 'working',
    limits: { rateLimit: null, quota: null },
  };
  const size = options.library ?? DEFAULT_SIZE;
  const newestMs = clock.nowMs();
  const artistCount = Math.max(
    40,
    Math.round(Math.sqrt(size.savedTracks) * 8),
    Math.ceil((size.followedArtists ?? 0) * 1.4),
  );
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
  const faults = new FaultRules();
  const life = new LibraryLife(library, clock, seed);
  const server = new SampleServer({ clock, faults, log });
  await server.listen(options.port ?? 0);
  const { origin } = server;
  const apiUrl = `${origin}/v1`;
  const router = new SampleRouter({
    authorize: new AuthorizeEndpoint(client, tokens, behaviour),
    token: new TokenEndpoint(client, tokens, behaviour),
    webApi: new WebApi({
      context: { origin, apiUrl, library, behaviour },
      tokens,
      counter: new RequestCounter(clock, behaviour),
      seed,
    }),
    artwork: new ArtworkEndpoint(),
  });
  server.answerWith((incoming) => router.handle(incoming));

  return {
    accountsUrl: origin,
    apiUrl,
    clientId: client.id,
    clientSecret: client.secret,
    behaviour,
    library,
    life,
    faults,
    get requests() {
      return log.entries;
    },
    get issued() {
      return tokens.issued;
    },
    registerRedirectUri: (uri) => client.addRedirectUri(uri),
    revokeAccessTokens: () => tokens.revokeAllAccessTokens(),
    revokeRefreshTokens: () => tokens.revokeAllRefreshTokens(),
    close: () => {
      life.stop();
      return server.close();
    },
  };
}

/** 32 hexadecimal digits, as the dashboard shows them; the same for the same seed. */
function clientIdOf(seed: number): string {
  return [1, 2, 3, 4]
    .map((part) => hash32(seed, 0xc11e47, part).toString(16).padStart(8, '0'))
    .join('');
}
