import type {
  PlaylistsQuery,
  PlaylistsWindow,
  RowsQuery,
  RowsWindow,
  SearchQuery,
  SearchResult,
} from '../../../shared/library-rows.ts';

/** The watched account's library as it is now, window by window. Empty where nobody is watched. */
export interface LibraryBrowser {
  rows(query: RowsQuery): Promise<RowsWindow>;
  playlists(query: PlaylistsQuery): Promise<PlaylistsWindow>;
  /** Also finds what is not in the library any more but still in its history. */
  search(query: SearchQuery): Promise<SearchResult>;
}

export const NO_BROWSER: LibraryBrowser = {
  rows: async () => null,
  playlists: async ({ offset }) => ({ revision: '', total: 0, offset, rows: [] }),
  search: async () => ({ items: { total: 0, rows: [] }, playlists: { total: 0, rows: [] } }),
};
