import { describe, expect, it } from 'vitest';
import type { CollectionStatus } from '../../../../shared/library-status.ts';
import type { SessionLife, SessionState } from '../../../../shared/session-state.ts';
import { attentionPoints } from '../../../../shared/texts/attention-points.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const now = Date.UTC(2026, 10, 21, 14, 2);
const DAY = 86_400_000;

function points(
  daysLeft: number | null,
  usedInLastDay = 0,
  other: Partial<SessionLife> = {},
  collections: CollectionStatus[] = [],
) {
  const session: SessionState = {
    kind: 'active',
    life: {
      way: 'authorization-code',
      receivedAtMs: now,
      missingScopes: [],
      accessTokenExpiresAtMs: now,
      refreshAtMs: null,
      authorizedAtMs: null,
      renewBeforeMs: daysLeft === null ? null : now + daysLeft * DAY,
      ...other,
    },
  };
  const status = { requests: requestBudget({ usedInLastDay }), collections };
  return attentionPoints(session, status, now, { locale: 'en-GB', timeZone: 'UTC' });
}

describe('what needs attention', () => {
  it('is nothing on an ordinary day', () => {
    expect(points(160, 212)).toEqual([]);
    expect(points(null)).toEqual([]);
  });

  it.each([
    [31, 0],
    [30, 1],
    [1, 1],
    [-1, 1],
  ])('names the end of the sign-in from thirty days before (%i days left)', (left, count) => {
    expect(points(left)).toHaveLength(count);
  });

  it('counts the days that are left', () => {
    expect(points(6.5)[0]?.text).toMatch(/ends in 7 days, on Sat,? 28 Nov/);
    expect(points(0.1)[0]?.text).toMatch(/ends today, on Sat,? 21 Nov/);
    expect(points(1)[0]?.text).toMatch(/ends tomorrow, on Sun,? 22 Nov/);
    expect(points(-1)[0]?.text).toMatch(/ended on Fri,? 20 Nov\. Signing in again/);
  });

  it('tells when a pasted access token ends', () => {
    const [point] = points(null, 0, {
      way: 'access-token',
      accessTokenExpiresAtMs: now + 40 * 60_000,
    });
    expect(point?.text).toMatch(/^Your access token ends at 14:42 and cannot be renewed\./);
    expect(complaintsAboutSentences(point?.text ?? '')).toEqual([]);
  });

  it('tells what does not work without a permission that is missing', () => {
    const [point] = points(null, 0, { missingScopes: ['user-library-read', 'streaming'] });
    expect(point?.text).toMatch(/^Without “user-library-read”, Liked Songs and .*Sign in again/);
    expect(points(null, 0, { missingScopes: ['streaming'] })).toEqual([]);
  });

  it.each<[string, CollectionStatus['kind'][], RegExp | null]>([
    ['nothing where all is read', [], null],
    ['artists', ['followed-artists'], /^Without “user-follow-read”, followed artists are not/],
    ['episodes', ['saved-episodes'], /^Without “user-read-playback-position”, saved episodes/],
    [
      'all that is saved',
      ['saved-tracks', 'saved-albums', 'saved-episodes'],
      /^Without “user-library-read”, Liked Songs and all else that you saved are not watched\. Sign/,
    ],
  ])('tells which permission an old sign-in was never asked for: %s', (_what, refused, text) => {
    const collections = (['saved-tracks', 'saved-episodes', 'followed-artists'] as const).map(
      (kind): CollectionStatus => ({
        kind,
        listId: 1,
        state: refused.includes(kind) ? 'scope-missing' : 'watched',
        items: 0,
      }),
    );
    const found = points(null, 0, {}, collections).map((point) => point.text);
    expect(found).toEqual(text === null ? [] : [expect.stringMatching(text)]);
  });

  // Checks may use 700 of them: 100 are kept for the user.
  it.each([
    [629, 0],
    [630, 1],
    [800, 1],
  ])('names requests that are nearly used up (%i of 800)', (used, count) => {
    expect(points(null, used)).toHaveLength(count);
  });

  it('leaves requests that are used up to the sentence on the state', () => {
    const requests = requestBudget({ usedInLastDay: 700, fullUntilMs: now + DAY });
    expect(
      attentionPoints({ kind: 'keychain-locked' }, { requests, collections: [] }, now),
    ).toEqual([]);
  });
});
