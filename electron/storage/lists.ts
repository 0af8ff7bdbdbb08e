import { type CollectionKind, listKindSchema } from '../../shared/change.ts';
import { flag, integer, integerOrNull, oneOf, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/** `playlists` is the list of playlists itself: its entries are playlists, in the user's order. */
export type StoredListKind = (typeof STORED_LIST_KINDS)[number];
const STORED_LIST_KINDS = [...listKindSchema.options, 'playlists'] as const;

/**
 * Whether Spotify lets us read what is in a list. `not-ours`: a playlist of somebody else, so only
 * its name and description are watched. `refused`: ours, but Spotify said no (facts §4).
 * `scope-missing`: the sign-in does not allow it. `not-offered`: there is no such collection for this
 * account.
 */
export type ContentsAccess = (typeof CONTENTS_ACCESS)[number];
const CONTENTS_ACCESS = [
  'readable',
  'refused',
  'not-ours',
  'scope-missing',
  'not-offered',
] as const;

export interface ListDescription {
  readonly name: string;
  readonly description: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly isPublic: boolean | null;
  readonly isCollaborative: boolean;
}

export interface StoredList extends ListDescription {
  readonly id: number;
  readonly kind: StoredListKind;
  readonly externalId: string;
  readonly uri: string | null;
  readonly imageUrl: string | null;
  readonly contents: ContentsAccess;
  readonly contentsSnapshotId: string | null;
  readonly listedSnapshotId: string | null;
  /** The revision that counts; null while the contents were never read whole. */
  readonly revisionId: number | null;
  readonly observedAtMs: number | null;
  /** When the last reading of the contents from end to end began. */
  readonly readAtMs: number | null;
  readonly goneSinceMs: number | null;
  /** How many rows stand in the revision that counts. */
  readonly rowCount: number;
  /** Reading it came to nothing; by itself it is not tried again before this time. */
  readonly retryAtMs: number | null;
  /** What is known of a playlist's picture, see `library/cover.ts`; null while that is nothing. */
  readonly cover: string | null;
  /** Since when it is known to be this one; null: since before that was written down. */
  readonly coverSinceMs: number | null;
}

/** Spotify's snapshots at the time of a whole read; see the columns of `lists`. */
export interface ReadSnapshots {
  readonly contents: string | null;
  readonly listed: string | null;
}

/** The lists of an account: what they are called and how far their contents are known. */
export class Lists {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One of the lists that every account has once. */
  openOnly(accountId: number, kind: CollectionKind | 'playlists', name: string): StoredList {
    this.#database.run(
      `INSERT INTO lists
         (account_id, kind, external_id, name, description, is_collaborative, contents)
       VALUES (?, ?, '', ?, '', 0, 'readable')
       ON CONFLICT (account_id, kind, external_id) DO NOTHING`,
      accountId,
      kind,
      name,
    );
    const list = this.#find(accountId, kind, '');
    if (list === null) {
      throw new Error('The list just written is not there.');
    }
    return list;
  }

  /** The same, without making it where it is new. */
  findOnly(accountId: number, kind: CollectionKind | 'playlists'): StoredList | null {
    return this.#find(accountId, kind, '');
  }

  findPlaylist(accountId: number, externalId: string): StoredList | null {
    return this.#find(accountId, 'playlist', externalId);
  }

  get(id: number): StoredList | null {
    return this.#database.get('SELECT * FROM lists WHERE id = ?', readList, id);
  }

  /** Null also where it is another account's. */
  ofAccount(accountId: number, id: number): StoredList | null {
    return this.#database.get(
      'SELECT * FROM lists WHERE id = ? AND account_id = ?',
      readList,
      id,
      accountId,
    );
  }

  playlists(accountId: number): StoredList[] {
    return this.#database.all(
      `SELECT * FROM lists WHERE account_id = ? AND kind = 'playlist' ORDER BY id`,
      readList,
      accountId,
    );
  }

  /** Those that stand in the playlists list. */
  countPlaylists(accountId: number): number {
    const count = this.#database.get(
      `SELECT count(*) AS rows FROM lists
       WHERE account_id = ? AND kind = 'playlist' AND gone_since_ms IS NULL`,
      (row) => integer(row, 'rows'),
      accountId,
    );
    return count ?? 0;
  }

  addPlaylist(
    accountId: number,
    playlist: ListDescription & {
      readonly externalId: string;
      readonly uri: string;
      readonly imageUrl: string | null;
      readonly contents: ContentsAccess;
      readonly cover: string | null;
    },
    atMs: number,
  ): number {
    const { lastId } = this.#database.run(
      `INSERT INTO lists (account_id, kind, external_id, uri, name, description, owner_id,
         owner_name, is_public, is_collaborative, image_url, contents, cover,
         cover_since_ms)
       VALUES (?, 'playlist', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      accountId,
      playlist.externalId,
      playlist.uri,
      playlist.name,
      playlist.description,
      playlist.ownerId,
      playlist.ownerName,
      toFlag(playlist.isPublic),
      toFlag(playlist.isCollaborative),
      playlist.imageUrl,
      playlist.contents,
      playlist.cover,
      playlist.cover === null ? null : atMs,
    );
    this.#addVersion(lastId, playlist, atMs);
    return lastId;
  }

  /** Takes over a new description and keeps the earlier one in the history. */
  describe(id: number, next: ListDescription, atMs: number): void {
    this.#database.run(
      `UPDATE lists SET name = ?, description = ?, owner_id = ?, owner_name = ?, is_public = ?,
         is_collaborative = ? WHERE id = ?`,
      next.name,
      next.description,
      next.ownerId,
      next.ownerName,
      toFlag(next.isPublic),
      toFlag(next.isCollaborative),
      id,
    );
    this.#addVersion(id, next, atMs);
  }

  /** Addresses of pictures die within a day, so they are no part of the history (facts §5). */
  writeImage(id: number, imageUrl: string | null): void {
    this.#database.run('UPDATE lists SET image_url = ? WHERE id = ?', imageUrl, id);
  }

  writeContentsAccess(id: number, contents: ContentsAccess): void {
    this.#database.run('UPDATE lists SET contents = ? WHERE id = ?', contents, id);
  }

  /** What is known of the access to a collection now; whoever reads it, may try it again. */
  writeAccess(list: StoredList, contents: ContentsAccess): void {
    if (list.contents !== contents) {
      this.writeContentsAccess(list.id, contents);
    }
    if (list.retryAtMs !== null) {
      this.writeRetryAt(list.id, null);
    }
  }

  writeGone(id: number, sinceMs: number | null): void {
    this.#database.run('UPDATE lists SET gone_since_ms = ? WHERE id = ?', sinceMs, id);
  }

  /** The list was looked at and stands as it did. */
  writeObserved(id: number, atMs: number): void {
    this.#database.run('UPDATE lists SET observed_at_ms = ? WHERE id = ?', atMs, id);
  }

  /**
   * The contents were read from end to end.
   *
   * @param at - `readFromMs`: before the first page was asked for; no row was looked at earlier
   */
  writeRead(id: number, at: { readonly observedAtMs: number; readonly readFromMs: number }): void {
    this.#database.run(
      'UPDATE lists SET observed_at_ms = ?, read_at_ms = ? WHERE id = ?',
      at.observedAtMs,
      at.readFromMs,
      id,
    );
  }

  /** Since then every row was looked at, if not in one go: what stands there is as it was. */
  writeLookedAt(id: number, sinceMs: number): void {
    this.#database.run('UPDATE lists SET read_at_ms = ? WHERE id = ?', sinceMs, id);
  }

  writeSnapshots(id: number, snapshots: ReadSnapshots): void {
    this.#database.run(
      'UPDATE lists SET contents_snapshot_id = ?, listed_snapshot_id = ? WHERE id = ?',
      snapshots.contents,
      snapshots.listed,
      id,
    );
  }

  /** Names the revision that counts from now on, and how many rows stand in it. */
  publish(id: number, revisionId: number, rowCount: number): void {
    this.#database.run(
      'UPDATE lists SET revision_id = ?, row_count = ? WHERE id = ?',
      revisionId,
      rowCount,
      id,
    );
    this.#database.run('UPDATE revisions SET row_count = ? WHERE id = ?', rowCount, revisionId);
  }

  /** By itself the list is not tried again before this time; null: as soon as it is its turn. */
  writeRetryAt(id: number, atMs: number | null): void {
    this.#database.run('UPDATE lists SET retry_at_ms = ? WHERE id = ?', atMs, id);
  }

  writeCover(id: number, cover: string, sinceMs: number): void {
    this.#database.run(
      'UPDATE lists SET cover = ?, cover_since_ms = ? WHERE id = ?',
      cover,
      sinceMs,
      id,
    );
  }

  /** A new sign-in may allow what the one before did not. */
  retryWithoutScope(accountId: number): void {
    this.#database.run(
      `UPDATE lists SET retry_at_ms = NULL WHERE account_id = ? AND contents = 'scope-missing'`,
      accountId,
    );
  }

  #find(accountId: number, kind: StoredListKind, externalId: string): StoredList | null {
    return this.#database.get(
      'SELECT * FROM lists WHERE account_id = ? AND kind = ? AND external_id = ?',
      readList,
      accountId,
      kind,
      externalId,
    );
  }

  #addVersion(listId: number, description: ListDescription, atMs: number): void {
    this.#database.run(
      `INSERT INTO list_versions
         (list_id, observed_at_ms, name, description, owner_id, is_public, is_collaborative)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      listId,
      atMs,
      description.name,
      description.description,
      description.ownerId,
      toFlag(description.isPublic),
      toFlag(description.isCollaborative),
    );
  }
}

