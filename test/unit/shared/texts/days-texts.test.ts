import { describe, expect, it } from 'vitest';
import { allDaysTitle, dayWords } from '../../../../shared/texts/days-texts.ts';

const FORMAT = { locale: 'en-GB', timeZone: 'UTC' };
const NOW_MS = Date.parse('2026-11-21T15:20:00Z');
const none = { added: 0, removed: 0, other: 0 };
const day = (text: string) => Date.parse(`2026-11-${text}T00:00:00Z`);

describe('the changes of a day, in words', () => {
  it.each([
    [
      { ...none, dayStartMs: day('21'), added: 2, removed: 1 },
      'Today: 3 changes, 2 added, 1 removed',
    ],
    [{ ...none, dayStartMs: day('20') }, 'Yesterday: no changes'],
    [{ ...none, dayStartMs: day('12'), other: 1_200 }, 'Thu 12 Nov: 1,200 changes, 1,200 other'],
    [{ ...none, dayStartMs: day('12'), removed: 1 }, 'Thu 12 Nov: 1 change, 1 removed'],
  ])('%#', (of, words) => {
    expect(dayWords(of, NOW_MS, FORMAT)).toBe(words);
  });

  it.each([
    [0, 'No changes in 14 days'],
    [1, '1 change in 14 days'],
    [1_234, '1,234 changes in 14 days'],
  ])('of all days: %i', (changes, words) => {
    expect(allDaysTitle(changes, 14, FORMAT)).toBe(words);
  });
});
