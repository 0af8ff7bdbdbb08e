import { expect, it } from 'vitest';
import { nextTrayLookInMs } from '../../../electron/tray-look.ts';

const MINUTE = 60_000;

it.each([
  ['a quarter of an hour at most', [12, 0, 0], 15 * MINUTE],
  ['at midnight', [23, 50, 0], 10 * MINUTE],
  ['half a minute at least', [23, 59, 50], 30_000],
  ['a quarter of an hour after midnight itself', [0, 0, 0], 15 * MINUTE],
] as const)('the tray looks again after %s', (_what, [hours, minutes, seconds], inMs) => {
  expect(nextTrayLookInMs(new Date(2026, 10, 21, hours, minutes, seconds).getTime())).toBe(inMs);
});
