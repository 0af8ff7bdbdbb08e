import type { PlaylistRow, PlaylistsQuery } from '../library-rows.ts';
import { groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

type State = PlaylistsQuery['filter']['state'];

export const playlistsTexts = {
  title: 'Playlists',
  table: 'Playlists',
  stateLabel: 'Which playlists',
  states: {
    any: 'All',
    listed: 'In your library',
    gone: 'Gone',
  } satisfies Readonly<Record<State, string>>,
  search: 'Search playlists',
  clearSearch: 'Clear the search',
  columns: {
    name: 'Playlist',
    owner: 'Owner',
    items: 'Items',
    changed: 'Last changed',
    contents: 'Contents',
  },
  own: 'You',
  nobody: 'Unknown',
  neverChanged: 'No change yet',
  contents: {
    watched: 'Watched',
    'not-read-yet': 'Not read yet',
    'not-watched': 'Name only',
  } satisfies Readonly<Record<PlaylistRow['contents'], string>>,
  kept: { words: 'Songs kept', hint: 'The songs that stood in it when it was last read are kept.' },
  contentsHint: {
    watched: 'Every song that comes or goes is noted.',
    'not-read-yet': 'Its songs are read with one of the next checks.',
    'not-watched':
      'Spotify shows the songs of a playlist only to its owner and to those who may change it. Name, description and cover are watched.',
  } satisfies Readonly<Record<PlaylistRow['contents'], string>>,
  othersNote: 'Of other people’s playlists, Spotify shows an app only name, description and cover.',
  visibility: { public: 'Public', private: 'Private', shared: 'Collaborative' },
  goneSince: (when: string) => `gone since ${when}`,
  firstPass: 'What has been read so far is here already.',
  loading: 'Loading playlists',
  failed: { title: 'The playlists could not be loaded', retry: 'Load again' },
} as const;

interface EmptyText {
  readonly title: string;
  readonly body: string;
}

/** The words for a list of playlists without rows. */
export function emptyPlaylistsText(
  { text, state }: { readonly text: string; readonly state: State },
  hasBaseline: boolean,
): EmptyText {
  if (text.trim() !== '') {
    return {
      title: 'No playlist goes by that name',
      body: 'The search looks at the beginnings of words in names and owners.',
    };
  }
  if (!hasBaseline && state !== 'gone') {
    return {
      title: 'The first look is still under way',
      body: 'Your playlists appear here as soon as they have been read.',
    };
  }
  return state === 'gone'
    ? {
        title: 'No playlist is gone',
        body: 'One that leaves your library stays here, with its last songs.',
      }
    : {
        title: 'No playlists',
        body: 'Playlists that you make or follow on Spotify appear here.',
      };
}

/** "Public", "Private · Collaborative"; empty where Spotify does not say. */
export function visibilityWords({
  isPublic,
  isCollaborative,
}: Pick<PlaylistRow, 'isPublic' | 'isCollaborative'>): string {
  const { visibility } = playlistsTexts;
  return [
    ...(isPublic === null ? [] : [isPublic ? visibility.public : visibility.private]),
    ...(isCollaborative ? [visibility.shared] : []),
  ].join(' · ');
}

/** "212"; "–" where the contents were never read. */
export function itemsWords(items: number | null, format: TextFormat = {}): string {
  return items === null ? '–' : groupedNumber(items, format);
}
