import { KNOWN_SCOPES, READING_SCOPES } from '../scopes.ts';
import type { Advice } from './advice.ts';
import { nearestName } from './nearest-name.ts';

const KNOWN: readonly string[] = KNOWN_SCOPES;
const NEEDED: readonly string[] = READING_SCOPES;

/**
 * Checks a list of scopes, separated by spaces or commas. One that Spotify does not know would end
 * every sign-in on an error page, so it is refused here, with the name that was likely meant.
 */
export function adviseOnScopes(input: string): Advice<string[]> {
  const scopes = [...new Set(input.toLowerCase().split(/[\s,;]+/))].filter((name) => name !== '');
  if (scopes.length === 0) return { kind: 'empty' };
  const unknown = scopes.find((scope) => !KNOWN.includes(scope));
  if (unknown !== undefined) return { kind: 'wrong', text: describeUnknown(unknown) };
  const remarks = [...whatStopsWithout(NEEDED.filter((scope) => !scopes.includes(scope)))];
  const extra = scopes.filter((scope) => !NEEDED.includes(scope));
  if (extra.length > 0) {
    remarks.push(`Cratewatch does not need ${extra.map((scope) => `“${scope}”`).join(', ')}.`);
  }
  return remarks.length === 0
    ? { kind: 'valid', value: scopes, note: null }
    : { kind: 'doubtful', value: scopes, text: remarks.join(' ') };
}

/** What does not work without these scopes, a sentence each; nothing for those that are not used. */
export function whatStopsWithout(scopes: readonly string[]): readonly string[] {
  return READING_SCOPES.filter((scope) => scopes.includes(scope)).map((scope) => STOPS[scope]);
}

const STOPS: Readonly<Record<(typeof READING_SCOPES)[number], string>> = {
  'user-library-read':
    'Without “user-library-read”, Liked Songs and all else that you saved are not watched.',
  'user-read-playback-position':
    'Without “user-read-playback-position”, saved episodes are not watched.',
  'user-follow-read': 'Without “user-follow-read”, followed artists are not watched.',
  'playlist-read-private': 'Without “playlist-read-private”, private playlists are not watched.',
  'playlist-read-collaborative':
    'Without “playlist-read-collaborative”, playlists that others share with you are not watched.',
  'user-read-private':
    'Without “user-read-private”, Cratewatch cannot tell what has become unavailable.',
};

function describeUnknown(scope: string): string {
  const nearest = nearestName(scope, KNOWN);
  const start = `Spotify has no permission “${scope.slice(0, 60)}”.`;
  return nearest === null ? start : `${start} Did you mean “${nearest}”?`;
}
