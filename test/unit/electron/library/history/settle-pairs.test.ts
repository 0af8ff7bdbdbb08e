import { describe, expect, it } from 'vitest';
import { borderKeys, settlePairs } from '../../../../../electron/library/history/settle-pairs.ts';

const at = (orderKey: string, addedAtMs = 1) => ({
  id: 0,
  itemId: 1,
  orderKey,
  addedAtMs,
  addedBy: null,
});
const pair = (before: string, after: string) => ({ before: at(before), after: at(after) });

describe('pairs of rows between rows that both states have', () => {
  it('did not move when nothing that stayed lies between', () => {
    const pairs = [pair('b', 'd')];
    expect(borderKeys(pairs)).toEqual(['b', 'd']);
    expect(settlePairs(pairs, ['b', 'd'], [0])).toEqual({ moved: [], restated: [], movedRuns: [] });
  });

  it('moved past those that stayed, rather than those past them', () => {
    const pairs = [pair('b', 'd')];
    expect(settlePairs(pairs, ['b', 'd'], [1])).toEqual({
      moved: pairs,
      restated: [],
      movedRuns: [],
    });
  });

  it('stayed where fewer rows had to move past them', () => {
    const pairs = [pair('a', 'e'), pair('b', 'f'), pair('c', 'g')];
    expect(settlePairs(pairs, ['a', 'b', 'c', 'e', 'f', 'g'], [0, 0, 2, 0, 0])).toEqual({
      moved: [],
      restated: [],
      movedRuns: [2],
    });
  });

  it('say something else of a row that stayed', () => {
    const pairs = [{ before: at('b', 1), after: at('b', 2) }];
    expect(settlePairs(pairs, ['b'], [])).toEqual({ moved: [], restated: pairs, movedRuns: [] });
  });
});
