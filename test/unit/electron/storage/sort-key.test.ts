import { expect, it } from 'vitest';
import { sortKey } from '../../../../electron/storage/sort-key.ts';

const byKey = (left: string, right: string) => (sortKey(left) < sortKey(right) ? -1 : 1);

it.each([
  ['case and accents do not count', ['Äpfel', 'apple', 'APRICOT']],
  ['numbers count by their value', ['Vol. 2', 'vol. 03', 'Vol. 10', 'Vol. 0200']],
  ['numbers come before letters', ['10cc', '99 Luftballons', '1999', 'Abba']],
  ['punctuation before the first word does not count', ['Hero', '"Heroes"', '(I Can) Hero Z']],
  ['a shorter name comes first', ['Love', 'Love Me', 'Loveless']],
  ['scripts follow one another', ['Zebra', 'Ωmega', 'Яблоко', 'あお', '東京']],
])('%s', (_, sorted) => {
  expect(sorted.toReversed().toSorted(byKey)).toEqual(sorted);
});

it('sorts as a person would', () => {
  const sorted = [
    '10cc',
    '99 Luftballons',
    '1999',
    'Arzt',
    'Äthiopien',
    '"Heroes"',
    'Vol. 2',
    'Vol. 10',
    'Zebra',
    '東京',
  ];
  expect(sorted.toReversed().toSorted(byKey)).toEqual(sorted);
});

it('is empty for a name in which nothing is to be seen', () => {
  expect([sortKey(''), sortKey(' '), sortKey('\u200b'), sortKey('...')]).toEqual([
    '',
    '',
    '',
    '...',
  ]);
});
