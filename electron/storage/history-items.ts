import type { ItemSummary } from '../../shared/change.ts';
import type { HistoricListKind } from '../../shared/history.ts';
import { historicListKindSchema } from '../../shared/history.ts';
import { ITEM_COLUMNS, readItemSummary, standsAt } from './history-rows.ts';
import { STORED_AVAILABILITIES, type StoredAvailability } from './items.ts';
import { flag, integer, integerOrNull, oneOf, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

export interface HistoricItem {
  readonly id: number;
  readonly summary: ItemSummary;
  readonly isrc: string | null;
  readonly availability: StoredAvailability;
  readonly availabilitySinceMs: number | null;
}

/** One row of a list, from one of the list's revisions to another. */
export interface ItemSpan {
  readonly list: {
    readonly id: number;
    readonly kind: HistoricListKind;
    readonly name: string;
    readonly uri: string | null;
  };
  readonly fromRevision: number;
  /** Null while it stands. */
  readonly toRevision: number | null;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

export interface PastAvailability {
  readonly availability: StoredAvailability;
  readonly sinceMs: number;
  readonly endedAfterMs: number;
  readonly endedBeforeMs: number;
}

export interface SubstituteCandidate {
  readonly item: ItemSummary;
  readonly isSaved: boolean;
  readonly lists: number;
}

/** What is known of single items: where they stood, how available they were, what is like them. */
export class HistoryItems {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(accountId: number, uri: string): HistoricItem | null {
    return this.#database.get(
      `SELECT id, ${ITEM_COLUMNS}, isrc, availability, availability_since_ms
       FROM items WHERE account_id = ? AND uri = ?`,
      (row) => ({
        id: integer(row, 'id'),
        summary: readItemSummary(row),
        isrc: textOrNull(row, 'isrc'),
        availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
        availabilitySinceMs: integerOrNull(row, 'availability_since_ms'),
      }),
      accountId,
      uri,
    );
  }

  /** Every row that ever held the item, oldest first. What is still being written is left out. */
  spans(itemId: number): ItemSpan[] {
    return this.#database.all(
      `SELECT lists.id AS list_id, lists.kind AS list_kind, lists.name AS list_name,
         lists.uri AS list_uri, from_revision, added_at_ms, added_by,
         CASE WHEN to_revision <= lists.revision_id THEN to_revision END AS to_revision
       FROM entries JOIN lists ON lists.id = entries.list_id
       WHERE item_id = ? AND from_revision <= lists.revision_id
       ORDER BY from_revision, entries.id`,
      readSpan,
      itemId,
    );
  }

  /**
   * The revision from which on a row stood there that got its name at `revision`: a gap of the same
   * date and by the same user ended there. The revision itself where there was no such gap.
   */
  sinceGap(listId: number, revision: number, row: Pick<ItemSpan, 'addedAtMs' | 'addedBy'>): number {
    const before = this.#database.get(
      `SELECT from_revision FROM entries INDEXED BY entries_by_list
       WHERE list_id = ? AND to_revision = ? AND item_id IS NULL
         AND added_at_ms IS ? AND added_by IS ? ORDER BY from_revision LIMIT 1`,
      (found) => integer(found, 'from_revision'),
      listId,
      revision,
      row.addedAtMs,
      row.addedBy,
    );
    return before === null ? revision : this.sinceGap(listId, before, row);
  }

  /** When a revision was seen. One that was deleted since counts as the oldest that is kept. */
  window(
    listId: number,
    revision: number,
  ): { readonly observedAfterMs: number | null; readonly observedBeforeMs: number } | null {
    return this.#database.get(
      `SELECT CASE WHEN id = ?2 THEN observed_after_ms END AS observed_after_ms, observed_before_ms
       FROM revisions WHERE list_id = ?1 AND id >= ?2 ORDER BY id LIMIT 1`,
      (row) => ({
        observedAfterMs: integerOrNull(row, 'observed_after_ms'),
        observedBeforeMs: integer(row, 'observed_before_ms'),
      }),
      listId,
      revision,
    );
  }

  /** Oldest first; the present one is not among them. */
  pastAvailabilities(itemId: number): PastAvailability[] {
    return this.#database.all(
      `SELECT availability, since_ms, ended_after_ms, ended_before_ms
       FROM past_availabilities WHERE item_id = ? ORDER BY ended_before_ms, id`,
      (row) => ({
        availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
        sinceMs: integer(row, 'since_ms'),
        endedAfterMs: integer(row, 'ended_after_ms'),
        endedBeforeMs: integer(row, 'ended_before_ms'),
      }),
      itemId,
    );
  }

  /** Items of the same recording that stand in a list now and are available; in no order. */
  sameRecording(accountId: number, itemId: number, isrc: string): SubstituteCandidate[] {
    return this.#database.all(
      `SELECT ${ITEM_COLUMNS}, count(DISTINCT lists.id) AS lists,
         max(lists.kind = 'saved-tracks') AS is_saved
       FROM items JOIN entries ON entries.item_id = items.id
         JOIN lists ON lists.id = entries.list_id
       WHERE items.account_id = ?1 AND items.isrc IS NOT NULL
         AND upper(replace(items.isrc, '-', '')) = upper(replace(?3, '-', ''))
         AND items.id <> ?2 AND items.availability = 'available'
         AND ${standsAt('lists.revision_id')} AND lists.gone_since_ms IS NULL
       GROUP BY items.id`,
      (row) => ({
        item: readItemSummary(row),
        isSaved: flag(row, 'is_saved'),
        lists: integer(row, 'lists'),
      }),
      accountId,
      itemId,
      isrc,
    );
  }
}

function readSpan(row: SqlRow): ItemSpan {
  return {
    list: {
      id: integer(row, 'list_id'),
      kind: oneOf(row, 'list_kind', historicListKindSchema.options),
      name: text(row, 'list_name'),
      uri: textOrNull(row, 'list_uri'),
    },
    fromRevision: integer(row, 'from_revision'),
    toRevision: integerOrNull(row, 'to_revision'),
    addedAtMs: integerOrNull(row, 'added_at_ms'),
    addedBy: textOrNull(row, 'added_by'),
  };
}
