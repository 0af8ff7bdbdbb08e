import { expect, it } from 'vitest';
import { parseBooleans } from '../../../../../electron/spotify/schemas/booleans.ts';

it('as many answers as were asked are taken', () => {
  expect(parseBooleans([true, false, true], 3)).toEqual([true, false, true]);
});

it.each<[string, unknown]>([
  ['fewer', [true]],
  ['more', [true, false, true]],
  ['a null among them', [true, null]],
  ['words', ['true', 'false']],
  ['an object', { 0: true, 1: false, length: 2 }],
  ['nothing', null],
])('%s than two answers are none: nobody could tell them apart', (_what, body) => {
  expect(parseBooleans(body, 2)).toBeNull();
});
