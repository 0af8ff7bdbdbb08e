import { expect, it } from 'vitest';
import { collectionKindSchema } from '../../../../shared/change.ts';
import {
  emptyRowsText,
  goneMatchesPhrase,
  rowsPhrase,
  unwatchedText,
} from '../../../../shared/texts/library-texts.ts';

const FORMAT = { locale: 'en-GB', timeZone: 'UTC' };
const ALL = { text: '', onlyUnavailable: false, onlyDuplicates: false };

it('rows are counted, and where some are left out, of how many', () => {
  expect(rowsPhrase('saved-tracks', 10_412, null, FORMAT)).toBe('10,412 songs');
  expect(rowsPhrase('saved-tracks', 214, 10_412, FORMAT)).toBe('214 of 10,412 songs');
  expect(rowsPhrase('saved-shows', 1, 1, FORMAT)).toBe('1 show');
  expect(rowsPhrase('gone', 2, null, FORMAT)).toBe('2 items that are gone');
  expect(goneMatchesPhrase(1, FORMAT)).toBe('1 more that is gone:');
  expect(goneMatchesPhrase(2_000, FORMAT)).toBe('2,000 more that are gone:');
});

it('a list without rows says what was looked for', () => {
  expect(emptyRowsText('saved-shows', { ...ALL, text: ' xyz ' }, null)).toEqual({
    title: 'Nothing found for “xyz”',
    body: 'No title, artist or album of your saved shows has words that begin so.',
  });
  const both = { text: 'x', onlyUnavailable: true, onlyDuplicates: true };
  expect(emptyRowsText('everything', both, null).body).toMatch(
    /begin so and is unavailable and stands more than once in a list\.$/,
  );
  expect(emptyRowsText('everything', { ...ALL, onlyUnavailable: true }, null).title).toBe(
    'Nothing is unavailable',
  );
  expect(emptyRowsText('everything', { ...ALL, onlyDuplicates: true }, null).title).toBe(
    'Nothing stands twice',
  );
});

it('an endless search does not make an endless heading', () => {
  const { title } = emptyRowsText('gone', { ...ALL, text: 'x'.repeat(10_000) }, null);
  expect(title.length).toBeLessThan(120);
});

it('where nothing is gone it is said how far back that goes', () => {
  expect(emptyRowsText('gone', ALL, 24).body).toContain('for as long as history is kept: 2 years.');
  expect(emptyRowsText('gone', ALL, null).body).toMatch(/for as long as history is kept\.$/);
});

it('every collection that is not watched says why, and a watched one nothing', () => {
  for (const kind of collectionKindSchema.options) {
    expect(unwatchedText(kind, 'watched')).toBeNull();
    for (const state of ['not-read-yet', 'scope-missing', 'not-offered'] as const) {
      expect(unwatchedText(kind, state)?.title).toMatch(/^(Liked|Saved|Followed) /);
    }
  }
  expect(unwatchedText('saved-shows', 'scope-missing')?.body).toContain('Sign in again');
});
