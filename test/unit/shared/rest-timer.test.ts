import { expect, test } from 'vitest';
import {
  LONGEST_AT_REST_MS,
  restTimerMs,
  SHORTEST_AT_REST_MS,
} from '../../../shared/rest-timer.ts';

const HOUR_MS = 3_600_000;

test.each([
  ['what is over', -1, undefined, SHORTEST_AT_REST_MS],
  ['what is near', 29_999, undefined, 30_000],
  ['what is neither near nor far', 60_001, undefined, 60_001],
  ['what is far', HOUR_MS, undefined, LONGEST_AT_REST_MS],
  ['what will never be', Number.POSITIVE_INFINITY, undefined, 15 * 60_000],
  ['what is far, where a limit is named', 2 * HOUR_MS, HOUR_MS, HOUR_MS],
])('a timer at rest for %s', (_what, waitMs, longestMs, expected) => {
  expect(restTimerMs(waitMs, longestMs)).toBe(expected);
});
