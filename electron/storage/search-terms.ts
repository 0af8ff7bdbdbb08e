import type { ItemNames } from './named-item.ts';
import { beginningOf, typedWords, wordsOf } from './search-words.ts';

/** The words under which an item is found. */
export function itemWords({ name, artists, album }: ItemNames): string[] {
  return [name, ...artists, album ?? ''].flatMap(wordsOf);
}

/** What the index takes in of an item: its words, and how its name begins. */
export function indexedTerms(names: ItemNames): string {
  const words = new Set(itemWords(names).map(asTerm));
  return `${NAME_MARK}${asTerm(beginningOf(names.name))} ${[...words].join(' ')}`;
}

/** A question to the index for items that are found; null where nothing was typed to look for. */
export function foundQuery(text: string): string | null {
  const words = typedWords(text);
  return words.length === 0 ? null : words.map((word) => prefix(asTerm(word))).join(' ');
}

/** The same for items whose names begin so. */
export function beginningQuery(text: string): string {
  return prefix(`${NAME_MARK}${asTerm(beginningOf(text))}`);
}

/** Before every letter of the private use area that stands for another character. */
const NAME_MARK = '\ue0ff';
const PRIVATE_USE = 0xe000;
// The tokenizer takes letters and digits of ASCII, and everything that is not ASCII.
const SEPARATOR = /[^a-z0-9\u0080-\uffff]/g;

function asTerm(word: string): string {
  return word.replace(SEPARATOR, (one) => String.fromCharCode(PRIVATE_USE + one.charCodeAt(0)));
}

function prefix(term: string): string {
  return `"${term}"*`;
}
