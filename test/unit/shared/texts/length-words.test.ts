import { expect, it } from 'vitest';
import { lengthWords } from '../../../../shared/texts/length-words.ts';

it.each([
  [0, '0:00'],
  [1_499, '0:01'],
  [59_500, '1:00'],
  [222_000, '3:42'],
  [3_599_600, '1:00:00'],
  [3_729_000, '1:02:09'],
  [400 * 3_600_000, '400:00:00'],
  [null, '–'],
  [Number.NaN, '–'],
  [-5, '–'],
])('%s ms are written as "%s"', (durationMs, words) => {
  expect(lengthWords(durationMs)).toBe(words);
});
