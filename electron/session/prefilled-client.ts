import { Secret } from './secret.ts';

/** What the environment offers for the set-up. */
export interface PrefilledClient {
  readonly clientId: string;
  /** Null where there is none, or none that could be. */
  readonly secret: Secret | null;
  /** Null where there is none. */
  readonly redirectUri: string | null;
}

/** The Python spotify-sdk and Spotipy use these names; whoever has an app of his own has set one. */
const PREFIXES = ['SPOTIFY_SDK', 'SPOTIPY'] as const;
const CREDENTIAL = /^[0-9a-f]{32}$/;

/** Null where the environment holds no client id that could be one. */
export function prefilledClient(
  env: Readonly<Record<string, string | undefined>>,
): PrefilledClient | null {
  for (const prefix of PREFIXES) {
    const clientId = env[`${prefix}_CLIENT_ID`]?.trim().toLowerCase() ?? '';
    if (CREDENTIAL.test(clientId)) {
      const secret = env[`${prefix}_CLIENT_SECRET`]?.trim().toLowerCase() ?? '';
      const redirectUri = env[`${prefix}_REDIRECT_URI`]?.trim() ?? '';
      return {
        clientId,
        secret: CREDENTIAL.test(secret) ? new Secret(secret) : null,
        redirectUri: URL.canParse(redirectUri) ? redirectUri : null,
      };
    }
  }
  return null;
}
