import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../../../shared/session-state.ts';
import { attentionPoints } from '../../../../shared/texts/attention-points.ts';

const now = Date.UTC(2026, 10, 21, 14, 2);
const DAY = 86_400_000;

function points(daysLeft: number | null, usedInLastDay = 0) {
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
    },
  };
  return attentionPoints(session, { requests: { usedInLastDay, budgetPerDay: 800 } }, now, {
    locale: 'en-GB',
    timeZone: 'UTC',
  });
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
    expect(points(0.5)[0]?.text).toMatch(/ends in 1 day,/);
  });

  it.each([
    [719, 0],
    [720, 1],
    [800, 1],
  ])('names requests that are nearly used up (%i of 800)', (used, count) => {
    expect(points(null, used)).toHaveLength(count);
  });
});
