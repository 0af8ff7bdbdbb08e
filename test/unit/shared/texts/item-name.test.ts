import { describe, expect, it } from 'vitest';
import type { ItemKind } from '../../../../shared/change.ts';
import {
  artistLine,
  isolated,
  itemName,
  itemPhrase,
  listName,
  onOneLine,
  quoted,
} from '../../../../shared/texts/item-name.ts';

const NAMELESS: Readonly<Record<ItemKind, string>> = {
  track: 'Untitled track',
  episode: 'Untitled episode',
  local: 'Untitled local file',
  album: 'Untitled album',
  show: 'Untitled show',
  audiobook: 'Untitled audiobook',
  artist: 'An artist without a name',
  unknown: 'An item without a name',
};

describe('the name of an item', () => {
  it.each(Object.keys(NAMELESS) as ItemKind[])('is never empty, not even for a %s', (kind) => {
    expect(itemName({ kind, name: 'Night Bus' })).toBe('Night Bus');
    expect(itemName({ kind, name: '' })).toBe(NAMELESS[kind]);
    expect(itemName({ kind, name: ' \n\t ' })).toBe(NAMELESS[kind]);
  });

  it('stays on one line', () => {
    expect(onOneLine('  Line\nbreak\t and\u2028 more \u00a0')).toBe('Line break and more');
  });

  it('names every artist that has a name', () => {
    expect(artistLine({ artists: ['Mara Lind', '', ' ', 'Ola\nBrandt'] })).toBe(
      'Mara Lind, Ola Brandt',
    );
    expect(artistLine({ artists: [] })).toBe('');
  });
});

describe('the name of a list', () => {
  it('is what Spotify calls the saved tracks', () => {
    expect(listName({ kind: 'saved-tracks', name: 'whatever' })).toBe('Liked Songs');
  });

  it('is its own, or says that it has none', () => {
    expect(listName({ kind: 'playlist', name: 'Kitchen, loud' })).toBe('Kitchen, loud');
    expect(listName({ kind: 'playlist', name: ' ' })).toBe('Untitled playlist');
  });
});

describe('a name inside a sentence', () => {
  it.each([
    ['Hebrew', 'שיר'],
    ['Arabic', 'أغنية'],
    ['Arabic presentation forms', 'ﷺ'],
    ['Adlam, beyond the first plane', '𞤀𞤣'],
    ['a mark that makes what follows run from the right', 'Line\u200Fmark'],
    ['Latin with one Hebrew letter', 'Remix א 2026'],
  ])('is isolated when it holds %s, so that the words around it keep their order', (_, name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
    expect(quoted(name)).toBe(`“\u2068${name}\u2069”`);
  });

  it.each(['Night Bus', 'Ὀδύσσεια', '夜行バス', 'Ночь', '🦜🎷', ''])(
    'is left alone: %s',
    (name) => {
      expect(isolated(name)).toBe(name);
    },
  );
});

function track(name: string, ...artists: string[]): Parameters<typeof itemPhrase>[0] {
  return { kind: 'track', name, artists };
}

describe('an item inside a sentence', () => {
  it('is named with its artists, or alone', () => {
    const item = track('Night Bus', 'Mara Lind', 'Ola Brandt');
    expect(itemPhrase(item)).toBe('“Night Bus” by Mara Lind, Ola Brandt');
    expect(itemPhrase({ ...item, artists: [' '] })).toBe('“Night Bus”');
  });

  it('does not grow with what somebody wrote into a name', () => {
    const item = track('N'.repeat(10_000), 'M'.repeat(10_000));
    expect(itemPhrase(item).length).toBeLessThan(220);
  });

  it('keeps its words in order whatever its names hold', () => {
    const item = track('\u202Eשיר\u2069', '\u2067אב', 'Ola');
    expect(itemPhrase(item)).toBe('“\u2068שיר\u2069” by \u2068אב\u2069, Ola');
  });
});
