import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../../../renderer/shell/shortcut-of.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('shortcuts', () => {
  it.each([
    [{ ...plain, key: '1', ctrlKey: true }, 'overview'],
    [{ ...plain, key: '2', metaKey: true }, 'changes'],
    [{ ...plain, key: '3', ctrlKey: true }, 'library'],
    [{ ...plain, key: '4', metaKey: true }, 'playlists'],
    [{ ...plain, key: '5', ctrlKey: true }, 'connection'],
    [{ ...plain, key: '6', metaKey: true }, 'settings'],
    [{ ...plain, key: 'f', ctrlKey: true }, 'search'],
    [{ ...plain, key: 'f' }, null],
    [{ ...plain, key: '4' }, null],
    [{ ...plain, key: 'r' }, 'check-now'],
    [{ ...plain, key: 'M' }, 'mark-all-read'],
    [{ ...plain, key: '?' }, 'help'],
    [{ ...plain, key: '1' }, null],
    [{ ...plain, key: 'r', ctrlKey: true }, null],
    [{ ...plain, key: '2', ctrlKey: true, altKey: true }, null],
    [{ ...plain, key: 'Enter' }, null],
  ])('%o asks for %s', (pressed, shortcut) => {
    expect(shortcutOf(pressed, { isTyping: false, areSingleKeysOn: true })).toBe(shortcut);
  });

  it.each([
    { isTyping: true, areSingleKeysOn: true },
    { isTyping: false, areSingleKeysOn: false },
  ])('leave single keys alone where %o, and no others', (listening) => {
    for (const key of ['r', 'R', 'm', 'M', '?']) {
      expect(shortcutOf({ ...plain, key }, listening)).toBeNull();
    }
    expect(shortcutOf({ ...plain, key: '6', ctrlKey: true }, listening)).toBe('settings');
    expect(shortcutOf({ ...plain, key: '/', ctrlKey: true }, listening)).toBe('help');
  });
});
