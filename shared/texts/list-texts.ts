import type { CollectionKind } from '../change.ts';
import type {
  DifferenceKind,
  HistoricList,
  HistoricListKind,
  HistoricRow,
  ListDifference,
} from '../history.ts';
import { COLLECTION_NAMES } from './collection-names.ts';
import { isolated, listName, onOneLine } from './item-name.ts';
import { longMoment, shortDate, shortMoment } from './moment-words.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

const PLAYLISTS = 'Your playlists';

export const listTexts = {
  title: 'List',
  loading: 'Loading this list',
  openOnSpotify: 'Open on Spotify',
  back: 'Playlists',
  views: { label: 'What is shown', state: 'One time', compare: 'Compare' },
  ownerYou: 'by you',
  ownerNamed: (name: string) => `by ${name}`,
  goneSince: (when: string) => `gone since ${when}`,
  wasNotListed: 'not in your library at that time',
  timeline: 'Timeline',
  from: 'From',
  to: 'To',
  shownTime: 'Shown time',
  day: 'Day',
  fromDay: 'From, day',
  toDay: 'To, day',
  previous: 'Earlier',
  next: 'Later',
  now: 'As it is now',
  nowShort: 'Now',
  lastSeen: 'As it was last seen',
  keys: 'Arrow keys move by one change, Page Up and Page Down by a month.',
  changedMeanwhile: 'This list has changed',
  notKept: 'That state is no longer kept. This is the oldest there still is.',
  beforeFirst: (first: string) => `Nothing is known of that time: the first look was on ${first}.`,
  sameNow: 'It is still the same now.',
  columns: {
    position: '#',
    name: 'Title',
    added: 'Added',
    by: 'Added by',
    availability: 'Availability',
    change: 'What happened',
    place: 'Place',
  },
  rows: 'Rows at that time',
  rowsNow: 'Rows as they are now',
  differenceRows: 'What differs',
  gap: 'Something that Spotify showed as a gap',
  goneByNow: 'Gone by now',
  gapNamed: 'a gap that has a name now',
  addedAt: (before: string, after: string) => `added ${before} → ${after}`,
  addedBy: (before: string, after: string) => `by ${before} → ${after}`,
  availability: {
    available: '',
    unavailable: 'Unavailable',
    missing: 'A gap',
    unknown: '',
  },
  differenceKinds: {
    removed: 'Removed',
    added: 'Added',
    moved: 'Moved',
    restated: 'Details',
  } satisfies Readonly<Record<DifferenceKind, string>>,
  filterLabel: 'Which differences',
  all: 'All',
  asLastSeen: 'as last seen',
  noDate: '–',
  failed: { title: 'This list could not be loaded', retry: 'Load again' },
  rowsFailed: { title: 'The rows could not be loaded', retry: 'Load again' },
  missing: {
    title: 'There is no such list',
    body: 'It may belong to another account, or its history was deleted.',
    action: 'Show all playlists',
  },
  notWatched: {
    title: 'Its songs are not watched',
    body: 'Spotify shows the songs of a playlist only to its owner and to those who may change it. Changes of its name, description and cover are noted.',
  },
  neverRead: {
    title: 'This list was not read yet',
    body: 'Its songs are read with one of the next checks. From then on you can look back at any time.',
  },
  neverReadGone: {
    title: 'Its songs were never read',
    body: 'The playlist left your library before they could be.',
  },
  goneMeanwhile: {
    title: 'That time is no longer kept',
    body: 'It was deleted while you looked at it, since it is older than what is to be kept.',
  },
  emptyThen: {
    title: 'Nothing stood in this list',
    body: 'It was empty at that time.',
  },
  nothingToCompare: {
    title: 'There is nothing to compare yet',
    body: 'This list has been the same since its first look. When it changes, both times can be compared here.',
  },
  sameTime: {
    title: 'Both ends stand at the same time',
    body: 'Move one of them along the timeline.',
  },
  nothingDiffers: {
    title: 'Nothing differs',
    body: 'The same songs stood in the same order at both times.',
  },
  noneOfKind: {
    title: 'Nothing of this kind',
    body: 'Choose another kind above.',
  },
} as const;

/** What the list was called at that time; collections have names of their own. */
export function historicListName({ kind, name }: Pick<HistoricList, 'kind' | 'name'>): string {
  if (kind === 'playlists') return PLAYLISTS;
  return kind === 'playlist' ? listName({ kind, name }) : COLLECTION_NAMES[kind];
}

const COUNTED: Readonly<Record<HistoricListKind, readonly [one: string, many: string]>> = {
  'saved-tracks': ['song', 'songs'],
  'saved-albums': ['album', 'albums'],
  'saved-shows': ['show', 'shows'],
  'saved-episodes': ['episode', 'episodes'],
  'saved-audiobooks': ['audiobook', 'audiobooks'],
  'followed-artists': ['artist', 'artists'],
  playlist: ['item', 'items'],
  playlists: ['playlist', 'playlists'],
};

