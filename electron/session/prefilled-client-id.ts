/** Spotify's own SDKs and Spotipy use these names; whoever has an app of his own has set one. */
const VARIABLES = ['SPOTIFY_SDK_CLIENT_ID', 'SPOTIPY_CLIENT_ID'] as const;

/** The client id that the environment offers for the set-up; null where it holds none that could be. */
export function prefilledClientId(
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  for (const name of VARIABLES) {
    const value = env[name]?.trim().toLowerCase() ?? '';
    if (/^[0-9a-f]{32}$/.test(value)) {
      return value;
    }
  }
  return null;
}
