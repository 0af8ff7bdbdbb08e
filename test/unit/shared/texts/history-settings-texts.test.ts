import { expect, it } from 'vitest';
import {
  adviseOnRetention,
  retentionMeaning,
  shortenWarning,
} from '../../../../shared/texts/history-settings-texts.ts';

it.each([
  [1, 'You can look back 1 month.'],
  [18, 'You can look back 18 months.'],
  [12, 'You can look back 1 year.'],
  [24, 'You can look back 2 years.'],
])('%i months are told as they are said', (months, meaning) => {
  expect(retentionMeaning(months)).toBe(meaning);
});

it('says what is deleted, and that it is for good', () => {
  expect(shortenWarning(6)).toMatch(/older than 6 months .* cannot be brought back/);
});

it.each([
  ['0', 'incomplete'],
  ['1', 'valid'],
  ['120', 'valid'],
  ['121', 'wrong'],
  ['for ever', 'wrong'],
  ['', 'empty'],
])('“%s” months are %s', (text, kind) => {
  expect(adviseOnRetention(text).kind).toBe(kind);
});
