import { expect, test } from 'vitest';
import { placedIndex } from '../../../../../renderer/pages/changes/placed-index.ts';

const KEYS = Array.from({ length: 200 }, (_, index) => `row ${index}`);
const keyAt = (index: number): string | null => (index < 150 ? (KEYS[index] ?? null) : null);

test.each([
  ['where it stood', { index: 40, key: 'row 40' }, 40],
  ['further up, as rows above it are gone', { index: 40, key: 'row 33' }, 33],
  ['further down', { index: 40, key: 'row 99' }, 99],
  ['at its index where it is gone', { index: 40, key: 'row x' }, 40],
  ['at its index where it is too far away', { index: 40, key: 'row 140' }, 40],
  ['at its index where it is not loaded', { index: 180, key: 'row 180' }, 180],
  ['at its index where it was not known', { index: 40, key: null }, 40],
  ['at the end of a list that became shorter', { index: 900, key: null }, 199],
])('the row that was the first in sight is found %s', (_where, place, expected) => {
  expect(placedIndex(place, 200, keyAt)).toBe(expected);
});

test('an empty list has no such row', () => {
  expect(placedIndex({ index: 3, key: 'row 3' }, 0, () => null)).toBe(0);
});
