import { describe, expect, it } from 'vitest';
import type { SessionLife } from '../../../../shared/session-state.ts';
import {
  accessPlanPhrase,
  daysLeftPhrase,
  signedInPhrase,
  timeLeftPhrase,
} from '../../../../shared/texts/access-life-texts.ts';
import { FORMAT, LATER_MS, LIFE, NOW_MS } from './every-state.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ADA = { key: 'ada', displayName: 'Ada Brook' };
const PASTED: SessionLife = { ...LIFE, way: 'access-token', refreshAtMs: null };

describe('what is left of a time', () => {
  it.each([
    [-DAY_MS, 'over'],
    [0, 'over'],
    [1, 'less than a minute left'],
    [MINUTE_MS - 1, 'less than a minute left'],
    [MINUTE_MS, '1 minute left'],
    [40 * MINUTE_MS - 1, '39 minutes left'],
    [2 * HOUR_MS - 1, '119 minutes left'],
    [2 * HOUR_MS, '2 hours left'],
    [2 * DAY_MS - 1, '47 hours left'],
    [2 * DAY_MS, '2 days left'],
  ])('%i ms are “%s”', (leftMs, phrase) => {
    expect(timeLeftPhrase(NOW_MS + leftMs, NOW_MS, FORMAT)).toBe(phrase);
  });

  it.each([
    [-1, 'over'],
    [0, 'over'],
    [1, 'less than a day left'],
    [DAY_MS, '1 day left'],
    [12 * HOUR_MS, '1 day left'],
    [161.9 * DAY_MS, '162 days left'],
  ])('%i ms in days are “%s”', (leftMs, phrase) => {
    expect(daysLeftPhrase(NOW_MS + leftMs, NOW_MS, FORMAT)).toBe(phrase);
  });
});

describe('how access goes on', () => {
  it.each([
    ['a planned renewal', LIFE, false, 'Renewed by itself at 12:40, well before its end.'],
    ['a renewal under way', LIFE, true, 'Being renewed now.'],
    ['a renewal that has to wait', { ...LIFE, refreshAtMs: null }, false, 'Waiting to be renewed.'],
    ['a renewal that is due', { ...LIFE, refreshAtMs: NOW_MS }, false, 'Being renewed now.'],
    [
      'a pasted access token',
      PASTED,
      false,
      'Never renewed; it ends at 12:40. That is no error: a pasted access token cannot be renewed.',
    ],
  ])('is told for %s', (_name, life, isRefreshing, sentence) => {
    expect(accessPlanPhrase(life, isRefreshing, NOW_MS, FORMAT)).toBe(sentence);
    expect(complaintsAboutSentences(sentence)).toEqual([]);
  });

  it('names the day where the renewal is not today', () => {
    const life = { ...LIFE, refreshAtMs: LATER_MS + DAY_MS };
    expect(accessPlanPhrase(life, false, NOW_MS, FORMAT)).toContain('tomorrow at 12:40');
  });
});

describe('who is signed in', () => {
  it.each([
    ['authorization-code', ADA, 'spotify', 'Signed in as Ada Brook.'],
    ['authorization-code', { key: 'ada', displayName: ' ' }, 'spotify', 'Signed in as ada.'],
    ['authorization-code', null, 'spotify', 'Signed in.'],
    ['access-token', ADA, 'spotify', 'Signed in as Ada Brook, with a pasted access token.'],
    ['access-token', null, 'spotify', 'Signed in with a pasted access token.'],
    [
      'client-credentials',
      null,
      'spotify',
      'Signed in as your app alone, without an account. It sees only what is public.',
    ],
    [
      'authorization-code',
      ADA,
      'sample',
      'Signed in as Ada Brook, to a small made-up Spotify on this computer.',
    ],
  ] as const)('%s, %o, %s', (way, account, mode, sentence) => {
    expect(signedInPhrase(way, account, mode)).toBe(sentence);
    expect(complaintsAboutSentences(sentence)).toEqual([]);
  });
});
