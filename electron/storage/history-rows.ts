import type { ItemSummary } from '../../shared/change.ts';
import type { HistoricRow } from '../../shared/history.ts';
import { STORED_AVAILABILITIES, STORED_ITEM_KINDS } from './items.ts';
import { integer, integerOrNull, oneOf, text, textList, textOrNull } from './row.ts';
import type { SqlRow } from './sqlite.ts';

/** True of the rows that stood in a list at a revision, both as SQL expressions. */
export function standsAt(revision: string): string {
  return `from_revision <= ${revision} AND (to_revision IS NULL OR to_revision > ${revision})`;
}

/** Columns of an item, for `readItemSummary`. */
export const ITEM_COLUMNS = `items.uri AS uri, items.kind AS kind, items.name AS name,
  items.artists AS artists, items.album AS album, items.image_url AS image_url`;

/**
 * Rows of `entries` with all that `readHistoricRow` needs.
 *
 * @param atMs - SQL expression of the time whose names of playlists and whose availability count
 */
export function historicRows(atMs: string): string {
  return `SELECT entries.id AS id, added_at_ms, added_by, item_id, ${ITEM_COLUMNS},
      coalesce(
        (SELECT past.availability FROM past_availabilities AS past
         WHERE past.item_id = items.id AND past.ended_before_ms > ${atMs}
         ORDER BY past.ended_before_ms LIMIT 1),
        CASE WHEN items.availability_since_ms > ${atMs} THEN 'unknown' END,
        items.availability
      ) AS availability,
      playlist.id AS playlist_id, version.name AS version_name,
      version.description AS version_description
    FROM entries
    LEFT JOIN items ON items.id = entries.item_id
    LEFT JOIN lists AS playlist ON items.kind = 'playlist' AND playlist.kind = 'playlist'
      AND playlist.account_id = items.account_id
      AND playlist.external_id = substr(items.uri, length('spotify:playlist:') + 1)
    LEFT JOIN list_versions AS version ON version.id = ${versionAt('playlist.id', atMs)}`;
}

/** The id of the version of a list's description that held at a time, else of the oldest one. */
export function versionAt(listId: string, atMs: string): string {
  return `coalesce(
      (SELECT id FROM list_versions WHERE list_id = ${listId} AND observed_at_ms <= ${atMs}
       ORDER BY observed_at_ms DESC, id DESC LIMIT 1),
      (SELECT id FROM list_versions WHERE list_id = ${listId}
       ORDER BY observed_at_ms, id LIMIT 1))`;
}

export function readHistoricRow(row: SqlRow, position: number): HistoricRow {
  const placed = {
    position,
    addedAtMs: integerOrNull(row, 'added_at_ms'),
    addedBy: textOrNull(row, 'added_by'),
  };
  if (row.item_id === null) {
    return { kind: 'gap', ...placed };
  }
  if (row.kind === 'playlist') {
    return {
      kind: 'playlist',
      ...placed,
      listId: integerOrNull(row, 'playlist_id'),
      uri: text(row, 'uri'),
      name: textOrNull(row, 'version_name') ?? text(row, 'name'),
      description: textOrNull(row, 'version_description') ?? '',
    };
  }
  return {
    kind: 'item',
    ...placed,
    item: readItemSummary(row),
    availability: oneOf(row, 'availability', STORED_AVAILABILITIES),
  };
}

export function readItemSummary(row: SqlRow): ItemSummary {
  const kind = oneOf(row, 'kind', STORED_ITEM_KINDS);
  return {
    uri: text(row, 'uri'),
    kind: kind === 'playlist' ? 'unknown' : kind,
    name: text(row, 'name'),
    artists: [...textList(row, 'artists')],
    album: textOrNull(row, 'album'),
    imageUrl: textOrNull(row, 'image_url'),
  };
}

export function readId(row: SqlRow): number {
  return integer(row, 'id');
}
