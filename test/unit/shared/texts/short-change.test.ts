import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortChange } from '../../../../shared/texts/short-change.ts';
import { everyChange } from './every-change.ts';
import { FORMAT } from './every-state.ts';

it('says on one line what happened, and where that does not go without saying', () => {
  const changes = everyChange({ item: 'Night Bus', artists: ['Mara Lind'], list: 'Late Night' });
  expect(changes.map((change) => shortChange(change, FORMAT))).toEqual([
    'Added “Night Bus” by Mara Lind in Late Night',
    'Removed “Night Bus” by Mara Lind from Late Night',
    'No longer available: “Night Bus” by Mara Lind in Late Night',
    'Available again: “Night Bus” by Mara Lind in Late Night',
    'Renamed “Night Bus” by Mara Lind',
    'Followed “Night Bus”',
    'No longer followed: “Night Bus”',
    '3 items moved in Late Night',
    'New playlist “Late Night”',
    'Playlist “Late Night” is gone',
    'Playlist “Late Night” is back',
    'Playlist “Late Night” has a new name',
    'Playlist “Late Night” has a new description',
    'Playlist “Late Night” has a new cover',
    'Playlist “Late Night” is public now',
    'Others can no longer change playlist “Late Night”',
  ]);
});

it('names one artist of many', () => {
  const [added] = everyChange({ item: 'A', artists: ['Mara Lind', 'Ola Brandt'], list: 'B' });
  expect(added && shortChange(added, FORMAT)).toBe('Added “A” by Mara Lind in B');
});

it('fits into a menu whatever the names are, and ends where it should', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('א'.repeat(300), '\u2067Road', '&'.repeat(80), '👩‍🎤'.repeat(90), ''),
  );
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 3 }), name, (item, artists, list) => {
      for (const change of everyChange({ item, artists, list })) {
        const text = shortChange(change, FORMAT);
        expect([...new Intl.Segmenter('en').segment(text)].length).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/\n|\t/);
        expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
      }
    }),
  );
});
