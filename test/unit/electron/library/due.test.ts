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
  unfinished: null,
  userPause: null,
  pausedUntilMs: null,
};

const now = (pass: 'first-pass' | 'light-check'): Due => ({ kind: 'now', pass });
const at = (atMs: number): Due => ({ kind: 'at', atMs });

describe('decideDue', () => {
  it.each<[string, Partial<DueInput>, Due]>([
    ['checks when the interval is over', {}, now('light-check')],
    ['waits until it is over', { lastCheckAtMs: NOW - 10 }, at(NOW - 10 + HOUR)],
    ['checks once after a long sleep', { lastCheckAtMs: NOW - 9 * DAY }, now('light-check')],
    [
      'waits one interval at most after the clock went back',
      { lastCheckAtMs: NOW + 5 * DAY },
      at(NOW + HOUR),
    ],
    ['begins with a first pass', { baselineAtMs: null, lastCheckAtMs: null }, now('first-pass')],
    [
      'goes on with a pass that was interrupted, before its interval',
      { unfinished: 'light-check', lastCheckAtMs: NOW },
      now('light-check'),
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
    [
      'does nothing until the user resumes',
      { unfinished: 'first-pass', userPause: { untilMs: null }, pausedUntilMs: NOW + 5 },
      { kind: 'when-resumed' },
    ],
    ['looks again when the user’s pause ends', { userPause: { untilMs: NOW + 7 } }, at(NOW + 7)],
    ['goes on after it', { userPause: { untilMs: NOW } }, now('light-check')],
  ])('%s', (_, given, expected) => {
    expect(decideDue({ ...quiet, ...given })).toEqual(expected);
  });
});
