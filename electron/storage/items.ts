import { integer, integerOrNull, oneOf, text, textList, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

export const STORED_ITEM_KINDS = [
  'track',
  'episode',
  'local',
  'album',
  'show',
  'audiobook',
  'artist',
  'unknown',
  'playlist',
] as const;
/** `playlist`: an entry of the playlists list. */
export type StoredItemKind = (typeof STORED_ITEM_KINDS)[number];

/** `missing`: Spotify showed a gap where the item had been (facts §2). */
export type StoredAvailability = 'available' | 'unavailable' | 'missing' | 'unknown';

export const STORED_AVAILABILITIES = ['available', 'unavailable', 'missing', 'unknown'] as const;

export interface ItemMetadata {
  readonly uri: string;
  readonly kind: StoredItemKind;
  readonly name: string;
  readonly artists: readonly string[];
  readonly album: string | null;
  readonly durationMs: number | null;
  readonly isrc: string | null;
  readonly imageUrl: string | null;
}

/** An item as an answer shows it. */
export interface SeenItem extends ItemMetadata {
  readonly availability: StoredAvailability;
}

export interface StoredItem extends ItemMetadata {
  readonly id: number;
  readonly availability: StoredAvailability;
  readonly availabilitySinceMs: number | null;
}

/** Everything ever seen in an account's lists, once each, as it was last seen. */
export class Items {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes over what was seen of an item and answers its id. What Spotify left out this time does not
   * replace what it had said before: tracks that left the catalogue come back without a name.
   * Availability is taken over only where nothing was known of it; everything else is a change, and
   * changes are written when the list is known whole.
   */
  see(accountId: number, seen: SeenItem, atMs: number): number {
    return this.sight(accountId, seen, atMs).id;
  }

  /** The same, with what had been known of it where that is another thing now. */
  sight(
    accountId: number,
    seen: SeenItem,
    atMs: number,
  ): { readonly id: number; readonly before: ItemMetadata | null } {
    const known = this.#database.get(
      'SELECT * FROM items WHERE account_id = ? AND uri = ?',
      readItem,
      accountId,
      seen.uri,
    );
    if (known === null) {
      return { id: this.#add(accountId, seen, atMs), before: null };
    }
    if (known.availability === 'unknown' && seen.availability !== 'unknown') {
      this.writeAvailability(known.id, seen.availability, atMs);
    }
    // An audiobook stands among the saved shows too, under the same URI (recorded); there its
    // publisher stands where its authors belong.
    const isOtherSide = seen.kind === 'show' && known.kind === 'audiobook';
    const keepsArtists = seen.artists.length === 0 || (isOtherSide && known.artists.length > 0);
    const next = {
      kind: isOtherSide || seen.kind === 'unknown' ? known.kind : seen.kind,
      name: seen.name === '' ? known.name : seen.name,
      artists: JSON.stringify(keepsArtists ? known.artists : seen.artists),
      album: seen.album ?? known.album,
      durationMs: seen.durationMs ?? known.durationMs,
      isrc: seen.isrc ?? known.isrc,
      imageUrl: seen.imageUrl ?? known.imageUrl,
    };
    const isSame =
      next.kind === known.kind &&
      next.name === known.name &&
      next.artists === JSON.stringify(known.artists) &&
      next.album === known.album &&
      next.durationMs === known.durationMs &&
      next.isrc === known.isrc &&
      next.imageUrl === known.imageUrl;
    if (!isSame) {
      this.#database.run(
        `UPDATE items SET kind = ?, name = ?, artists = ?, album = ?, duration_ms = ?, isrc = ?,
           image_url = ? WHERE id = ?`,
        next.kind,
        next.name,
        next.artists,
        next.album,
        next.durationMs,
        next.isrc,
        next.imageUrl,
        known.id,
      );
    }
    return { id: known.id, before: isSame ? null : known };
  }

  get(id: number): StoredItem | null {
    return this.#database.get('SELECT * FROM items WHERE id = ?', readItem, id);
  }

  availability(id: number): StoredAvailability | null {
    return this.#database.get(
      'SELECT availability FROM items WHERE id = ?',
      (row) => oneOf(row, 'availability', STORED_AVAILABILITIES),
      id,
    );
  }

  /** What had been known of it goes to the history, unless that was nothing. */
  writeAvailability(id: number, availability: StoredAvailability, sinceMs: number): void {
    // It was last seen as it had been when one of its lists was read, or when that began. What is
    // being written of such a list does not count yet: it may not have stood there before.
    this.#database.run(
      `INSERT INTO past_availabilities
         (item_id, availability, since_ms, ended_after_ms, ended_before_ms)
       SELECT id, availability, availability_since_ms,
         min(?3, max(availability_since_ms, coalesce(
           (SELECT max(lists.read_at_ms) FROM entries JOIN lists ON lists.id = entries.list_id
            WHERE item_id = ?1 AND from_revision <= lists.revision_id
              AND (to_revision IS NULL OR to_revision > lists.revision_id)), 0))),
         ?3
       FROM items
       WHERE id = ?1 AND availability <> ?2 AND availability_since_ms IS NOT NULL`,
      id,
      availability,
      sinceMs,
    );
    this.#database.run(
      'UPDATE items SET availability = ?, availability_since_ms = ? WHERE id = ?',
      availability,
      sinceMs,
      id,
    );
  }

  #add(accountId: number, seen: SeenItem, atMs: number): number {
    const { lastId } = this.#database.run(
      `INSERT INTO items
         (account_id, uri, kind, name, artists, album, duration_ms, isrc, image_url,
          availability, availability_since_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      accountId,
      seen.uri,
      seen.kind,
      seen.name,
      JSON.stringify(seen.artists),
      seen.album,
      seen.durationMs,
      seen.isrc,
      seen.imageUrl,
      seen.availability,
      seen.availability === 'unknown' ? null : atMs,
    );
    return lastId;
  }
}

function readItem(row: SqlRow): StoredItem {
  return {
    id: integer(row, 'id'),
    uri: text(row, 'uri'),
    kind: oneOf(row, 'kind', STORED_ITEM_KINDS),
    name: text(row, 'name'),
    artists: textList(row, 'artists'),
    album: textOrNull(row, 'album'),
    durationMs: integerOrNull(row, 'duration_ms'),
    isrc: textOrNull(row, 'isrc'),
    imageUrl: textOrNull(row, 'image_url'),
    availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
    availabilitySinceMs: integerOrNull(row, 'availability_since_ms'),
  };
}
