import type { Clock } from '../../shared/clock.ts';

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
}

/** What a running sample service offers to those who started it. */
export interface SampleService {
  /** As `https://accounts.spotify.com`: `/authorize` and `/api/token` hang below it. */
  readonly accountsUrl: string;
  /** As `https://api.spotify.com/v1`. */
  readonly apiUrl: string;
  /** The registered client id. */
  readonly clientId: string;
  close(): Promise<void>;
}
