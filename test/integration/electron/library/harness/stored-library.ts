import type {
  EntryTruth,
  LibraryTruth,
} from '../../../../../electron/sample-service/collection/sample-library.ts';
import { createRepositories } from '../../../../../electron/storage/repositories.ts';
import { text, textOrNull } from '../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';

interface PlainEntry {
  readonly uri: string | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

/** A library without ids and times: what two runs, or a run and the truth, must have in common. */
export interface PlainLibrary {
  readonly savedTracks: readonly PlainEntry[] | null;
  readonly playlists: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly ownerId: string | null;
    /** Null where Spotify does not let us read them. */
    readonly items: readonly PlainEntry[] | null;
  }[];
}

/**
 * What stood in the database at a time, now unless told, the playlists in the order of the playlists
 * list.
 */
export function storedLibrary(
  database: Database,
  accountKey: string,
  now = Number.MAX_SAFE_INTEGER,
): PlainLibrary {
  const { accounts, lists, entries } = createRepositories(database);
  const account = accounts.find(accountKey);
  if (account === null) {
    return { savedTracks: null, playlists: [] };
  }
  const order = entries.at(lists.openOnly(account.id, 'playlists', '').id, now) ?? [];
  return {
    savedTracks: entries.at(lists.openOnly(account.id, 'saved-tracks', '').id, now),
    playlists: order.map(({ uri }) => {
      const list = lists.findPlaylist(account.id, (uri ?? '').replace('spotify:playlist:', ''));
      if (list === null) {
        throw new Error(`No list for ${uri}`);
      }
      const { externalId: id, name, description, ownerId } = list;
      return { id, name, description, ownerId, items: entries.at(list.id, now) };
    }),
  };
}

/** The same of the sample service's own truth. Gaps have no name, as in an answer. */
export function trueLibrary(truth: LibraryTruth): PlainLibrary {
  return {
    savedTracks: truth.savedTracks.map((entry) => ({ ...plain(entry), addedBy: null })),
    playlists: truth.playlists.map(({ id, name, description, ownerId, readable, items }) => ({
      id,
      name,
      description,
      ownerId,
      items: readable ? items.map(plain) : null,
    })),
  };
}

function plain({ uri, addedAtMs, addedBy, gone }: EntryTruth): PlainEntry {
  return { uri: gone ? null : uri, addedAtMs, addedBy };
}

/** What is stored, with the names taken away that are known from before a gap. */
export function withoutNamesOfGaps(stored: PlainLibrary, truth: PlainLibrary): PlainLibrary {
  const blank = (entries: readonly PlainEntry[] | null, real: readonly PlainEntry[] | null) =>
    entries === null
      ? null
      : entries.map((entry, index) =>
          real?.[index]?.uri === null ? { ...entry, uri: null } : entry,
        );
  return {
    savedTracks: blank(stored.savedTracks, truth.savedTracks),
    playlists: stored.playlists.map((playlist, index) => ({
      ...playlist,
      items: blank(playlist.items, truth.playlists[index]?.items ?? null),
    })),
  };
}

/** Every item as it is known, by URI. */
export function storedItems(database: Database): readonly string[] {
  return database.all(
    `SELECT uri, name, artists, album, availability FROM items ORDER BY uri`,
    (row) =>
      [
        text(row, 'uri'),
        text(row, 'name'),
        text(row, 'artists'),
        textOrNull(row, 'album'),
        text(row, 'availability'),
      ].join(' | '),
  );
}
