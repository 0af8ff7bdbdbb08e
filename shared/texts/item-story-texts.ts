import { assertNever } from '../assert-never.ts';
import type { HistoricAvailability, ItemEvent, Substitute } from '../history.ts';
import { inSentence, quoted } from './foreign-text.ts';
import { listName } from './item-name.ts';
import { historicListName } from './list-texts.ts';
import { shortDate, shortMoment } from './moment-words.ts';
import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { daysBetween, windowPhrase } from './time-phrases.ts';

const LONGEST_NAME = 60;

export const itemStoryTexts = {
  title: 'What happened',
  close: 'Close',
  openOnSpotify: 'Open on Spotify',
  earlier: 'Show what was before',
  editions: 'Other editions in your library',
  sameAlbum: 'Same album',
  saved: 'In Liked Songs',
  inLists: 'It stands in',
  inNoList: 'It stands in none of your lists now.',
  nothing: 'Nothing is kept of what happened to it.',
  loading: 'Loading what happened',
  unknown: {
    title: 'Nothing is known of this',
    body: 'It may have been deleted together with older history, or belong to another account.',
  },
  failed: { title: 'What happened could not be loaded', retry: 'Load again' },
} as const;

/** What happened, and when, as far as that is known. */
export interface EventText {
  readonly what: string;
  readonly when: string;
}

/** One event of an item's story. Nothing is told more narrowly than it was seen. */
export function describeItemEvent(
  event: ItemEvent,
  nowMs: number,
  format: TextFormat = {},
): EventText {
  const seen = seenPhrase(event, nowMs, format);
  switch (event.kind) {
    case 'came': {
      const { addedAtMs, addedBy } = event;
      const by = addedBy === null ? '' : ` by ${inSentence(addedBy, LONGEST_NAME)}`;
      const followed = event.list.kind === 'followed-artists';
      const what = followed ? 'Followed' : `Added to ${eventList(event.list)}${by}`;
      if (addedAtMs !== null) return { what, when: `on ${shortDate(addedAtMs, nowMs, format)}` };
      if (event.observedAfterMs !== null) return { what, when: seen };
      return {
        what: followed ? 'Followed already' : `In ${eventList(event.list)} already`,
        when: seen,
      };
    }
    case 'went':
      return {
        what:
          event.list.kind === 'followed-artists'
            ? 'No longer followed'
            : `Gone from ${eventList(event.list)}`,
        when: seen,
      };
    case 'list-went':
      return { what: `${eventList(event.list)} left your library, with it`, when: seen };
    case 'list-came':
      return { what: `${eventList(event.list)} came back, with it`, when: seen };
    case 'greyed-out':
      return {
        what:
          event.observedAfterMs === null
            ? 'Unavailable on Spotify already'
            : 'Became unavailable on Spotify',
        when: seen,
      };
    case 'came-back':
      return { what: 'Available on Spotify again', when: seen };
    default:
      return assertNever(event);
  }
}

function seenPhrase(
  { observedAfterMs, observedBeforeMs }: ItemEvent,
  nowMs: number,
  format: TextFormat,
): string {
  if (observedAfterMs === null) {
    return `at the first look, ${shortMoment(observedBeforeMs, nowMs, format)}`;
  }
  const window = windowPhrase(observedAfterMs, observedBeforeMs, nowMs, format);
  // Where both ends are on one day, that phrase leaves the day to a heading, and here is none.
  return daysBetween(observedAfterMs, observedBeforeMs, format) === 0
    ? `${shortDate(observedBeforeMs, nowMs, format)}, ${window}`
    : window;
}

/** “Kitchen, loud” for playlists; what everybody has once goes without quotation marks. */
function eventList(list: { readonly kind: ItemEventListKind; readonly name: string }): string {
  return list.kind === 'playlist'
    ? quoted(listName({ kind: list.kind, name: list.name }))
    : historicListName(list);
}

type ItemEventListKind = Extract<ItemEvent, { kind: 'came' }>['list']['kind'];

/** What Spotify says of it now; null where there is nothing to say. */
export function availabilitySentence(availability: HistoricAvailability): string | null {
  switch (availability) {
    case 'unavailable':
      return 'Unavailable on Spotify';
    case 'missing':
      return 'Not there on Spotify any more';
    case 'available':
    case 'unknown':
      return null;
    default:
      return assertNever(availability);
  }
}

/** "Same album · In Liked Songs · in 3 lists": why another edition may do. */
export function editionPhrase(
  { isSameAlbum, isSaved, lists }: Substitute,
  format: TextFormat = {},
): string {
  return [
    ...(isSameAlbum ? [itemStoryTexts.sameAlbum] : []),
    ...(isSaved ? [itemStoryTexts.saved] : []),
    `in ${countOf(lists, 'list', 'lists', format)}`,
  ].join(' · ');
}
