// Letters that are written from right to left, and the marks that make what follows run that way.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Control characters, halves of characters, and what turns the text around it (Unicode UAX #9): an
 * override or an isolate that is opened in a name and never closed would reorder our own words.
 */
const WITHOUT_A_SHAPE = /(?!\s)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
/** More marks on one letter than any script has would climb over the lines above. */
const TOWERING_MARKS = /(\p{M}{8})\p{M}+/gu;
/** Anything to see at all; a blank Braille cell is none. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cn}\p{Co}\u2800]/u;
/** What most names are made of. Nothing has to be done about these. */
const PLAIN = /^[!-~](?: ?[!-~])*$/;
/** A circle for a mark to stand on that would else settle on our own quotation mark. */
const CIRCLE = '◌';

const LONGEST_QUOTED = 80;

let segmenter: Intl.Segmenter | null = null;

/**
 * A text that somebody else wrote, fit to stand on one line among ours: line breaks and runs of
 * spaces as one space, nothing around it, no control characters. Empty where there is nothing to see.
 */
export function onOneLine(text: string): string {
  if (PLAIN.test(text)) return text;
  const line = text
    .replace(WITHOUT_A_SHAPE, '')
    .replace(/\s+/gu, ' ')
    .replace(TOWERING_MARKS, '$1')
    .trim();
  if (!VISIBLE.test(line)) return '';
  return /^\p{M}/u.test(line) ? `${CIRCLE}${line}` : line;
}

/** “Name” for use inside a sentence; one that never ends is cut. */
export function quoted(name: string): string {
  return `“${isolated(shortened(name, LONGEST_QUOTED))}”`;
}

/** Inside a sentence without quotation marks; cut after so many characters. */
export function inSentence(text: string, longest: number): string {
  return isolated(shortened(onOneLine(text), longest));
}

/** A right-to-left name between isolates, so that it cannot reorder the words around it. */
export function isolated(name: string): string {
  const text = name.replace(WITHOUT_A_SHAPE, '');
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * At most so many characters as a reader counts them: an emoji made of several is one and stays
 * whole. What is cut ends with an ellipsis, which counts too.
 */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = 0;
  let cutAt = 0;
  for (const { index } of segmenter.segment(text)) {
    if (kept < longest) cutAt = index;
    else return `${text.slice(0, cutAt).trimEnd()}…`;
    kept += 1;
  }
  return text;
}
