import type { LibraryStatus, LibraryTotals } from '../library-status.ts';
import type { PauseChoice } from '../pause-choice.ts';
import { groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { agoPhrase } from './time-phrases.ts';

export const overviewTexts = {
  title: 'Overview',
  checkNow: 'Check now',
  retry: 'Try again',
  signIn: 'Sign in again',
  goOnSigningIn: 'Go on signing in',
  restart: 'Restart Cratewatch',
  resume: 'Resume',
  pause: {
    title: 'Pause',
    choices: {
      hour: 'For 1 hour',
      tomorrow: 'Until tomorrow morning',
      'until-resumed': 'Until I resume',
    } satisfies Readonly<Record<PauseChoice, string>>,
  },
  recent: {
    title: 'Recently changed',
    all: 'All changes',
    none: {
      title: 'Nothing has changed yet',
      body: 'Every check compares your library with how it was. What comes or goes appears here.',
    },
    beforeBaseline: {
      title: 'The first look takes a while',
      body: 'Cratewatch reads your library once, at a pace that Spotify allows. You can close this window; it goes on in the background. From then on every change appears here.',
    },
  },
  attention: { title: 'Needs attention' },
  library: {
    title: 'Library',
    savedTracks: 'Liked Songs',
    playlists: 'Playlists',
    playlistItems: 'Playlist items',
    unavailable: 'Unavailable',
    showUnavailable: (count: string) => `${count} unavailable: show them`,
  },
  requests: {
    title: 'Requests, last 24 hours',
    explanation: 'Your own limit keeps you clear of Spotify’s daily quota.',
    byHour: 'Requests by hour',
  },
  progress: 'Progress of this check',
} as const;

/** "Last check 12 minutes ago." */
export function lastCheckPhrase(
  status: Pick<LibraryStatus, 'lastCheckAtMs'>,
  nowMs: number,
  format: TextFormat = {},
): string {
  return status.lastCheckAtMs === null
    ? 'No check has been completed yet.'
    : `Last check ${agoPhrase(status.lastCheckAtMs, nowMs, format)}.`;
}

/** "200 watched": of how many playlists the contents may be read. Null when of all. */
export function watchedPhrase(
  { playlists, watchedPlaylists }: LibraryTotals,
  format: TextFormat = {},
): string | null {
  return watchedPlaylists === playlists
    ? null
    : `${groupedNumber(watchedPlaylists, format)} with their contents`;
}

/** "212 of 800". */
export function budgetPhrase(
  { usedInLastDay, budgetPerDay }: LibraryStatus['requests'],
  format: TextFormat = {},
): string {
  return `${groupedNumber(usedInLastDay, format)} of ${groupedNumber(budgetPerDay, format)}`;
}
