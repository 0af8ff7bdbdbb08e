import { describe, expect, it } from 'vitest';
import {
  budgetPhrase,
  lastCheckPhrase,
  watchedPhrase,
} from '../../../../shared/texts/overview-texts.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';
import { FORMAT, NOW_MS } from './every-state.ts';

const TOTALS = {
  savedTracks: 0,
  playlists: 300,
  watchedPlaylists: 204,
  playlistItems: 0,
  unavailableItems: 0,
};

describe('the overview in words', () => {
  it.each([
    [null, 'No check has been completed yet.'],
    [NOW_MS - 12 * 60_000, 'Last check 12 minutes ago.'],
    [NOW_MS - 26 * 3_600_000, 'Last check yesterday at 10:00.'],
  ])('tells of a last check at %s: %s', (lastCheckAtMs, expected) => {
    expect(lastCheckPhrase({ lastCheckAtMs }, NOW_MS, FORMAT)).toBe(expected);
  });

  it('says of how many playlists the contents are watched, unless of all', () => {
    expect(watchedPhrase(TOTALS, FORMAT)).toBe('204 with their contents');
    expect(watchedPhrase({ ...TOTALS, watchedPlaylists: 300 }, FORMAT)).toBeNull();
  });

  it('tells requests against the budget', () => {
    expect(budgetPhrase(requestBudget({ usedInLastDay: 1_212, budgetPerDay: 8_000 }), FORMAT)).toBe(
      '1,212 of 8,000',
    );
  });
});
