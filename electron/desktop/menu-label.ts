import { shortened } from '../../shared/texts/foreign-text.ts';

/** A menu as wide as a whole name of 10,000 characters would leave the screen. */
const LONGEST = 100;

/**
 * A text as a menu shows it: menus take a single `&` for the sign that the next letter is a key, and
 * Windows begins a second column at a tab.
 */
export function menuLabel(text: string): string {
  return shortened(text.replace(/\s+/gu, ' '), LONGEST).replaceAll('&', '&&');
}
