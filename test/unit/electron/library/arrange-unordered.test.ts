import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeUnordered } from '../../../../electron/library/arrange-unordered.ts';

const arrange = (...oldOf: number[]) => arrangeUnordered(Int32Array.from(oldOf));

describe('arrangeUnordered', () => {
  it.each([
    ['keeps known rows as they stood', [2, 0, 1], [1, 2, 0]],
    ['puts a new row behind the one before it', [0, -1, 1], [0, 1, 2]],
    ['wherever that one stands', [2, -1, 0, 1], [2, 3, 0, 1]],
    ['puts new rows at the head where none is before them', [-1, -1, 1, 0], [0, 1, 3, 2]],
    ['takes a first state as it comes', [-1, -1, -1], [0, 1, 2]],
  ])('%s', (_, oldOf, expected) => {
    expect(arrange(...oldOf)).toEqual(expected);
  });

  it('leaves no row out, shows none twice, and moves no known one', () => {
    const anyMatch = fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }))
      .chain((known) => fc.shuffledSubarray([...known, ...known.map(() => -1)]));
    fc.assert(
      fc.property(anyMatch, (oldOf) => {
        const order = arrange(...oldOf);
        expect([...order].sort((a, b) => a - b)).toEqual(oldOf.map((_, index) => index));
        const known = order.map((index) => oldOf[index] ?? -1).filter((index) => index >= 0);
        expect(known).toEqual([...known].sort((a, b) => a - b));
      }),
    );
  });
});
