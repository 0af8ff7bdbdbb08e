import { flag, integer, integerOrNull, oneOf, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

/** `playlists` is the list of playlists itself: its entries are playlists, in the user's order. */
export type StoredListKind = 'saved-tracks' | 'playlist' | 'playlists';

/**
 * Whether Spotify lets us read what is in a list. `not-ours`: a playlist of somebody else, so only
 * its name and description are watched. `refused`: ours, but Spotify said no (facts §4).
 */
export type ContentsAccess = 'readable' | 'refused' | 'not-ours';

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
  /** When the contents were last read from end to end. */
  readonly readAtMs: number | null;
  readonly goneSinceMs: number | null;
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

  /** One of the two lists that every account has once. */
  openOnly(accountId: number, kind: 'saved-tracks' | 'playlists', name: string): StoredList {
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

  findPlaylist(accountId: number, externalId: string): StoredList | null {
    return this.#find(accountId, 'playlist', externalId);
  }

  get(id: number): StoredList | null {
    return this.#database.get('SELECT * FROM lists WHERE id = ?', readList, id);
  }

  playlists(accountId: number): StoredList[] {
    return this.#database.all(
      `SELECT * FROM lists WHERE account_id = ? AND kind = 'playlist' ORDER BY id`,
      readList,
      accountId,
    );
  }

  addPlaylist(
    accountId: number,
    playlist: ListDescription & {
      readonly externalId: string;
      readonly uri: string;
      readonly imageUrl: string | null;
      readonly contents: ContentsAccess;
    },
    atMs: number,
  ): number {
    const { lastId } = this.#database.run(
      `INSERT INTO lists (account_id, kind, external_id, uri, name, description, owner_id,
         owner_name, is_public, is_collaborative, image_url, contents)
       VALUES (?, 'playlist', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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

  writeGone(id: number, sinceMs: number | null): void {
    this.#database.run('UPDATE lists SET gone_since_ms = ? WHERE id = ?', sinceMs, id);
  }

  /** The list was looked at and stands as it did. */
  writeObserved(id: number, atMs: number): void {
    this.#database.run('UPDATE lists SET observed_at_ms = ? WHERE id = ?', atMs, id);
  }

  /** The contents were read from end to end. */
  writeRead(id: number, atMs: number): void {
    this.#database.run(
      'UPDATE lists SET observed_at_ms = ?, read_at_ms = ? WHERE id = ?',
      atMs,
      atMs,
      id,
    );
  }

  writeSnapshots(id: number, snapshots: ReadSnapshots): void {
    this.#database.run(
      'UPDATE lists SET contents_snapshot_id = ?, listed_snapshot_id = ? WHERE id = ?',
      snapshots.contents,
      snapshots.listed,
      id,
    );
  }

  /** Names the revision that counts from now on. */
  publish(id: number, revisionId: number): void {
    this.#database.run('UPDATE lists SET revision_id = ? WHERE id = ?', revisionId, id);
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
    kind: oneOf(row, 'kind', ['saved-tracks', 'playlist', 'playlists']),
    externalId: text(row, 'external_id'),
    uri: textOrNull(row, 'uri'),
    name: text(row, 'name'),
    description: text(row, 'description'),
    ownerId: textOrNull(row, 'owner_id'),
    ownerName: textOrNull(row, 'owner_name'),
    isPublic: row.is_public === null ? null : flag(row, 'is_public'),
    isCollaborative: flag(row, 'is_collaborative'),
    imageUrl: textOrNull(row, 'image_url'),
    contents: oneOf(row, 'contents', ['readable', 'refused', 'not-ours']),
    contentsSnapshotId: textOrNull(row, 'contents_snapshot_id'),
    listedSnapshotId: textOrNull(row, 'listed_snapshot_id'),
    revisionId: integerOrNull(row, 'revision_id'),
    observedAtMs: integerOrNull(row, 'observed_at_ms'),
    readAtMs: integerOrNull(row, 'read_at_ms'),
    goneSinceMs: integerOrNull(row, 'gone_since_ms'),
  };
}
