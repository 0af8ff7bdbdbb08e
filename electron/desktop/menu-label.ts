import { shortened } from '../../shared/texts/foreign-text.ts';

/** A menu as wide as a whole name of 10,000 characters would leave the screen. */
const LONGEST = 100;

const ISOLATE = '\u2068';
const ISOLATE_END = '\u2069';

/**
 * A text as a menu shows it: menus take a single `&` for the sign that the next letter is a key, and
 * Windows begins a second column at a tab.
 */
export function menuLabel(text: string): string {
  return closed(shortened(text.replace(/\s+/gu, ' '), LONGEST)).replaceAll('&', '&&');
}

/** Where the cut fell into a name that runs from right to left, its isolate is ended again. */
function closed(text: string): string {
  const open = text.split(ISOLATE).length - text.split(ISOLATE_END).length;
  return open > 0 ? `${text}${ISOLATE_END.repeat(open)}` : text;
}
