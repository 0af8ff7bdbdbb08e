import { foldText } from './fold-text.ts';

/** Longer words are found by their first letters. */
const LONGEST_WORD = 40;
/** Of one name; what comes later is not found. */
const MOST_WORDS = 64;
/** Of what was typed; more of them only repeat what is asked for. */
const MOST_TYPED_WORDS = 12;
const LONGEST_TYPED = 1_000;
/** Scripts without spaces: what stands inside must be found too. */
const LONGEST_PIECE = 12;
const LONGEST_BEGINNING = 12;

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc\\u3005';
/** A run of a script without spaces, a word, or one symbol, as an emoji. */
const WORD = new RegExp(`([${UNSPACED}]+)|((?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+|\\p{S}`, 'gu');
/** The same, in a quarter of the time, for the names that most items have. */
const ASCII_WORD = /[a-z0-9]+|[$+<=>^|~]/g;
const ASCII_ONLY = /^[\x20-\x7e]*$/;
const APOSTROPHES = /['’ʼ`´]/g;
const SPACE = /\s+/;

/**
 * The words under which a name is found, without case and accents: each beginning of one finds it. Of
 * scripts without spaces every ending of a run is a word. A name made of punctuation alone is one.
 */
export function wordsOf(name: string): string[] {
  const words = new Set<string>();
  for (const { text, isUnspaced } of runsOf(name)) {
    const characters = isUnspaced ? [...text] : [];
    if (isUnspaced) {
      for (let start = 0; start < characters.length && words.size < MOST_WORDS; start += 1) {
        words.add(characters.slice(start, start + LONGEST_PIECE).join(''));
      }
    } else {
      words.add(shortened(text));
    }
    if (words.size >= MOST_WORDS) {
      break;
    }
  }
  return [...words];
}

/** The words that somebody typed, the last of them perhaps not to its end; none: nothing to look for. */
export function typedWords(text: string): string[] {
  const words = runsOf(text.slice(0, LONGEST_TYPED)).map(({ text: run, isUnspaced }) =>
    isUnspaced ? [...run].slice(0, LONGEST_PIECE).join('') : shortened(run),
  );
  return [...new Set(words)].slice(0, MOST_TYPED_WORDS);
}

/** Begins the same for a name and for what was typed of its beginning. */
export function beginningOf(text: string): string {
  const letters = runsOf(text.slice(0, LONGEST_TYPED)).flatMap(({ text: run }) => [...run]);
  return letters.slice(0, LONGEST_BEGINNING).join('');
}

/** True when each of the typed words begins one of the words of a name. */
export function isFound(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function runsOf(text: string): { readonly text: string; readonly isUnspaced: boolean }[] {
  const folded = foldText(text).replace(APOSTROPHES, '');
  if (ASCII_ONLY.test(folded)) {
    const words = folded.match(ASCII_WORD);
    if (words !== null) {
      return words.map((word) => ({ text: word, isUnspaced: false }));
    }
  }
  const runs = [...folded.matchAll(WORD)].map(([run, unspaced]) => ({
    text: run,
    isUnspaced: unspaced !== undefined,
  }));
  if (runs.length > 0) {
    return runs;
  }
  const bare = foldText(text)
    .trim()
    .split(SPACE)
    .filter((run) => run !== '');
  return bare.map((run) => ({ text: run, isUnspaced: false }));
}

function shortened(word: string): string {
  // Not through the middle of a character that takes two code units.
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('');
}
