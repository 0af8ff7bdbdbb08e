import { assertNever } from '../assert-never.ts';
import type { LibraryAttention } from '../attention.ts';
import type { ItemSummary } from '../change.ts';
import { monthsPhrase } from './history-settings-texts.ts';
import { itemName, itemPhrase, listName, onOneLine, quoted } from './item-name.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { shortDay } from './time-phrases.ts';

export interface AttentionText {
  /** What happened, in a sentence. */
  readonly text: string;
  /** One line each, below it. */
  readonly lines: readonly string[];
  /** What the link beside it is called. */
  readonly link: string;
}

export const libraryAttentionTexts = {
  seen: 'Seen',
  seenOf: (text: string) => `Seen: ${text}`,
} as const;

/** What of the library deserves a look, in words. */
export function describeLibraryAttention(
  point: LibraryAttention,
  nowMs: number,
  format: TextFormat = {},
): AttentionText {
  switch (point.kind) {
    case 'unavailable':
      return {
        text: `${countOf(point.count, 'item', 'items', format)} became unavailable on Spotify.`,
        lines: [
          ...point.items.map(({ item, substitute }) =>
            substitute === null
              ? itemPhrase(item)
              : `${itemPhrase(item)}: you also have it ${editionPhrase(item, substitute)}`,
          ),
          ...more(point.count - point.items.length, format),
        ],
        link: 'Show them',
      };
    case 'playlists-gone':
      return {
        text: `${countOf(point.count, 'playlist is', 'playlists are', format)} gone from your library.`,
        lines: [...namesOf(point.names), ...more(point.count - point.names.length, format)],
        link: 'Show them',
      };
    case 'lists-refused':
      return {
        text: `Spotify does not show what is in ${countOf(point.count, 'playlist', 'playlists', format)} of yours. What Cratewatch knew of it is kept, and it is tried again.`,
        lines: [...namesOf(point.names), ...more(point.count - point.names.length, format)],
        link: '',
      };
    case 'history-ends': {
      const months = monthsPhrase(point.months);
      const day = shortDay(point.fromMs, nowMs, format);
      return {
        text:
          point.fromMs > nowMs
            ? `From ${day} on, history older than ${months} is deleted, a day at a time.`
            : `History older than ${months} is deleted, a day at a time.`,
        lines: [],
        link: 'Keep it longer',
      };
    }
    default:
      return assertNever(point);
  }
}

function namesOf(names: readonly string[]): string[] {
  return names.map((name) => quoted(listName({ kind: 'playlist', name })));
}

function more(count: number, format: TextFormat): string[] {
  return count > 0 ? [`and ${groupedNumber(count, format)} more`] : [];
}

/** "on “Vigil (Deluxe)”", or under its own name where no album is known. */
function editionPhrase(item: ItemSummary, substitute: ItemSummary): string {
  const album = onOneLine(substitute.album ?? '');
  const name = itemName(substitute);
  if (album === '') return `as ${quoted(name)}`;
  return name === itemName(item) ? `on ${quoted(album)}` : `as ${quoted(name)} on ${quoted(album)}`;
}
