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

  it('ends what runs from right to left where it cuts a name', () => {
    const label = menuLabel(`Reading \u2068${'א'.repeat(200)}\u2069 anew`);
    expect(label).toBe(`Reading \u2068${'א'.repeat(90)}…\u2069`);
    expect(menuLabel('Reading \u2068א\u2069 anew')).toBe('Reading \u2068א\u2069 anew');
  });
});
