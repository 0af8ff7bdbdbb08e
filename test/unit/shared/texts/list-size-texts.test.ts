import { describe, expect, it } from 'vitest';
import { sizeWords } from '../../../../shared/texts/list-size-texts.ts';

const FORMAT = { locale: 'en-GB', timeZone: 'UTC' };
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const NOW_MS = at('21T15:20');
const point = (from: string, until: string, rows: number) => ({
  observationId: 1,
  atMs: at(from),
  untilMs: at(until),
  rows,
});

describe('the size of a list, in words', () => {
  it.each([
    [point('21T14:02', '21T15:20', 482), undefined, '482 items, today, 14:02 to 15:20'],
    [
      point('20T14:02', '21T15:20', 1_482),
      point('19T14:02', '20T13:02', 1_479),
      '1,482 items (+3), yesterday, 14:02 to today, 15:20',
    ],
    [
      point('03T14:02', '03T14:02', 1),
      point('02T14:02', '03T13:02', 13),
      '1 item (−12), Tue 3 Nov, 14:02',
    ],
    [
      point('03T14:02', '03T14:02', 0),
      point('02T14:02', '03T13:02', 0),
      'no items, Tue 3 Nov, 14:02',
    ],
  ])('%#', (of, before, words) => {
    expect(sizeWords(of, before, NOW_MS, FORMAT)).toBe(words);
  });
});
