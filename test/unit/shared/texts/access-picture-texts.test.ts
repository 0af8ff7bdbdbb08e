import { describe, expect, it } from 'vitest';
import type { RefreshOutcome } from '../../../../shared/connection.ts';
import { renewalPhrase, shortSpan } from '../../../../shared/texts/access-picture-texts.ts';

const MINUTE_MS = 60_000;

describe('a renewal in words', () => {
  it.each<[RefreshOutcome, number | null, string]>([
    ['refreshed', 7 * MINUTE_MS, 'Renewed with 7 minutes left'],
    ['refreshed', 59_000, 'Renewed with less than a minute left'],
    ['refreshed', -190 * MINUTE_MS, 'Renewed 3 hours after its end'],
    ['refreshed', null, 'Renewed'],
    ['taken-from-cache', MINUTE_MS, 'Renewed by another Cratewatch with 1 minute left'],
    ['offline', 7 * MINUTE_MS, 'Spotify not reached'],
  ])('%s with %s left: %s', (outcome, leftMs, phrase) => {
    expect(renewalPhrase(outcome, leftMs)).toBe(phrase);
  });

  it.each([
    [0, '0'],
    [20_000, '20 s'],
    [30 * MINUTE_MS, '30 min'],
    [60 * MINUTE_MS, '60 min'],
    [24 * 60 * MINUTE_MS, '24 h'],
  ])('a span of %i ms is marked %s', (spanMs, mark) => {
    expect(shortSpan(spanMs)).toBe(mark);
  });
});
