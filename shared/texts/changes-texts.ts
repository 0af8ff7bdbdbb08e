import type { ChangeFilter } from '../change.ts';
import type { FeedQuery } from '../change-feed.ts';
import { quoted } from './foreign-text.ts';
import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

export const changesTexts = {
  title: 'Changes',
  filterLabel: 'Show',
  filters: {
    all: 'All',
    added: 'Added',
    removed: 'Removed',
    unavailable: 'Unavailable',
    renamed: 'Renamed',
    playlists: 'Playlists',
  } satisfies Readonly<Record<ChangeFilter, string>>,
  unreadOnly: 'New only',
  lists: {
    label: 'Changes of one list',
    all: 'All lists',
    none: 'No such list among the changes',
    search: 'Look for a list',
  },
  markAllRead: 'Mark all read',
  allRead: 'Everything is marked as read.',
  unread: 'New',
  /** Read out before the name of what is new. */
  unreadBefore: 'New:',
  /** Read out behind the day: "Today, between 14:02 and 15:02". */
  observedBehind: (window: string) => `, ${window}`,
  loading: 'Loading changes',
  asLastSeen: 'as last seen',
  addedBy: (name: string) => `added by ${name}`,
  newOrder: 'in a new order',
  before: (name: string) => `before: ${name}`,
  descriptionRemoved: 'The description was removed',
  nowPublic: 'It is public now',
  nowPrivate: 'It is private now',
  nowShared: 'Others can change it now',
  nowUnshared: 'Others can no longer change it',
  compareHint: 'Compare before and after',
  compareList: (name: string) => `Compare ${quoted(name)} before and after`,
  openHint: 'Open on Spotify',
  storyHint: 'What happened to it',
  listHint: 'The list through time',
  openOnSpotify: (name: string) => `Open ${name} on Spotify`,
  playlistsHeading: 'Your playlists',
  fromSpotify: 'Titles and artwork from Spotify',
  failed: {
    title: 'The changes could not be loaded',
    retry: 'Load again',
  },
} as const;

interface EmptyText {
  readonly title: string;
  readonly body: string;
}

const EMPTY: Readonly<Record<ChangeFilter, EmptyText>> = {
  all: {
    title: 'Nothing has changed yet',
    body: 'When something in your library is added, removed or renamed, it appears here.',
  },
  added: {
    title: 'Nothing was added',
    body: 'Songs that arrive in Liked Songs or in your playlists appear here.',
  },
  removed: {
    title: 'Nothing was removed',
    body: 'If a song leaves one of your lists, you find it here by the name it had.',
  },
  unavailable: {
    title: 'Nothing became unavailable',
    body: 'Songs that Spotify greys out from now on appear here, and again when they return.',
  },
  renamed: {
    title: 'Nothing was renamed',
    body: 'Songs, albums and playlists that go by another name appear here with the one they had.',
  },
  playlists: {
    title: 'Your playlists are as they were',
    body: 'New, renamed, reordered and vanished playlists appear here.',
  },
};

const BEFORE_BASELINE: EmptyText = {
  title: 'The first look is still under way',
  body: 'Cratewatch reads your library once. From then on every change appears here.',
};

/** The words for a feed without rows. Before the first pass is done, nothing can have changed. */
export function emptyFeedText(
  { filter, listId, unreadOnly }: FeedQuery,
  hasBaseline: boolean,
): EmptyText {
  if (!hasBaseline) return BEFORE_BASELINE;
  if (listId !== null) {
    return {
      title: 'Nothing of this kind in this list',
      body: 'Choose another kind above, or look at all lists again.',
    };
  }
  return unreadOnly
    ? { title: 'Nothing new', body: 'You have seen every change there is.' }
    : EMPTY[filter];
}

/** "3 new changes": the button that shows what arrived while reading. */
export function arrivedPhrase(count: number, format: TextFormat = {}): string {
  return countOf(count, 'new change', 'new changes', format);
}
