import { expect, it } from 'vitest';
import { movedTab } from '../../../../../renderer/pages/library/moved-tab.ts';

it.each([
  ['ArrowRight', 'a', 'b'],
  ['ArrowRight', 'c', 'a'],
  ['ArrowLeft', 'b', 'a'],
  ['ArrowLeft', 'a', 'c'],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c'],
  ['Enter', 'a', null],
])('%s on tab %s leads to %s', (key, current, next) => {
  expect(movedTab(key, ['a', 'b', 'c'], current)).toBe(next);
});
