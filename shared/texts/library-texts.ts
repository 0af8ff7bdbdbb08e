import type { CollectionKind } from '../change.ts';
import type { CollectionStatus } from '../library-status.ts';
import { COLLECTION_NAMES } from './collection-names.ts';
import { quoted } from './foreign-text.ts';
import { monthsPhrase } from './history-settings-texts.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

/** What the page can show; as the addresses name it. */
type Scope = 'everything' | CollectionKind | 'gone';

export const libraryTexts = {
  title: 'Library',
  tabsLabel: 'Which part of your library',
  tabs: {
    everything: 'Everything',
    'saved-tracks': 'Liked Songs',
    'saved-albums': 'Albums',
    'followed-artists': 'Artists',
    'saved-shows': 'Shows',
    'saved-episodes': 'Episodes',
    'saved-audiobooks': 'Audiobooks',
    gone: 'Gone',
  } satisfies Readonly<Record<Scope, string>>,
  search: {
    label: 'Search the library',
    placeholder: 'Title, artist or album',
    clear: 'Clear the search',
  },
  filtersLabel: 'Show only',
  onlyUnavailable: 'Unavailable',
  onlyDuplicates: 'More than once',
  columns: {
    title: 'Title',
    artist: 'Artist',
    album: 'Album',
    added: 'Added',
    length: 'Length',
    lists: 'Lists',
    state: 'On Spotify',
    from: 'Was in',
    gone: 'Gone since',
    link: 'Open on Spotify',
  },
  gap: 'A gap: Spotify shows nothing here',
  nothingKnown: '–',
  unavailable: 'Unavailable',
  /** When a check saw it, which may be later than it was. */
  unavailableSince: (when: string) => `noticed ${when}`,
  missing: 'Missing',
  loading: 'Loading the library',
  failed: { title: 'The library could not be loaded', retry: 'Load again' },
  clearSearch: 'Clear the search',
  showAll: 'Show all',
  lookEverywhere: 'Look in everything',
  showThem: 'Show them',
  signIn: 'Sign in again',
  openHint: 'What happened to it',
  openShort: 'What happened',
  firstPass: 'What has been read so far is here already.',
  unread: {
    title: 'Nothing has been read yet',
    body: 'Your library appears here while it is read for the first time.',
  },
  stillShown: 'What you see is how it was when it was last read.',
} as const;

interface EmptyText {
  readonly title: string;
  readonly body: string;
}

const NOUNS: Readonly<Record<Scope, readonly [one: string, many: string]>> = {
  everything: ['item', 'items'],
  'saved-tracks': ['song', 'songs'],
  'saved-albums': ['album', 'albums'],
  'followed-artists': ['artist', 'artists'],
  'saved-shows': ['show', 'shows'],
  'saved-episodes': ['episode', 'episodes'],
  'saved-audiobooks': ['audiobook', 'audiobooks'],
  gone: ['item that is gone', 'items that are gone'],
};

const PLACES: Readonly<Record<Scope, string>> = {
  everything: 'of everything in your library',
  'saved-tracks': 'of your Liked Songs',
  'saved-albums': 'of your saved albums',
  'followed-artists': 'of the artists that you follow',
  'saved-shows': 'of your saved shows',
  'saved-episodes': 'of your saved episodes',
  'saved-audiobooks': 'of your saved audiobooks',
  gone: 'of what is gone',
};

/** "214 of 10,412 songs"; `all` is null while it is unknown, or where nothing is left out. */
export function rowsPhrase(
  scope: Scope,
  shown: number,
  all: number | null,
  format: TextFormat = {},
): string {
  const [one, many] = NOUNS[scope];
  if (all === null || all === shown) return countOf(shown, one, many, format);
  return `${groupedNumber(shown, format)} of ${countOf(all, one, many, format)}`;
}