function toFlag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function readList(row: SqlRow): StoredList {
  return {
    id: integer(row, 'id'),
    kind: oneOf(row, 'kind', STORED_LIST_KINDS),
    externalId: text(row, 'external_id'),
    uri: textOrNull(row, 'uri'),
    name: text(row, 'name'),
    description: text(row, 'description'),
    ownerId: textOrNull(row, 'owner_id'),
    ownerName: textOrNull(row, 'owner_name'),
    isPublic: row.is_public === null ? null : flag(row, 'is_public'),
    isCollaborative: flag(row, 'is_collaborative'),
    imageUrl: textOrNull(row, 'image_url'),
    contents: oneOf(row, 'contents', CONTENTS_ACCESS),
    contentsSnapshotId: textOrNull(row, 'contents_snapshot_id'),
    listedSnapshotId: textOrNull(row, 'listed_snapshot_id'),
    revisionId: integerOrNull(row, 'revision_id'),
    observedAtMs: integerOrNull(row, 'observed_at_ms'),
    readAtMs: integerOrNull(row, 'read_at_ms'),
    goneSinceMs: integerOrNull(row, 'gone_since_ms'),
    rowCount: integer(row, 'row_count'),
    retryAtMs: integerOrNull(row, 'retry_at_ms'),
    cover: textOrNull(row, 'cover'),
    coverSinceMs: integerOrNull(row, 'cover_since_ms'),
  };
}
