import type { Clock } from '../../shared/clock.ts';
import type { SampleLibrary } from './collection/sample-library.ts';
import type { SampleLife } from './collection/sample-life.ts';
import type { SampleFaults } from './faults/fault.ts';
import type { SampleLimits } from './limits/sample-limits.ts';

export interface SampleServiceOptions {
  readonly clock: Clock;
  /** The same seed makes the same library and the same life. */
  readonly seed: number;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly library?: SampleLibrarySize;
  /** Life of an access token; Spotify's is 3600. */
  readonly tokenLifeSeconds?: number;
  /** Whether a PKCE refresh returns a new refresh token and kills the old one (facts §1). */
  readonly rotation?: boolean;
  /** Registered redirect URIs; matched exactly, as Spotify does. */
  readonly redirectUris: readonly string[];
}

export interface SampleLibrarySize {
  readonly savedTracks: number;
  readonly ownPlaylists: number;
  readonly followedPlaylists: number;
  /** Mean length of an own playlist. */
  readonly itemsPerPlaylist: number;
  /** From 10 on, one of them is gone and answered as `null`. This and all that follow: 0 if absent. */
  readonly savedAlbums?: number;
  readonly savedShows?: number;
  /** From 10 on, one of them is gone and answered as an object in which all is null. */
  readonly savedEpisodes?: number;
  readonly savedAudiobooks?: number;
  readonly followedArtists?: number;
}

/** Switches that may be turned while the service runs; each takes effect with the next request. */
export interface SampleBehaviour {
  tokenLifeSeconds: number;
  /** Whether a refresh without a secret returns a new refresh token and kills the old one. */
  rotation: boolean;
  /** With `show_dialog` not true, sends a user who approved before straight back (facts §1). */
  skipPageWhenApproved: boolean;
  /** Whether the user is on the app's allow-list; if not, every Web API answer is 403. */
  allowListed: boolean;
  /** Whether the app's owner has Premium; if not, every Web API answer is 403 in plain text. */
  premiumActive: boolean;
  /**
   * `track` beside `item`, `tracks` beside `items`, and the fields that are gone by now, as bodies
   * for clients from before 2026 have them; or these names `only`, as still older ones had.
   */
  legacyFieldNames: boolean | 'only';
  /** Lists saved audiobooks among the shows as well, as a recorded body does. */
  audiobooksAmongShows: boolean;
  /** The share (0 … 1) of optional fields that is left out of each body, anew at every request. */
  sparse: number;
  /** Whether answers can be asked for again by their ETag, and of which kind it is. */
  etags: 'strong' | 'weak' | 'off';
  /** `out`: 503 with HTML. `refuses-everybody`: `invalid_grant` to all, as in one outage. */
  tokenEndpoint: 'working' | 'out' | 'refuses-everybody';
  /** What the service itself counts, on the injected clock. Both are off at first. */
  limits: SampleLimits;
}

/** One request that came in. Nothing secret: `code` and `state` are blanked out of the query. */
export interface RequestLogEntry {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** What was answered; 0 where the connection was cut before an answer. */
  readonly status: number;
  readonly atMs: number;
}

/** A secret that must never turn up in a log, a message or a file outside the keychain. */
export interface IssuedSecret {
  readonly kind: 'code' | 'access-token' | 'refresh-token' | 'code-verifier' | 'client-secret';
  readonly value: string;
}

/** What a running sample service offers to those who started it. */
export interface SampleService {
  /** As `https://accounts.spotify.com`: `/authorize` and `/api/token` hang below it. */
  readonly accountsUrl: string;
  /** As `https://api.spotify.com/v1`. */
  readonly apiUrl: string;
  /** The registered client id. */
  readonly clientId: string;
  /** For the ways of signing in that use one. Made anew at every start. */
  readonly clientSecret: string;
  readonly behaviour: SampleBehaviour;
  readonly library: SampleLibrary;
  readonly life: SampleLife;
  readonly faults: SampleFaults;
  /** Requests in the order in which they were answered; the newest 100,000. */
  readonly requests: readonly RequestLogEntry[];
  readonly issued: readonly IssuedSecret[];
  /** For a listener whose port is known only once it listens. */
  registerRedirectUri(uri: string): void;
  /** Every access token is unknown from now on, as after a fault at Spotify's. */
  revokeAccessTokens(): void;
  /** As when the user removes the app at spotify.com/account/apps. */
  revokeRefreshTokens(): void;
  close(): Promise<void>;
}
