import { expect, it } from 'vitest';
import { historyEnd } from '../../../../electron/library/history-end.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const BEGAN = Date.UTC(2024, 11, 10, 12);

it.each([
  ['begins in 20 days', BEGAN, 24, NOW + 20 * DAY_MS],
  ['has begun', BEGAN, 12, NOW],
  ['is more than a month away', BEGAN, 26, null],
  ['never comes', BEGAN, null, null],
  ['has nothing to delete yet', null, 24, null],
])('the end of the oldest history %s', (_, baselineAtMs, months, fromMs) => {
  const expected = fromMs === null ? null : { months, fromMs };
  expect(historyEnd(baselineAtMs, months, NOW)).toEqual(expected);
});
