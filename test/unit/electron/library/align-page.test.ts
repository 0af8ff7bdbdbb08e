import { describe, expect, it } from 'vitest';
import { alignHead, alignPage } from '../../../../electron/library/align-page.ts';
import type { StagedEntry } from '../../../../electron/storage/staging.ts';

const rows = (...ids: (number | null)[]): StagedEntry[] =>
  ids.map((itemId) => ({
    itemId,
    availability: itemId === null ? 'missing' : 'available',
    addedAtMs: 7,
    addedBy: null,
  }));
const [last = null] = rows(50);

describe('alignPage', () => {
  it.each([
    [
      'takes the first page as it is',
      null,
      null,
      rows(1, 2),
      2,
      { kind: 'append', from: 0, inserted: 0 },
    ],
    [
      'goes on after the row that was read last',
      last,
      90,
      rows(50, 51),
      90,
      { kind: 'append', from: 1, inserted: 0 },
    ],
    [
      'takes insertions in front along',
      last,
      90,
      rows(48, 49, 50, 51),
      92,
      { kind: 'append', from: 3, inserted: 2 },
    ],
    [
      'starts again when rows in front are gone',
      last,
      90,
      rows(51, 52),
      89,
      { kind: 'start-again' },
    ],
    [
      'starts again when the total does not fit',
      last,
      90,
      rows(50, 51),
      91,
      { kind: 'start-again' },
    ],
    [
      'starts again when an insertion hides a removal',
      last,
      90,
      rows(49, 50),
      90,
      { kind: 'start-again' },
    ],
  ] as const)('%s', (_, lastRow, knownTotal, page, total, expected) => {
    expect(alignPage({ last: lastRow, knownTotal, rows: page, total })).toEqual(expected);
  });
});

describe('alignHead', () => {
  it.each([
    ['finds nothing new', rows(1, 2, 3), 3, rows(1, 2, 3), 3, { kind: 'known', fresh: 0 }],
    ['finds new rows at the head', rows(1, 2, 3), 3, rows(8, 9, 1), 5, { kind: 'known', fresh: 2 }],
    ['takes a first row of an empty list', [], 0, rows(1), 1, { kind: 'known', fresh: 1 }],
    ['knows an empty list', [], 0, rows(), 0, { kind: 'known', fresh: 0 }],
    ['knows a row that became a gap', rows(1, 2), 2, rows(1, null), 2, { kind: 'known', fresh: 0 }],
    ['does not explain a removal', rows(1, 2, 3), 3, rows(1, 3), 2, { kind: 'differs' }],
    [
      'does not explain a new row with the same total',
      rows(1, 2, 3),
      3,
      rows(9, 1, 2),
      3,
      { kind: 'differs' },
    ],
    [
      'does not explain a head full of new rows',
      rows(1, 2),
      100,
      rows(8, 9),
      102,
      { kind: 'differs' },
    ],
    [
      'does not explain a larger total with the same head',
      rows(1, 2),
      2,
      rows(1, 2),
      3,
      { kind: 'differs' },
    ],
  ] as const)('%s', (_, known, knownTotal, page, total, expected) => {
    expect(alignHead({ known, knownTotal, rows: page, total })).toEqual(expected);
  });
});