/** "2 more that are gone:", before the way to them. */
export function goneMatchesPhrase(count: number, format: TextFormat = {}): string {
  return count === 1
    ? '1 more that is gone:'
    : `${groupedNumber(count, format)} more that are gone:`;
}

/** The words for a list without rows that was read. */
export function emptyRowsText(
  scope: Scope,
  filter: {
    readonly text: string;
    readonly onlyUnavailable: boolean;
    readonly onlyDuplicates: boolean;
  },
  retentionMonths: number | null,
): EmptyText {
  const { text, onlyUnavailable, onlyDuplicates } = filter;
  if (text.trim() !== '') {
    return {
      title: `Nothing found for ${quoted(text.trim())}`,
      body: `No title, artist or album ${PLACES[scope]} has words that begin so${narrowed(filter)}.`,
    };
  }
  if (onlyUnavailable && onlyDuplicates) {
    return {
      title: 'Nothing is both',
      body: 'Nothing that stands more than once in a list is unavailable.',
    };
  }
  if (onlyUnavailable) {
    return {
      title: 'Nothing is unavailable',
      body: 'As far as Spotify says, all of it can be played where you live.',
    };
  }
  if (onlyDuplicates) {
    return {
      title: 'Nothing stands twice',
      body: 'No list holds the same song more than once.',
    };
  }
  return scope === 'gone' ? nothingGone(retentionMonths) : EMPTY[scope];
}

function narrowed(filter: {
  readonly onlyUnavailable: boolean;
  readonly onlyDuplicates: boolean;
}): string {
  const also = [
    ...(filter.onlyUnavailable ? ['is unavailable'] : []),
    ...(filter.onlyDuplicates ? ['stands more than once in a list'] : []),
  ];
  return also.length === 0 ? '' : ` and ${also.join(' and ')}`;
}

function nothingGone(retentionMonths: number | null): EmptyText {
  const kept =
    retentionMonths === null
      ? 'for as long as history is kept'
      : `for as long as history is kept: ${monthsPhrase(retentionMonths)}`;
  return {
    title: 'Nothing is gone',
    body: `What leaves the last of your lists appears here, with when it went and from where, ${kept}.`,
  };
}

const EMPTY: Readonly<Record<Exclude<Scope, 'gone'>, EmptyText>> = {
  everything: {
    title: 'Your library is empty',
    body: 'What you save on Spotify appears here after the next check.',
  },
  'saved-tracks': {
    title: 'No Liked Songs',
    body: 'Songs that you like on Spotify appear here after the next check.',
  },
  'saved-albums': {
    title: 'No saved albums',
    body: 'Albums that you save on Spotify appear here after the next check.',
  },
  'followed-artists': {
    title: 'You follow no artists',
    body: 'Artists that you follow on Spotify appear here after the next check.',
  },
  'saved-shows': {
    title: 'No saved shows',
    body: 'Shows that you follow on Spotify appear here after the next check.',
  },
  'saved-episodes': {
    title: 'No saved episodes',
    body: 'Episodes that you save on Spotify appear here after the next check.',
  },
  'saved-audiobooks': {
    title: 'No saved audiobooks',
    body: 'Audiobooks that you save on Spotify appear here after the next check.',
  },
};

/** Why a collection cannot be shown, or not as it is now; null while it is watched. */
export function unwatchedText(
  kind: CollectionKind,
  state: CollectionStatus['state'],
): EmptyText | null {
  const name = COLLECTION_NAMES[kind];
  switch (state) {
    case 'watched':
      return null;
    case 'not-read-yet':
      return {
        title: `${name}: not read yet`,
        body: 'They appear here as soon as they have been read from end to end once.',
      };
    case 'scope-missing':
      return {
        title: `${name} may not be read`,
        body: 'This permission was not given when you signed in. Sign in again and agree to it; nothing else changes.',
      };
    case 'not-offered':
      return {
        title: `${name}: not offered`,
        body: 'Spotify does not offer them for your account. In some countries there are none.',
      };
  }
}
