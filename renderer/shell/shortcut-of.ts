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

/** What a key press asks for; null for any other key. Either Ctrl or Command counts. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey }: PressedKey): Shortcut | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    if (key === '1') return 'overview';
    if (key === '2') return 'changes';
    if (key === '3') return 'library';
    if (key === '4') return 'playlists';
    if (key === '5') return 'connection';
    if (key === '6') return 'settings';
    if (key === 'f') return 'search';
    return null;
  }
  if (key === 'r' || key === 'R') return 'check-now';
  if (key === 'm' || key === 'M') return 'mark-all-read';
  if (key === '?') return 'help';
  return null;
}
