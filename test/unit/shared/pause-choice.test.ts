import { expect, it } from 'vitest';
import { pauseEndMs } from '../../../shared/pause-choice.ts';

// Local times: the morning is where the machine stands.
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();

it.each([
  ['an hour', 'hour', at(21, 15, 20), at(21, 16, 20)],
  ['an hour over midnight', 'hour', at(21, 23, 20), at(22, 0, 20)],
  ['the next morning', 'tomorrow', at(21, 15, 20), at(22, 8)],
  ['the next morning, asked in the morning', 'tomorrow', at(21, 7, 59), at(22, 8)],
  ['the coming morning, asked in the night', 'tomorrow', at(22, 1, 30), at(22, 8)],
  ['the first of the month', 'tomorrow', at(30, 22), new Date(2026, 11, 1, 8).getTime()],
  ['no time at all', 'until-resumed', at(21, 15, 20), null],
] as const)('a pause ends after %s', (_, choice, nowMs, endMs) => {
  expect(pauseEndMs(choice, nowMs)).toBe(endMs);
});
