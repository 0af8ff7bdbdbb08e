import { describe, expect, it } from 'vitest';
import { menuLabel } from '../../../../electron/desktop/menu-label.ts';

describe('a text in a menu', () => {
  it.each([
    ['Rock & Roll', 'Rock && Roll'],
    ['R&B', 'R&&B'],
    ['&&', '&&&&'],
    ['Watching your library', 'Watching your library'],
  ])('shows its “&” as such and underlines no letter: %s', (text, expected) => {
    expect(menuLabel(text)).toBe(expected);
  });

  it('has one column and one line', () => {
    expect(menuLabel('Night\tBus\nat  noon')).toBe('Night Bus at noon');
  });

  it('is no wider than a screen, however long a name is, and cuts no sign in two', () => {
    expect(menuLabel('👩‍🎤'.repeat(5_000))).toBe(`${'👩‍🎤'.repeat(99)}…`);
    expect(menuLabel('&'.repeat(5_000))).toBe(`${'&&'.repeat(99)}…`);
  });
});
