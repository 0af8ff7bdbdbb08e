import { foldText } from './fold-text.ts';

/** As most names are: nothing is to be done. */
const PLAIN = /^[a-z][^0-9]*$/;
const LEADING_PUNCTUATION = /^[\p{P}\p{Z}\s]+/u;
const DIGITS = /\d+/g;

/**
 * What a name is sorted by, compared code unit by code unit: folded, without punctuation before its
 * first word, and with numbers by their value ("Vol. 2" before "Vol. 10"). Empty for a name without
 * anything to see; such names belong at the end.
 */
export function sortKey(name: string): string {
  const folded = foldText(name).trim();
  if (PLAIN.test(folded)) {
    return folded;
  }
  const bare = folded.replace(LEADING_PUNCTUATION, '');
  return (bare === '' ? folded : bare).replace(DIGITS, byValue);
}

/** A number as the length of it and its digits: of two, the longer one is the greater. */
function byValue(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '');
  const length = Math.min(significant.length, LONGEST_NUMBER).toString(36).padStart(2, '0');
  return `0${length}${significant}`;
}

/** The most that two digits to the base of 36 can say. */
const LONGEST_NUMBER = 36 ** 2 - 1;
