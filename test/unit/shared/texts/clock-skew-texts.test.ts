import { describe, expect, it } from 'vitest';
import { describeClockSkew } from '../../../../shared/texts/clock-skew-texts.ts';
import { FORMAT } from './every-state.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const MINUTE_MS = 60_000;

describe('the clock of this computer against Spotify’s', () => {
  it.each([
    [null, false, 'Not compared'],
    [0, false, 'agrees'],
    [2 * MINUTE_MS, false, 'agrees'],
    [-2 * MINUTE_MS, false, 'agrees'],
    [2 * MINUTE_MS + 1, true, '2 minutes behind'],
    [7 * MINUTE_MS, true, '7 minutes behind'],
    [-7 * MINUTE_MS, true, '7 minutes ahead'],
    [-3 * 60 * MINUTE_MS, true, '3 hours ahead'],
    [36 * 60 * MINUTE_MS, true, '36 hours behind'],
    [-400 * 24 * 60 * MINUTE_MS, true, '400 days ahead'],
  ])('a difference of %s ms: wrong is %s, told as “%s”', (skewMs, isWrong, words) => {
    const told = describeClockSkew(skewMs, FORMAT);
    expect(told.isWrong).toBe(isWrong);
    expect(told.text).toContain(words);
    expect(complaintsAboutSentences(told.text)).toEqual([]);
  });
});
