import { describe, expect, it } from 'vitest';
import {
  budgetMeaning,
  everyPhrase,
  intervalMeaning,
} from '../../../../shared/texts/request-settings-texts.ts';
import { FORMAT } from './every-state.ts';
import { complaintsAboutSentences } from './plain-words.ts';

describe('what the settings of requests come to', () => {
  it.each([
    [60, null, 'Every hour: about 190 requests a day of your 800.'],
    [60, 300, 'Every hour: about 190 requests a day of your 800.'],
    [60, 0, 'Every hour: about 70 requests a day of your 800.'],
    [15, 300, 'Every 15 minutes: about 770 requests a day of your 800.'],
    [15, 3_000, 'Every 15 minutes: about 5,950 requests a day of your 800.'],
    [120, 300, 'Every 2 hours: about 100 requests a day of your 800.'],
    [1_440, 300, 'Once a day: about 8 requests a day of your 800.'],
  ])('a check every %i minutes with %s playlists', (minutes, playlists, expected) => {
    const meaning = intervalMeaning(minutes, { budgetPerDay: 800, playlists }, FORMAT);
    expect(meaning).toBe(expected);
    expect(complaintsAboutSentences(meaning)).toEqual([]);
  });

  it.each([
    [90, 'Every 90 minutes'],
    [720, 'Every 12 hours'],
  ])('%i minutes are “%s”', (minutes, expected) => {
    expect(everyPhrase(minutes)).toBe(expected);
  });

  it('counts what is kept by the share that is set', () => {
    const meaning = budgetMeaning({ budgetPerDay: 800, keptOneIn: 4 }, FORMAT);
    expect(meaning).toMatch(/^600 for .*, and 200 kept/);
  });

  it.each([
    [800, /^700 for .*, and 100 kept/],
    [50, /^44 for .*, and 6 kept/],
    [5_000, /^4,375 for .*, and 625 kept/],
  ])('%i requests a day leave room for both', (budget, expected) => {
    expect(budgetMeaning({ budgetPerDay: budget }, FORMAT)).toMatch(expected);
  });
});
