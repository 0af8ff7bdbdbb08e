import type { Change } from '../change.ts';
import { describeChange } from './change-sentence.ts';
import { onOneLine, shortened } from './foreign-text.ts';
import type { TextFormat } from './text-format.ts';

/** So short that the longest sentence of ours with three names fits into a menu's line. */
const LONGEST_NAME = 26;
const LONGEST_ARTIST = 16;
const LONGEST_LIST = 21;

/** "Removed “Night Bus” by Mara Lind from Road trip": one change on one line of a menu. */
export function shortChange(change: Change, format: TextFormat = {}): string {
  const { title, detail } = describeChange(withShortNames(change), format);
  switch (change.kind) {
    case 'item-added':
    case 'item-removed':
    case 'item-unavailable':
    case 'item-available':
    case 'items-moved':
      return `${title} ${detail}`;
    default:
      // What it was before, or the new description, would not fit; which list goes without saying.
      return title;
  }
}

function withShortNames(change: Change): Change {
  const list = { ...change.list, name: short(change.list.name, LONGEST_LIST) };
  if (!('item' in change)) {
    return { ...change, list };
  }
  // The first artist tells which one it is; the page that opens names all of them.
  const artists = change.item.artists.slice(0, 1).map((name) => short(name, LONGEST_ARTIST));
  return {
    ...change,
    list,
    item: { ...change.item, name: short(change.item.name, LONGEST_NAME), artists },
  };
}

function short(name: string, longest: number): string {
  return shortened(onOneLine(name), longest);
}
