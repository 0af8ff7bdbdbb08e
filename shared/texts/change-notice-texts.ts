import { assertNever } from '../assert-never.ts';
import type { Change, ListKind } from '../change.ts';
import type { ChangeNews, NewsGroup, NewsKind } from '../change-news.ts';
import { KINDS_OF_NEWS } from '../change-news.ts';
import { changeName } from './change-line-texts.ts';
import { observedPhrase } from './change-sentence.ts';
import { inSentence } from './foreign-text.ts';
import { listName } from './item-name.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { NoticeWords } from './renewal-notice-texts.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase } from './time-phrases.ts';

/** Room for two names in a title of which most desktops show one line. */
const LONGEST_NAME = 40;
const LONGEST_ARTISTS = 80;
/** How many lists, and how many further kinds of change, the text below the title names. */
const NAMED_LISTS = 2;
const NAMED_KINDS = 2;
/** What is told later than this says since when it speaks. */
const FRESH_MS = 10 * 60_000;

type News = Pick<ChangeNews, 'groups' | 'newest'>;

interface Part {
  readonly kind: NewsKind;
  readonly groups: readonly NewsGroup[];
  /** Of changes. */
  readonly count: number;
  /** Each that changed, once. */
  readonly lists: readonly NewsGroup['list'][];
}

/**
 * A summary of changes: the title says what is worst, the text what else there is.
 *
 * @param news with at least one group, in order
 * @param mode of a sample nobody should take fright
 */
export function changeNoticeTexts(
  news: News,
  mode: 'spotify' | 'sample',
  nowMs: number,
  format: TextFormat = {},
): NoticeWords {
  const parts = partsOf(news.groups);
  const [first, ...others] = parts;
  if (first === undefined) {
    throw new Error('A summary of no changes.');
  }
  const only = parts.length === 1 && first.count === 1 ? news.newest[0] : undefined;
  const sentences =
    only === undefined
      ? [
          placesOf(first, format) ?? namesOf(first, news.newest, nowMs, format),
          ...others.slice(0, NAMED_KINDS).map((part) => sentence(phraseOf(part, format))),
          moreOf(others.slice(NAMED_KINDS), format),
          sinceOf(news.groups, nowMs, format),
        ]
      : aboutOne(only, nowMs, format);
  return {
    title: titleOf(first, news.newest, format),
    body: [...sentences, mode === 'sample' ? 'This is the sample library.' : null]
      .filter((each) => each !== null)
      .join(' '),
  };
}

function partsOf(groups: readonly NewsGroup[]): Part[] {
  return KINDS_OF_NEWS.map((kind) => {
    const ofKind = groups.filter((group) => group.kind === kind);
    return {
      kind,
      groups: ofKind,
      count: ofKind.reduce((sum, { count }) => sum + count, 0),
      lists: [...new Map(ofKind.map(({ list }) => [list.id, list])).values()],
    };
  }).filter(({ count }) => count > 0);
}

/** One thing alone is called by its name. */
function titleOf(part: Part, newest: readonly Change[], format: TextFormat): string {
  const [change] = newest;
  return part.count === 1 && change !== undefined
    ? phraseOfOne(part, change, format)
    : phraseOf(part, format);
}

function phraseOfOne(part: Part, change: Change, format: TextFormat): string {
  const name = named(changeName(change, format));
  const list = named(listName(change.list));
  switch (change.kind) {
    case 'item-removed':
      return `${name} left ${list}`;
    case 'item-unavailable':
      return `${name} can no longer be played`;
    case 'artist-unfollowed':
      return `${name} is no longer followed`;
    case 'item-added':
      return `${name} was added to ${list}`;
    case 'item-available':
      return `${name} can be played again`;
    case 'playlist-visibility':
      return `Playlist ${list} is ${change.isPublic ? 'public' : 'private'} now`;
    case 'playlist-collaborative':
      return change.isCollaborative
        ? `Others can change playlist ${list} now`
        : `Others can no longer change playlist ${list}`;
    default:
      return phraseOf(part, format);
  }
}

/** "3 songs left “Road trip”", "5 songs left 2 playlists". */
function phraseOf({ kind, groups, count, lists }: Part, format: TextFormat): string {
  const things = countOf(count, ...nounOf(groups), format);
  const where = whereOf(lists, format);
  // A playlist that was made public and private again is one playlist.
  const isOne = (isOfPlaylist(kind) ? lists.length : count) === 1;
  const playlists = isOne ? `Playlist ${where}` : where;
  switch (kind) {
    case 'playlist-gone':
      return `${playlists} ${isOne ? 'is' : 'are'} gone`;
    case 'item-removed':
      return `${things} left ${where}`;
    case 'item-unavailable':
      return `${things} in ${where} can no longer be played`;
    case 'artist-unfollowed':
      return `${things} ${isOne ? 'is' : 'are'} no longer followed`;
    case 'item-added':
      return `${things} ${isOne ? 'was' : 'were'} added to ${where}`;
    case 'item-available':
      return `${things} in ${where} can be played again`;
    case 'playlist-returned':
      return `${playlists} ${isOne ? 'is' : 'are'} back`;
    case 'playlist-visibility':
      return `${playlists} ${isOne ? 'was' : 'were'} made public or private`;
    case 'playlist-collaborative':
      return `Who may change ${where} is different now`;
    default:
      return assertNever(kind);
  }
}