/** "212 items". */
export function listLength(rows: number, kind: HistoricListKind, format: TextFormat = {}): string {
  return countOf(rows, ...COUNTED[kind], format);
}

/** "3 November 2026, 14:05: 212 items", what the handle of the timeline says. */
export function spokenState(
  state: { readonly atMs: number; readonly rows: number | null },
  kind: HistoricListKind,
  format: TextFormat = {},
): string {
  const when = longMoment(state.atMs, format);
  return state.rows === null ? when : `${when}: ${listLength(state.rows, kind, format)}`;
}

/**
 * "Seen so until 8 Nov, 09:00": for how long the state is known to have held. With a second sentence
 * where the next one came only long after.
 */
export function heldPhrase(
  state: { readonly atMs: number; readonly untilMs: number },
  nextMs: number | null,
  nowMs: number,
  format: TextFormat = {},
): string {
  const until = shortMoment(state.untilMs, nowMs, format);
  const held = `Seen so until ${until}.`;
  if (nextMs === null || nextMs - state.untilMs < UNWATCHED_MS) return held;
  return `${held} Nobody looked from then until ${shortMoment(nextMs, nowMs, format)}.`;
}

/** "The same since 3 Nov, 14:05.": what is known of the list as it is now. */
export function unchangedPhrase(
  sinceMs: number,
  isFirst: boolean,
  nowMs: number,
  format: TextFormat = {},
): string {
  const since = shortMoment(sinceMs, nowMs, format);
  return isFirst ? `The same since the first look, on ${since}.` : `The same since ${since}.`;
}

/** A time without a look that is worth a word: longer than a night with the computer off. */
const UNWATCHED_MS = 24 * 3_600_000;

/** "12 added, 3 removed, 1 moved"; empty where nothing differs. */
function differencePhrase(counts: ListDifference['counts'], format: TextFormat = {}): string {
  const words = {
    added: 'added',
    removed: 'removed',
    moved: 'moved',
    restated: 'with other details',
  };
  return (['added', 'removed', 'moved', 'restated'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${groupedNumber(counts[kind], format)} ${words[kind]}`)
    .join(', ');
}

/** "12 added, 3 removed, 1 moved."; empty where nothing differs. */
export function differenceSentence(
  counts: ListDifference['counts'],
  format: TextFormat = {},
): string {
  const phrase = differencePhrase(counts, format);
  return phrase === '' ? '' : `${phrase}.`;
}

/** "Since then: 12 added, 3 removed." */
export function sincePhrase(counts: ListDifference['counts'], format: TextFormat = {}): string {
  const phrase = differencePhrase(counts, format);
  return phrase === '' ? listTexts.sameNow : `Since then: ${phrase}.`;
}

/** "12", "12 → 40": places are counted from 1 on. */
export function placeWords(
  before: number | null,
  after: number | null,
  format: TextFormat = {},
): string {
  const [from, to] = [before, after].map((position) =>
    position === null ? '' : groupedNumber(position + 1, format),
  );
  return from === '' || to === '' || from === to ? `${from === '' ? to : from}` : `${from} → ${to}`;
}

/** "added 3 Nov → 5 Nov": what is told otherwise of a row that stayed. */
export function restatedWords(
  before: Pick<HistoricRow, 'addedAtMs' | 'addedBy' | 'kind'>,
  after: Pick<HistoricRow, 'addedAtMs' | 'addedBy' | 'kind'>,
  nowMs: number,
  format: TextFormat = {},
): string {
  const date = (atMs: number | null) =>
    atMs === null ? listTexts.noDate : shortDate(atMs, nowMs, format);
  const by = (name: string | null) => isolated(onOneLine(name ?? '')) || listTexts.noDate;
  const parts = [
    before.kind === 'gap' && after.kind !== 'gap' ? listTexts.gapNamed : '',
    before.addedAtMs === after.addedAtMs
      ? ''
      : listTexts.addedAt(date(before.addedAtMs), date(after.addedAtMs)),
    before.addedBy === after.addedBy
      ? ''
      : listTexts.addedBy(by(before.addedBy), by(after.addedBy)),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** "moved from place 12 to place 40", for screen readers. */
export function spokenMove(before: number, after: number, format: TextFormat = {}): string {
  const [from, to] = [before, after].map((position) => groupedNumber(position + 1, format));
  return `moved from place ${from} to place ${to}`;
}

/** "History of Liked Songs": a link from a collection to its timeline. */
export function historyOf(kind: CollectionKind): string {
  const name = COLLECTION_NAMES[kind];
  // Liked Songs is a name; the others are words, and here within a sentence.
  return `History of ${kind === 'saved-tracks' ? name : name.toLowerCase()}`;
}
