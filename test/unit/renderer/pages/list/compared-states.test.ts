import { describe, expect, it } from 'vitest';
import { comparedStates } from '../../../../../renderer/pages/list/compared-states.ts';
import type { KnownTimeline } from '../../../../../renderer/pages/list/list-timeline.ts';
import {
  lastState,
  momentOf,
  shownState,
} from '../../../../../renderer/pages/list/shown-states.ts';
import { statesAt } from './timeline/observed-states.ts';

const timeline: KnownTimeline = {
  kind: 'ready',
  states: statesAt(100, 200, 300),
  isWhole: true,
  points: [],
  openedAtMs: 1_000,
  isCurrent: true,
};
const id = (observation: number) => ({ kind: 'observation', id: observation }) as const;
const time = (atMs: number) => ({ kind: 'time', atMs }) as const;

describe('the two ends of a comparison', () => {
  it('are the last two states where nothing else is asked', () => {
    const ends = comparedStates(timeline, { from: null, to: null });
    expect(ends?.from).toEqual({ index: 1, as: 'asked', atMs: 200, moment: null });
    expect(ends?.to).toEqual({ index: 2, as: 'asked', atMs: 1_000, moment: null });
  });

  it('are turned around where the later one is asked for first', () => {
    const ends = comparedStates(timeline, { from: id(12), to: id(10) });
    expect([ends?.from.moment, ends?.to.moment]).toEqual([id(10), null]);
  });

  it('are both the only state of a list that never changed', () => {
    const once = { ...timeline, states: statesAt(100) };
    const ends = comparedStates(once, { from: null, to: null });
    expect([ends?.from.index, ends?.to.index]).toEqual([0, 0]);
  });

  it('lead from the look before a change to the one after it', () => {
    const ends = comparedStates(timeline, { from: time(199), to: time(200) });
    expect([ends?.from.index, ends?.to.index]).toEqual([0, 1]);
  });
});

describe('the state that is shown', () => {
  it('has its handle at the time that was asked for, as far as that was watched', () => {
    expect(shownState(timeline, time(250))).toEqual({ index: 1, as: 'asked', atMs: 250 });
    expect(shownState(timeline, time(9_000))).toMatchObject({ index: 2, atMs: 1_000 });
    expect(shownState(timeline, time(5))).toEqual({ index: 0, as: 'before', atMs: 100 });
  });

  it('is waited for while it may be among those still being read', () => {
    const part = { ...timeline, isWhole: false };
    expect(shownState(part, time(250))).toBeNull();
    expect(shownState(part, id(7))).toBeNull();
    expect(shownState(part, id(11))).toMatchObject({ index: 1 });
    expect(comparedStates(part, { from: id(7), to: null })).toBeNull();
  });

  it('is "now" at the end of the timeline, and an observation elsewhere', () => {
    expect(momentOf(timeline, 2)).toBeNull();
    expect(momentOf(timeline, 0)).toEqual(id(10));
    expect(lastState(timeline)).toEqual({ index: 2, as: 'asked', atMs: 1_000 });
  });
});
