import { expect, it } from 'vitest';
import { isLargeLoss } from '../../../../electron/library/large-loss.ts';

it.each([
  ['nothing of nothing', 0, 0, false],
  ['nothing', 40, 40, false],
  ['more than there was', 40, 90, false],
  ['the only one', 1, 0, true],
  ['all of many', 10_000, 0, true],
  ['half of a short list', 40, 20, false],
  ['more than half, but few', 30, 10, false],
  ['more than half of a longer list', 43, 21, true],
  ['exactly half of a longer list', 60, 30, false],
  ['many, but less than half', 10_000, 6_000, false],
])('a list that loses %s (%i, then %i): a large loss is %s', (_, before, now, expected) => {
  expect(isLargeLoss({ before, now })).toBe(expected);
});
