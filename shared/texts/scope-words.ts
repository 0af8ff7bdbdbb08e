import type { KNOWN_SCOPES } from '../scopes.ts';

/** A permission in plain words; its own name where nothing else is known of it. */
export function scopeWords(scope: string): string {
  const words: Readonly<Record<string, string | undefined>> = WORDS;
  return Object.hasOwn(WORDS, scope) ? (words[scope] ?? scope) : scope;
}

const WORDS: Readonly<Record<(typeof KNOWN_SCOPES)[number], string>> = {
  'app-remote-control': 'Steer Spotify’s own app',
  'playlist-modify-private': 'Change your private playlists',
  'playlist-modify-public': 'Change your public playlists',
  'playlist-read-collaborative': 'See the playlists that you share with others',
  'playlist-read-private': 'See your private playlists',
  streaming: 'Play music',
  'ugc-image-upload': 'Upload pictures for playlists',
  'user-follow-modify': 'Change whom you follow',
  'user-follow-read': 'See whom you follow',
  'user-library-modify': 'Change what you have saved',
  'user-library-read': 'See what you have saved, such as Liked Songs',
  'user-modify-playback-state': 'Steer what is playing',
  'user-personalized': 'See recommendations made for you',
  'user-read-currently-playing': 'See what is playing',
  'user-read-email': 'See your e-mail address',
  'user-read-playback-position': 'See how far you have come in an episode',
  'user-read-playback-state': 'See where music is playing',
  'user-read-private': 'See your country, which decides what can be played',
  'user-read-recently-played': 'See what was played lately',
  'user-top-read': 'See what you play most',
};
