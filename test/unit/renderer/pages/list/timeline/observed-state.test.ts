import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findState,
  indexAt,
} from '../../../../../../renderer/pages/list/timeline/observed-state.ts';
import { statesAt } from './observed-states.ts';

const states = statesAt(100, 200, 300);

describe('a time on the timeline', () => {
  it.each([
    [99, -1],
    [100, 0],
    [199, 0],
    [200, 1],
    [10_000, 2],
  ])('%i stands for the last state seen at or before it', (atMs, index) => {
    expect(indexAt(states, atMs)).toBe(index);
  });

  it('stands for the newest such state where the clock was set back', () => {
    expect(indexAt(statesAt(100, 300, 200), 250)).toBe(2);
    expect(indexAt(statesAt(100, 300, 200), 150)).toBe(0);
  });

  it('never stands for a state that was only seen later', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), fc.nat(1_100), (times, atMs) => {
        const found = indexAt(statesAt(...times), atMs);
        if (found >= 0) expect(times[found]).toBeLessThanOrEqual(atMs);
        expect(times.slice(found + 1).every((time) => time > atMs)).toBe(true);
      }),
    );
  });
});

describe('a moment of an address', () => {
  it('is the observation it names', () => {
    const moment = { kind: 'observation', id: 11 } as const;
    expect(findState(states, moment)).toEqual({ index: 1, as: 'asked' });
  });

  it.each([
    ['one that retention has deleted is the oldest there still is', 3, 0],
    ['one between two that are kept is the earlier of them', 12, 1],
    ['one that is not known yet is the last that is', 99, 2],
  ])('%s', (_what, id, index) => {
    const kept = states.map((state) => ({ ...state, id: state.id === 12 ? 14 : state.id }));
    expect(findState(kept, { kind: 'observation', id })).toEqual({ index, as: 'not-kept' });
  });

  it('before the first look is the first state, and said to be', () => {
    expect(findState(states, { kind: 'time', atMs: 5 })).toEqual({ index: 0, as: 'before' });
  });
});
