import type { ListRef } from '../../../shared/change.ts';
import type { FeedRow } from '../../../shared/change-feed.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { listName } from '../../../shared/texts/item-name.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { dayHeading } from '../../../shared/texts/time-phrases.ts';

export interface RowHeadings {
  /** "Today"; null where the row above is of the same day. */
  readonly day: string | null;
  /** Null where the row above stands under the same list. */
  readonly list: string | null;
}

const NONE: RowHeadings = { day: null, list: null };

/**
 * What stands above a row of the feed. A row counts to the day on which its change was seen.
 *
 * @param above the row before; `'unknown'` while it is not loaded, `null` for the first row
 */
export function rowHeadings(
  row: FeedRow,
  above: FeedRow | 'unknown' | null,
  nowMs: number,
  format: TextFormat = {},
): RowHeadings {
  if (above === 'unknown') return NONE;
  const isNewDay = above === null || above.dayStartMs !== row.dayStartMs;
  if (!isNewDay && placeOf(above) === placeOf(row)) return NONE;
  return {
    day: isNewDay ? dayHeading(row.dayStartMs, nowMs, format) : null,
    list: row.isOfPlaylists ? changesTexts.playlistsHeading : listName(listOf(row)),
  };
}

/** The list in which it happened. */
function listOf(row: FeedRow): ListRef {
  return row.kind === 'change' ? row.change.list : row.list;
}

function placeOf(row: FeedRow): number | 'playlists' {
  return row.isOfPlaylists ? 'playlists' : listOf(row).id;
}
