import { describe, expect, it } from 'vitest';
import { movedIndex } from '../../../../../renderer/components/row-table/moved-index.ts';

describe('keys in a list', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 15],
    ['PageDown', 95, 99],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['a', 50, null],
    ['Tab', 50, null],
  ])('%s leads from %i to %s', (key, from, to) => {
    expect(movedIndex(key, from, 100, 10)).toBe(to);
  });
});
