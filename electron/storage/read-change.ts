import { assertNever } from '../../shared/assert-never.ts';
import {
  CHANGE_KINDS,
  type Change,
  type ItemSummary,
  listKindSchema,
} from '../../shared/change.ts';
import { parseNaming, parseYesNo } from './change-texts.ts';
import { STORED_ITEM_KINDS } from './items.ts';
import { flag, integer, integerOrNull, oneOf, text, textList, textOrNull } from './row.ts';
import type { SqlRow } from './sqlite.ts';

const UNKNOWN_ITEM: ItemSummary = {
  uri: '',
  kind: 'unknown',
  name: '',
  artists: [],
  album: null,
  imageUrl: null,
};

/** What `readChange` reads, from `CHANGE_TABLES`. */
export const CHANGE_COLUMNS = `changes.id AS id, changes.kind AS kind, list_id, list_name,
  observed_after_ms, observed_before_ms, unread, added_by, added_at_ms, item_count, text_before,
  text_after, added_by = accounts.user_id AS is_own,
  lists.kind AS list_kind, lists.uri AS list_uri, lists.image_url AS list_image_url,
  items.uri AS item_uri, items.kind AS item_kind, items.name AS item_name,
  items.artists AS item_artists, items.album AS item_album, items.image_url AS item_image_url`;

export const CHANGE_TABLES = `changes
  JOIN accounts ON accounts.id = changes.account_id
  JOIN lists ON lists.id = changes.list_id
  LEFT JOIN items ON items.id = changes.item_id`;

/** One row of the changes, joined with its list and its item. */
export function readChange(row: SqlRow): Change {
  const kind = oneOf(row, 'kind', CHANGE_KINDS);
  const common = {
    id: integer(row, 'id'),
    list: {
      id: integer(row, 'list_id'),
      kind: oneOf(row, 'list_kind', listKindSchema.options),
      name: text(row, 'list_name'),
      uri: textOrNull(row, 'list_uri'),
      imageUrl: textOrNull(row, 'list_image_url'),
    },
    observedAfterMs: integer(row, 'observed_after_ms'),
    observedBeforeMs: integer(row, 'observed_before_ms'),
    unread: flag(row, 'unread'),
  };
  switch (kind) {
    case 'item-added':
    case 'item-removed':
    case 'item-unavailable':
    case 'item-available':
    case 'artist-followed':
    case 'artist-unfollowed':
      return { kind, ...common, ...readItemPart(row) };
    case 'item-renamed': {
      const part = readItemPart(row);
      const after = parseNaming(text(row, 'text_after'));
      const before = parseNaming(text(row, 'text_before'));
      return { kind, ...common, ...part, item: { ...part.item, ...after }, before };
    }
    case 'items-moved':
      return { kind, ...common, count: integer(row, 'item_count') };
    case 'playlist-created':
    case 'playlist-gone':
    case 'playlist-returned':
    case 'playlist-cover':
      return { kind, ...common };
    case 'playlist-visibility':
      return { kind, ...common, isPublic: parseYesNo(text(row, 'text_after')) };
    case 'playlist-collaborative':
      return { kind, ...common, isCollaborative: parseYesNo(text(row, 'text_after')) };
    case 'playlist-renamed':
    case 'playlist-described':
      return { kind, ...common, before: text(row, 'text_before'), after: text(row, 'text_after') };
    default:
      return assertNever(kind);
  }
}

function readItemPart(row: SqlRow) {
  return {
    item: readItemSummary(row),
    addedBy: textOrNull(row, 'added_by'),
    ...(row.is_own === 1 ? { addedByUser: true as const } : {}),
    addedAtMs: integerOrNull(row, 'added_at_ms'),
  };
}

function readItemSummary(row: SqlRow): ItemSummary {
  if (row.item_uri === null) {
    return UNKNOWN_ITEM;
  }
  const kind = oneOf(row, 'item_kind', STORED_ITEM_KINDS);
  return {
    uri: text(row, 'item_uri'),
    kind: kind === 'playlist' ? 'unknown' : kind,
    name: text(row, 'item_name'),
    artists: [...textList(row, 'item_artists')],
    album: textOrNull(row, 'item_album'),
    imageUrl: textOrNull(row, 'item_image_url'),
  };
}