const NOUNS: Readonly<Partial<Record<ListKind, readonly [one: string, many: string]>>> = {
  'saved-albums': ['album', 'albums'],
  'saved-shows': ['show', 'shows'],
  'saved-episodes': ['episode', 'episodes'],
  'saved-audiobooks': ['audiobook', 'audiobooks'],
  'followed-artists': ['artist', 'artists'],
};

function nounOf(groups: readonly NewsGroup[]): readonly [one: string, many: string] {
  if (groups.every(({ count, songs }) => count === songs)) return ['song', 'songs'];
  const [kind, ...others] = new Set(groups.map(({ list }) => list.kind));
  const noun = kind === undefined || others.length > 0 ? undefined : NOUNS[kind];
  return noun ?? ['item', 'items'];
}

/** “Road trip”, or "3 playlists". */
function whereOf(lists: Part['lists'], format: TextFormat): string {
  const [only, ...others] = lists;
  if (only !== undefined && others.length === 0) return named(listName(only));
  const arePlaylists = lists.every(({ kind }) => kind === 'playlist');
  return groupedNumber(lists.length, format) + (arePlaylists ? ' playlists' : ' lists');
}

const PREPOSITIONS: Readonly<Partial<Record<NewsKind, string>>> = {
  'item-removed': 'from',
  'item-added': 'to',
};

/** "3 from “Road trip”, 2 from “Focus”, 4 from 3 others." Null where the title names the only list. */
function placesOf({ kind, groups }: Part, format: TextFormat): string | null {
  if (groups.length < 2 || isOfPlaylist(kind)) return null;
  const at = PREPOSITIONS[kind] ?? 'in';
  const places = groups
    .slice(0, NAMED_LISTS)
    .map(({ count, list }) => `${groupedNumber(count, format)} ${at} ${named(listName(list))}`);
  const others = groups.slice(NAMED_LISTS);
  const left = others.reduce((sum, { count }) => sum + count, 0);
  if (left > 0) {
    places.push(
      `${groupedNumber(left, format)} ${at} ${countOf(others.length, 'other', 'others', format)}`,
    );
  }
  return `${places.join(', ')}.`;
}

/** “Night Bus”, “Saltwater Radio” and 9 more. Null where the title names the only one. */
function namesOf(
  { kind, count, lists }: Part,
  newest: readonly Change[],
  nowMs: number,
  format: TextFormat,
): string | null {
  if (count === 1) return null;
  const [last] = newest;
  if (isOfPlaylist(kind) && lists.length === 1) return timesOf(count, last, nowMs, format);
  const names = isOfPlaylist(kind)
    ? lists.slice(0, NAMED_LISTS + 1).map(listName)
    : newest.map((change) => changeName(change, format));
  const more = (isOfPlaylist(kind) ? lists.length : count) - names.length;
  const text = names.map(named).join(', ');
  return more > 0 ? `${text} and ${groupedNumber(more, format)} more.` : `${text}.`;
}

/** What happened to one playlist again and again. */
function timesOf(
  count: number,
  last: Change | undefined,
  nowMs: number,
  format: TextFormat,
): string {
  const times = `It happened ${countOf(count, 'time', 'times', format)}`;
  return last === undefined
    ? `${times}.`
    : `${times}, the last time ${observedPhrase(last, nowMs, format)}.`;
}

/** Whether changes of this kind are of a playlist itself, and not of what stands in it. */
function isOfPlaylist(kind: NewsKind): boolean {
  return kind.startsWith('playlist-');
}

function moreOf(parts: readonly Part[], format: TextFormat): string | null {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return count === 0 ? null : `And ${countOf(count, 'more change', 'more changes', format)}.`;
}

function sinceOf(groups: readonly NewsGroup[], nowMs: number, format: TextFormat): string | null {
  const sinceMs = Math.min(...groups.map(({ seenAtMs }) => seenAtMs));
  return nowMs - sinceMs < FRESH_MS ? null : `Since ${momentOf(sinceMs, nowMs, format)}.`;
}

/** Whose it is, who did it, and when. */
function aboutOne(change: Change, nowMs: number, format: TextFormat): (string | null)[] {
  const artists =
    'item' in change ? inSentence(change.item.artists.join(', '), LONGEST_ARTISTS) : '';
  const by = change.kind === 'item-added' ? inSentence(change.addedBy ?? '', LONGEST_NAME) : '';
  return [
    artists === '' ? null : `By ${artists}.`,
    by === '' ? null : `Added by ${by}.`,
    `It happened ${observedPhrase(change, nowMs, format)}.`,
  ];
}

function momentOf(atMs: number, nowMs: number, format: TextFormat): string {
  return momentPhrase(atMs, nowMs, format).replace(/^(at|on) /, '');
}

function named(name: string): string {
  return `“${inSentence(name, LONGEST_NAME)}”`;
}

function sentence(phrase: string): string {
  return `${phrase}.`;
}
