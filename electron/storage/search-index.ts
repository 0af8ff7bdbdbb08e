import { NAMES, type NamedItem, readNamed } from './named-item.ts';
import { flag, integer, integerOrNull, numberList } from './row.ts';
import { beginningQuery, foundQuery, indexedTerms } from './search-terms.ts';
import type { Database } from './sqlite.ts';

/**
 * Which items have which words: an inverted index (FTS5) of words that were folded before, without
 * the texts themselves. It follows the items in pieces; until it has come up with them, `pending`
 * names the items that it does not know. Merging is done by hand, because what FTS5 does by itself
 * now and then holds everything up for a quarter of a second (measured at 100,000 items).
 */
export class SearchIndex {
  readonly #database: Database;
  /** False where SQLite was built without the module: then every item is pending for good. */
  readonly isAvailable: boolean;

  constructor(database: Database) {
    this.#database = database;
    this.isAvailable = hasModule(database);
    if (this.isAvailable && !hasTable(database)) {
      database.transaction(() => database.exec(CREATE));
    }
    // See `#write`.
    database.exec('CREATE TEMP TABLE IF NOT EXISTS last_id (id INTEGER PRIMARY KEY)');
  }

  /** Takes in up to `limit` items; false when there was nothing left to take in. */
  takeIn(limit: number): boolean {
    return this.isAvailable && (this.#followQueue(limit) || this.#followItems(limit));
  }

  /** A piece of putting together what was written piece by piece; false when nothing is to be done. */
  merge(pages: number): boolean {
    return this.isAvailable && this.#merge(pages);
  }

  /**
   * Erases the words of items that are gone, from the index and from the file; each step is a few
   * milliseconds of work. Ended anywhere, it is to be begun again.
   */
  *erase(itemsAPiece: number, pagesAPiece: number): Generator<void> {
    while (this.isAvailable && this.#followQueue(itemsAPiece)) {
      yield;
    }
    if (!this.isAvailable || !this.#hasLeftovers()) {
      return;
    }
    // A negative number gathers everything into one part; the following ones go on with that.
    let more = this.#merge(-pagesAPiece);
    yield;
    while (more) {
      more = this.#merge(pagesAPiece);
      yield;
    }
    this.#database.run('UPDATE search_state SET has_leftovers = 0');
  }

  /** Ids of the account's items that the index finds, in no order; null: nothing was asked for. */
  find(accountId: number, typed: string): number[] | null {
    const query = foundQuery(typed);
    return query === null ? null : this.#ids(accountId, query);
  }

  /** The same for items whose names begin with what was typed; up to `limit` of them. */
  findBeginnings(accountId: number, typed: string, limit: number): number[] {
    const found = foundQuery(typed);
    return found === null ? [] : this.#ids(accountId, beginningQuery(typed), limit);
  }

  /** Items that the index does not know as they are now, after one of them, in the order of ids. */
  pending(accountId: number, afterId: number, limit: number): NamedItem[] {
    const throughId = this.isAvailable ? this.#throughId() : 0;
    const queued = this.#database.all(
      `SELECT ${NAMES} FROM search_queue JOIN items ON items.id = search_queue.item_id
       WHERE item_id > ?2 AND item_id <= ?4 AND +account_id = ?1 AND kind <> 'playlist'
       ORDER BY item_id LIMIT ?3`,
      readNamed,
      accountId,
      afterId,
      limit,
      throughId,
    );
    if (queued.length === limit) {
      return queued;
    }
    const fresh = this.#database.all(
      `SELECT ${NAMES} FROM items WHERE id > ?2 AND +account_id = ?1 AND kind <> 'playlist'
       ORDER BY id LIMIT ?3`,
      readNamed,
      accountId,
      Math.max(afterId, throughId),
      limit - queued.length,
    );
    return [...queued, ...fresh];
  }

  #ids(accountId: number, query: string, limit = -1): number[] {
    if (!this.isAvailable) {
      return [];
    }
    // Whose item it is costs a look at each, and hardly anyone has two accounts.
    const isOnly = this.#database.get(
      'SELECT count(*) AS rows FROM (SELECT 1 FROM accounts LIMIT 2)',
      (row) => integer(row, 'rows') === 1,
    );
    const ours = isOnly
      ? ''
      : 'AND (SELECT account_id FROM items WHERE id = search_index.rowid) = ?3';
    return (
      this.#database.get(
        `SELECT json_group_array(id) AS ids FROM (
           SELECT rowid AS id FROM search_index WHERE search_index MATCH ?1 ${ours}
             AND rowid NOT IN (SELECT item_id FROM search_queue WHERE NOT EXISTS (
               SELECT 1 FROM items WHERE id = item_id))
           LIMIT ?2)`,
        (row) => numberList(row, 'ids'),
        query,
        limit,
        ...(isOnly ? [] : [accountId]),
      ) ?? []
    );
  }

  #followQueue(limit: number): boolean {
    const queued = this.#database.all(
      `SELECT item_id, ${NAMES}, kind FROM search_queue LEFT JOIN items ON items.id = item_id
       ORDER BY item_id LIMIT ?`,
      (row) => ({
        id: integer(row, 'item_id'),
        item: row.id === null || row.kind === 'playlist' ? null : readNamed(row),
      }),
      limit,
    );
    const last = queued.at(-1);
    if (last === undefined) {
      return false;
    }
    this.#write(() => {
      for (const { id, item } of queued) {
        if (item === null) {
          this.#command('DELETE FROM search_index WHERE rowid = ?', id);
        } else {
          this.#put(item);
        }
      }
      this.#command('DELETE FROM search_queue WHERE item_id <= ?', last.id);
      this.#command('UPDATE search_state SET has_leftovers = 1');
    });
    return true;
  }

  #followItems(limit: number): boolean {
    const throughId = this.#throughId();
    const items = this.#database.all(
      `SELECT ${NAMES}, kind FROM items WHERE id > ? ORDER BY id LIMIT ?`,
      (row) => ({ ...readNamed(row), isPlaylist: row.kind === 'playlist' }),
      throughId,
      limit,
    );
    const last = items.at(-1);
    if (last === undefined) {
      return false;
    }
    this.#write(() => {
      for (const item of items.filter(({ isPlaylist }) => !isPlaylist)) {
        this.#put(item);
      }
      this.#command('UPDATE search_state SET through_id = ?', last.id);
    });
    return true;
  }

  #put(item: NamedItem): void {
    this.#command(
      'REPLACE INTO search_index (rowid, words) VALUES (?, ?)',
      item.id,
      indexedTerms(item),
    );
  }

  #merge(pages: number): boolean {
    const before = this.#totalChanges();
    this.#write(() => {
      this.#command(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)`, pages);
    });
    // So the module says that there was nothing to merge (its documentation, "merge"); one more
    // change is our own.
    return this.#totalChanges() - before >= 3;
  }

  /**
   * FTS5 writes rows of its own whose ids no JavaScript number can hold, and `run` answers the last
   * id that was written: so nothing here uses it, and a small id is written last.
   */
  #write(work: () => void): void {
    try {
      this.#database.transaction(work);
    } finally {
      this.#command('REPLACE INTO temp.last_id (id) VALUES (1)');
    }
  }

  #command(sql: string, ...values: readonly (number | string)[]): void {
    this.#database.get(sql, () => null, ...values);
  }

  #totalChanges(): number {
    return (
      this.#database.get('SELECT total_changes() AS changes', (row) => integer(row, 'changes')) ?? 0
    );
  }

  #throughId(): number {
    return (
      this.#database.get('SELECT through_id FROM search_state', (row) =>
        integer(row, 'through_id'),
      ) ?? 0
    );
  }

  #hasLeftovers(): boolean {
    return (
      this.#database.get('SELECT has_leftovers FROM search_state', (row) =>
        flag(row, 'has_leftovers'),
      ) ?? false
    );
  }
}

// Only whether an item has a word is kept, not where it stands; beginnings of up to three letters have
// lists of their own, because these are what is typed first.
const CREATE = `
CREATE VIRTUAL TABLE search_index USING fts5(
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0);
INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 1000);
INSERT INTO search_index (search_index, rank) VALUES ('deletemerge', 0);
DELETE FROM search_queue;
UPDATE search_state SET through_id = 0, has_leftovers = 0;
`;

function hasModule(database: Database): boolean {
  const found = database.get(
    `SELECT count(*) AS modules FROM pragma_module_list WHERE name = 'fts5'`,
    (row) => flag(row, 'modules'),
  );
  return found ?? false;
}

function hasTable(database: Database): boolean {
  const table = database.get(
    `SELECT max(rowid) AS id FROM sqlite_schema WHERE name = 'search_index'`,
    (row) => integerOrNull(row, 'id'),
  );
  return (table ?? null) !== null;
}
