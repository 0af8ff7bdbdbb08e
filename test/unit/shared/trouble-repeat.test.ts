import { expect, it } from 'vitest';
import { isToldAgainAtStart, toldAgainInMs } from '../../../shared/trouble-repeat.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT_MS = Date.UTC(2026, 10, 21, 12);

it.each([
  [0, 3 * DAY],
  [DAY, 2 * DAY],
  [3 * DAY - 1, 1],
  [3 * DAY, 0],
  [5 * DAY, -2 * DAY],
  // The clock was set back: a little, which leaves everything as it is, or by far.
  [-HOUR, 3 * DAY + HOUR],
  [-3 * DAY, 0],
])('told %i ms ago, it is told again in %i ms', (agoMs, inMs) => {
  expect(toldAgainInMs({ atMs: AT_MS }, AT_MS + agoMs)).toBe(inMs);
});

it.each([
  [0, false],
  [DAY - 1, false],
  [DAY, true],
  [30 * DAY, true],
  [-HOUR, false],
  [-DAY, true],
])('told %i ms ago, a start tells it again: %s', (agoMs, isTold) => {
  expect(isToldAgainAtStart({ atMs: AT_MS }, AT_MS + agoMs)).toBe(isTold);
});
