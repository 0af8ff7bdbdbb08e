import { describe, expect, it } from 'vitest';
import type { RequestBudget } from '../../../../shared/library-status.ts';
import { requestFamilySchema } from '../../../../shared/request-family.ts';
import {
  FAMILY_NAMES,
  familyPhrase,
  hourPhrase,
  hourWords,
  leftPhrase,
  requestCount,
  unknownPhrase,
  waitNote,
} from '../../../../shared/texts/request-ledger-texts.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';
import { FORMAT, NOW_MS } from './every-state.ts';
import { complaintsAbout, complaintsAboutSentences } from './plain-words.ts';

const HOUR = 3_600_000;
const AT_19_53 = NOW_MS + 7 * HOUR + 53 * 60_000;

describe('what is left of the requests', () => {
  it.each<[Partial<RequestBudget>, RegExp]>([
    [{ usedInLastDay: 0 }, /^800 of your own limit are left: 700 for .* and 100 kept for what you/],
    [{ usedInLastDay: 212 }, /^588 .*: 488 for Cratewatch’s own checks, and 100 kept/],
    [{ usedInLastDay: 699 }, /^101 .*: 1 for .* and 100 kept/],
    [
      { usedInLastDay: 700, fullUntilMs: AT_19_53 },
      /^100 of your own limit are left, kept for what you ask by hand\. .* can go on at 19:53,/,
    ],
    [{ usedInLastDay: 712, fullUntilMs: AT_19_53 - 59_999 }, /^88 .* at 19:53,/],
    [
      { usedInLastDay: 800, fullUntilMs: NOW_MS + 15 * HOUR },
      /^Nothing of your own limit is left\. .* can go on tomorrow at 03:00, when the oldest/,
    ],
    // A limit that was lowered below what is used already.
    [{ usedInLastDay: 900, budgetPerDay: 50, keptForUser: 6 }, /^Nothing .* is left\.$/],
    [{ usedInLastDay: 1_000, budgetPerDay: 5_000, keptForUser: 625 }, /^4,000 .*: 3,375 for/],
  ])('%o', (given, expected) => {
    const phrase = leftPhrase(requestBudget(given), NOW_MS, FORMAT);
    expect(phrase).toMatch(expected);
    expect(complaintsAboutSentences(phrase)).toEqual([]);
  });
});

describe('a kind of question', () => {
  it('has a plain name of its own', () => {
    const names = requestFamilySchema.options.map((family) => FAMILY_NAMES[family]);
    expect(new Set(names).size).toBe(requestFamilySchema.options.length);
    for (const name of names) expect(complaintsAbout(name)).toEqual([]);
  });

  it.each([
    [41, null, '41 of 500'],
    [438, AT_19_53 - 20_000, '438 of 500, full until 19:53'],
    [500, NOW_MS + 15 * HOUR, '500 of 500, full until tomorrow at 03:00'],
  ])('with %i requests, full until %s, is told as “%s”', (usedInLastDay, fullUntilMs, expected) => {
    const use = { family: 'library', usedInLastDay, fullUntilMs } as const;
    expect(familyPhrase(use, requestBudget(), NOW_MS, FORMAT)).toBe(expected);
  });

  it.each([
    [0, null],
    [1, 'Of 1 more request only the number is known.'],
    [700, 'Of 700 more requests only the number is known.'],
  ])('may be unknown for %i requests', (usedInLastDay, expected) => {
    expect(unknownPhrase(requestBudget({ usedInLastDay }), FORMAT)).toBe(expected);
  });
});

describe('an hour', () => {
  it.each([
    [NOW_MS - 3 * HOUR, NOW_MS - 2 * HOUR, '09:00 to 10:00'],
    [NOW_MS, null, '12:00 until now'],
    [NOW_MS - 15 * HOUR, NOW_MS - 14 * HOUR, 'Yesterday, 21:00 to 22:00'],
    [NOW_MS - 13 * HOUR, NOW_MS - 12 * HOUR, 'Yesterday, 23:00 to 00:00'],
  ])('from %i to %s is “%s”', (startMs, endMs, expected) => {
    expect(hourPhrase(startMs, endMs, NOW_MS, FORMAT)).toBe(expected);
  });

  it.each([
    [0, 'no request'],
    [1, '1 request'],
    [1_422, '1,422 requests'],
  ])('with %i requests has %s', (count, expected) => {
    expect(requestCount(count, FORMAT)).toBe(expected);
  });

  it('tells an hour with what was asked in it', () => {
    const used = [
      { family: 'playlists' as const, count: 6 },
      { family: 'playlist-items' as const, count: 1_416 },
    ];
    expect(hourWords({ startMs: NOW_MS - HOUR, used }, NOW_MS, NOW_MS, FORMAT)).toBe(
      '11:00 to 12:00: 1,422 requests, Playlists 6, Playlist contents 1,416',
    );
    expect(hourWords({ startMs: NOW_MS - HOUR, used: [] }, NOW_MS, NOW_MS, FORMAT)).toBe(
      '11:00 to 12:00: no request',
    );
  });
});

it('warns of asking on only where that would make it worse', () => {
  expect(waitNote({ reason: 'quota-exhausted', untilMs: 0 })).toMatch(/make the wait longer/);
  expect(waitNote({ reason: 'budget-spent', untilMs: 0 })).toBeNull();
});
