import { describe, expect, it } from 'vitest';
import { type Due, type DueInput, decideDue } from '../../../../electron/library/due.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_000 * DAY;

const quiet: DueInput = {
  nowMs: NOW,
  intervalMs: HOUR,
  baselineAtMs: NOW - 30 * DAY,
  lastCheckAtMs: NOW - HOUR,
  lastFullPassAtMs: NOW - HOUR,
  unfinished: null,
  pausedUntilMs: null,
  savedTracks: 1_000,
  requests: { usedInLastDay: 200, budgetPerDay: 800 },
};

const now = (pass: 'first-pass' | 'light-check' | 'full-pass'): Due => ({ kind: 'now', pass });
const at = (atMs: number): Due => ({ kind: 'at', atMs });

describe('decideDue', () => {
  it.each<[string, Partial<DueInput>, Due]>([
    ['checks when the interval is over', {}, now('light-check')],
    ['waits until it is over', { lastCheckAtMs: NOW - 10 }, at(NOW - 10 + HOUR)],
    ['checks once after a long sleep', { lastCheckAtMs: NOW - 9 * DAY }, now('light-check')],
    [
      'waits one interval at most after the clock went back',
      { lastCheckAtMs: NOW + 5 * DAY, lastFullPassAtMs: NOW },
      at(NOW + HOUR),
    ],
    ['begins with a first pass', { baselineAtMs: null, lastCheckAtMs: null }, now('first-pass')],
    [
      'goes on with a pass that was interrupted, before its interval',
      { unfinished: 'full-pass', lastCheckAtMs: NOW },
      now('full-pass'),
    ],
    [
      'leaves an interrupted pass alone while something stands in the way',
      { unfinished: 'first-pass', pausedUntilMs: NOW + 5 },
      at(NOW + 5),
    ],
    [
      'goes on when that time has come',
      { unfinished: 'first-pass', pausedUntilMs: NOW },
      now('first-pass'),
    ],
    ['reads everything once a day', { lastFullPassAtMs: NOW - DAY }, now('full-pass')],
    ['reads everything where it never was', { lastFullPassAtMs: null }, now('full-pass')],
    [
      'reads a larger library less often',
      { lastFullPassAtMs: NOW - DAY, savedTracks: 10_000 },
      now('light-check'),
    ],
    [
      'but reads it after as many days as it costs',
      { lastFullPassAtMs: NOW - 3 * DAY, savedTracks: 10_000 },
      now('full-pass'),
    ],
    [
      'does not read everything when the budget is needed for checks',
      { lastFullPassAtMs: NOW - 9 * DAY, requests: { usedInLastDay: 770, budgetPerDay: 800 } },
      now('light-check'),
    ],
    [
      'never reads everything when that exceeds the budget',
      { lastFullPassAtMs: NOW - 900 * DAY, savedTracks: 100_000 },
      now('light-check'),
    ],
  ])('%s', (_, given, expected) => {
    expect(decideDue({ ...quiet, ...given })).toEqual(expected);
  });
});
