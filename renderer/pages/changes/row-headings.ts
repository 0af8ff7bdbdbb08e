import type { Change } from '../../../shared/change.ts';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { listName } from '../../../shared/texts/item-name.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { dayHeading, localDayKey, windowPhrase } from '../../../shared/texts/time-phrases.ts';

export interface RowHeadings {
  /** "Today"; null where the row above is of the same day. */
  readonly day: string | null;
  /** Null where the row above belongs to the same list and check. */
  readonly list: { readonly name: string; readonly observed: string } | null;
}

const NONE: RowHeadings = { day: null, list: null };

/**
 * What stands above a row of the feed. A row counts to the day on which its change was seen.
 *
 * @param above the row before; `'unknown'` while it is not loaded, `null` for the first row
 */
export function rowHeadings(
  change: Change,
  above: Change | 'unknown' | null,
  nowMs: number,
  format: TextFormat = {},
): RowHeadings {
  if (above === 'unknown') return NONE;
  const isNewDay =
    above === null ||
    localDayKey(above.observedBeforeMs, format) !== localDayKey(change.observedBeforeMs, format);
  const isNewList =
    isNewDay ||
    groupOf(above) !== groupOf(change) ||
    above.observedBeforeMs !== change.observedBeforeMs ||
    above.observedAfterMs !== change.observedAfterMs;
  if (!isNewList) return NONE;
  return {
    day: isNewDay ? dayHeading(change.observedBeforeMs, nowMs, format) : null,
    list: {
      name: isOfPlaylists(change) ? changesTexts.playlistsHeading : listName(change.list),
      observed: windowPhrase(change.observedAfterMs, change.observedBeforeMs, nowMs, format),
    },
  };
}

/** Changes of playlists themselves stand together; those of items stand under their list. */
function groupOf(change: Change): number | 'playlists' {
  return isOfPlaylists(change) ? 'playlists' : change.list.id;
}

function isOfPlaylists({ kind }: Change): boolean {
  return (
    kind === 'playlist-created' ||
    kind === 'playlist-gone' ||
    kind === 'playlist-renamed' ||
    kind === 'playlist-described' ||
    kind === 'playlist-cover' ||
    kind === 'playlist-visibility' ||
    kind === 'playlist-collaborative'
  );
}
