export type Shortcut =
  | 'overview'
  | 'changes'
  | 'library'
  | 'playlists'
  | 'connection'
  | 'settings'
  | 'search'
  | 'check-now'
  | 'mark-all-read'
  | 'help';

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

interface Listening {
  /** A text is being typed, or a list is being searched by its first letters. */
  readonly isTyping: boolean;
  /** Whether the user wants single letters to do something (WCAG 2.1.4). */
  readonly areSingleKeysOn: boolean;
}

/** What a key press asks for; null for any other key. Either Ctrl or Command counts. */
export function shortcutOf(
  { key, ctrlKey, metaKey, altKey }: PressedKey,
  { isTyping, areSingleKeysOn }: Listening,
): Shortcut | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return WITH_MODIFIER.get(key) ?? null;
  return isTyping || !areSingleKeysOn ? null : (SINGLE_KEYS.get(key) ?? null);
}

const WITH_MODIFIER: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  ['1', 'overview'],
  ['2', 'changes'],
  ['3', 'library'],
  ['4', 'playlists'],
  ['5', 'connection'],
  ['6', 'settings'],
  ['f', 'search'],
  ['/', 'help'],
]);

const SINGLE_KEYS: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  ['r', 'check-now'],
  ['R', 'check-now'],
  ['m', 'mark-all-read'],
  ['M', 'mark-all-read'],
  ['?', 'help'],
]);
