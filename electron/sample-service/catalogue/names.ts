import { intBelow, pick, type Random } from './seeded-random.ts';
import {
  ADJECTIVES,
  ENSEMBLES,
  FIRST_NAMES,
  GERUNDS,
  LAST_NAMES,
  NOUNS,
  NUMBERS,
  PLACES,
  PLURALS,
  SYLLABLES,
  TIMES,
  VERBS,
  WORLD_ARTISTS,
  WORLD_TITLES,
} from './words.ts';

type Pattern = (random: Random) => string;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Hour` and `Honest` begin with a vowel as they are spoken. */
function withArticle(word: string): string {
  return `${/^(?:[AEIOU]|Ho(?:ur|nest))/.test(word) ? 'an' : 'a'} ${word}`;
}

function fullName(random: Random): string {
  return `${pick(FIRST_NAMES, random)} ${pick(LAST_NAMES, random)}`;
}

function invented(random: Random): string {
  let word = '';
  for (let left = 2 + intBelow(2, random); left > 0; left -= 1) {
    word += pick(SYLLABLES, random);
  }
  return capitalised(word);
}

const ARTIST_PATTERNS: readonly Pattern[] = [
  fullName,
  fullName,
  (r) => `The ${pick(ADJECTIVES, r)} ${pick(PLURALS, r)}`,
  (r) => `${pick(NOUNS, r)} & ${pick(NOUNS, r)}`,
  (r) => `${pick(ADJECTIVES, r)} ${pick(NOUNS, r)} ${pick(ENSEMBLES, r)}`,
  (r) => `${pick(LAST_NAMES, r)} ${pick(ENSEMBLES, r)}`,
  (r) => `${invented(r)} ${invented(r)}`,
  (r) => `${pick(FIRST_NAMES, r)} and the ${pick(PLURALS, r)}`,
  (r) => `${pick(NUMBERS, r)} ${pick(ADJECTIVES, r)} ${pick(PLURALS, r)}`,
];

const TITLE_PATTERNS: readonly Pattern[] = [
  (r) => `${pick(ADJECTIVES, r)} ${pick(NOUNS, r)}`,
  (r) => `${pick(GERUNDS, r)} the ${pick(NOUNS, r)}`,
  (r) => `${pick(GERUNDS, r)} ${pick(PLURALS, r)}`,
  (r) => `${pick(TIMES, r)} at ${pick(PLACES, r)}`,
  (r) => `Letter to ${pick(FIRST_NAMES, r)}`,
  (r) => `How to ${pick(VERBS, r)} ${withArticle(pick(NOUNS, r))}`,
  (r) => `${pick(NUMBERS, r)} ${pick(PLURALS, r)}`,
  (r) => pick(NOUNS, r),
  (r) => pick(TIMES, r),
  (r) => `${pick(NOUNS, r)} / ${pick(NOUNS, r)}`,
  (r) => `${pick(FIRST_NAMES, r)}’s ${pick(NOUNS, r)}`,
  (r) => `No More ${pick(PLURALS, r)}`,
];

const TITLE_ENDINGS: readonly Pattern[] = [
  (r) => ` - Live at ${pick(PLACES, r)}`,
  (r) => ` - Remastered ${2005 + intBelow(20, r)}`,
  () => ', Pt. II',
  () => ' - Demo',
  () => ' (Acoustic)',
];

const ALBUM_PATTERNS: readonly Pattern[] = [
  (r) => `The ${pick(ADJECTIVES, r)} ${pick(NOUNS, r)}`,
  (r) => `${pick(PLURALS, r)} of ${capitalised(pick(PLACES, r))}`,
  (r) => `Songs for ${withArticle(pick(ADJECTIVES, r))} ${pick(NOUNS, r)}`,
  (r) => `${pick(TIMES, r)}, ${pick(NOUNS, r)}`,
  (r) => `${capitalised(withArticle(pick(NOUNS, r)))} for ${pick(FIRST_NAMES, r)}`,
  (r) => `${pick(NOUNS, r)} Music`,
];

export function artistName(random: Random): string {
  return random() < 0.06 ? pick(WORLD_ARTISTS, random) : pick(ARTIST_PATTERNS, random)(random);
}

export function trackTitle(random: Random): string {
  if (random() < 0.04) {
    return pick(WORLD_TITLES, random);
  }
  const title = pick(TITLE_PATTERNS, random)(random);
  return random() < 0.08 ? title + pick(TITLE_ENDINGS, random)(random) : title;
}

export function albumTitle(random: Random): string {
  return random() < 0.5
    ? pick(ALBUM_PATTERNS, random)(random)
    : pick(TITLE_PATTERNS, random)(random);
}

const SHOW_PATTERNS: readonly Pattern[] = [
  (r) => `${pick(ADJECTIVES, r)} ${pick(NOUNS, r)} Radio`,
  (r) => `The ${pick(NOUNS, r)} Hour`,
  (r) => `${pick(FIRST_NAMES, r)} & ${pick(FIRST_NAMES, r)} Talk ${pick(PLURALS, r)}`,
  (r) => `A Short History of ${pick(PLURALS, r)}`,
  (r) => `${pick(TIMES, r)} with ${fullName(r)}`,
  (r) => `${pick(GERUNDS, r)} ${pick(PLURALS, r)}, Weekly`,
];

const BOOK_PATTERNS: readonly Pattern[] = [
  (r) => `The ${pick(NOUNS, r)} at ${capitalised(pick(PLACES, r))}`,
  (r) => `${pick(NUMBERS, r)} ${pick(PLURALS, r)} and ${withArticle(pick(NOUNS, r))}`,
  (r) => `How to ${pick(VERBS, r)} ${withArticle(pick(NOUNS, r))}: A Novel`,
  (r) => `The ${pick(ADJECTIVES, r)} ${pick(NOUNS, r)}, Book ${1 + intBelow(7, r)}`,
];

export function personName(random: Random): string {
  return fullName(random);
}

export function showName(random: Random): string {
  return pick(SHOW_PATTERNS, random)(random);
}

export function publisherName(random: Random): string {
  return random() < 0.5 ? fullName(random) : `${pick(NOUNS, random)} Audio`;
}

export function episodeName(number: number, random: Random): string {
  return `${number}: ${trackTitle(random)}`;
}

export function bookTitle(random: Random): string {
  return pick(BOOK_PATTERNS, random)(random);
}
