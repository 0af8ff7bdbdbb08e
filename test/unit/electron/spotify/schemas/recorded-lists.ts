import { z } from 'zod';
import { parseArtistRelease } from '../../../../../electron/spotify/schemas/artist-release.ts';
import { parseFollowedArtists } from '../../../../../electron/spotify/schemas/followed-artists.ts';
import {
  parseAudiobookEntry,
  parseEntryOf,
  parseListEntry,
} from '../../../../../electron/spotify/schemas/list-entry.ts';
import { parsePage } from '../../../../../electron/spotify/schemas/page.ts';
import {
  parsePlaylistSummary,
  parsePlaylistWithItems,
} from '../../../../../electron/spotify/schemas/playlist.ts';

/** What every kind of page has in common. */
export interface AnyPage {
  readonly entries: readonly unknown[];
  readonly total: number | null;
  readonly dropped: number;
  /** Where it goes on; null at the end. */
  readonly next: number | string | null;
}

const objectSchema = z.record(z.string(), z.unknown());
const field = (body: unknown, name: string): unknown => objectSchema.safeParse(body).data?.[name];
const rowsIn = (page: unknown): readonly unknown[] | null => {
  const rows = field(page, 'items');
  return Array.isArray(rows) ? rows : null;
};
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isFirstPage = (page: unknown) => {
  const offset = field(page, 'offset');
  return (
    rowsIn(page) !== null && isCount(field(page, 'total')) && !(isCount(offset) && offset !== 0)
  );
};
/** `items` since 2026, `tracks` before; the older one stands in for one that cannot be used. */
const embeddedRows = (body: unknown) => {
  const items = field(body, 'items');
  return rowsIn(isFirstPage(items) ? items : field(body, 'tracks'));
};
const artistRows = (body: unknown) => rowsIn(field(body, 'artists'));

type ParsePage = (body: unknown) => AnyPage | null;

const offsetPage =
  (parseEntry: (value: unknown) => unknown): ParsePage =>
  (body) => {
    const page = parsePage(body, 0, parseEntry);
    return page === null ? null : { ...page, next: page.nextOffset };
  };

function embeddedPage(body: unknown): AnyPage | null {
  const page = parsePlaylistWithItems(body)?.firstPage ?? null;
  return page === null ? null : { ...page, next: page.nextOffset };
}

function artistsPage(body: unknown): AnyPage | null {
  const page = parseFollowedArtists(body, null);
  return page === null ? null : { ...page, next: page.nextCursor };
}

export interface RecordedList {
  readonly name: string;
  readonly parse: ParsePage;
  /** The rows as they came, however they came; null where there is no list of them. */
  readonly rows: (body: unknown) => readonly unknown[] | null;
}

/** Every recorded body that is a page of a list, and how the API reads it. */
export const RECORDED_LISTS: readonly RecordedList[] = [
  { name: 'saved_tracks', parse: offsetPage(parseListEntry), rows: rowsIn },
  { name: 'saved_albums', parse: offsetPage(parseEntryOf('album')), rows: rowsIn },
  { name: 'saved_shows', parse: offsetPage(parseEntryOf('show')), rows: rowsIn },
  { name: 'saved_episodes', parse: offsetPage(parseEntryOf('episode')), rows: rowsIn },
  { name: 'saved_audiobooks', parse: offsetPage(parseAudiobookEntry), rows: rowsIn },
  { name: 'followed_artists', parse: artistsPage, rows: artistRows },
  { name: 'artist_albums', parse: offsetPage(parseArtistRelease), rows: rowsIn },
  { name: 'playlist_items', parse: offsetPage(parseListEntry), rows: rowsIn },
  { name: 'playlist_1', parse: embeddedPage, rows: embeddedRows },
  { name: 'playlist_2', parse: embeddedPage, rows: embeddedRows },
  { name: 'playlist_3', parse: embeddedPage, rows: embeddedRows },
  { name: 'current_user_playlist_1', parse: offsetPage(parsePlaylistSummary), rows: rowsIn },
  { name: 'current_user_playlist_2', parse: offsetPage(parsePlaylistSummary), rows: rowsIn },
];

/** Every recorded body that is one object of the catalogue. */
export const RECORDED_OBJECTS = [
  { name: 'get_album', kind: 'album' },
  { name: 'artist', kind: 'artist' },
  { name: 'show', kind: 'show' },
  { name: 'episode', kind: 'episode' },
  { name: 'audiobook', kind: 'audiobook' },
] as const;
