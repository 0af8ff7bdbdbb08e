import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessLives,
  nearestEvent,
} from '../../../../../renderer/pages/connection/access-lives.ts';
import type { RefreshOutcome, RefreshRecord } from '../../../../../shared/connection.ts';
import { LIFE } from '../../../shared/texts/every-state.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOW_MS = 1_000 * HOUR_MS;

const life = (receivedMinutesAgo: number, renewsInMinutes: number | null = null) => ({
  ...LIFE,
  receivedAtMs: NOW_MS - receivedMinutesAgo * MINUTE_MS,
  accessTokenExpiresAtMs: NOW_MS + (60 - receivedMinutesAgo) * MINUTE_MS,
  refreshAtMs: renewsInMinutes === null ? null : NOW_MS + renewsInMinutes * MINUTE_MS,
});
const refresh = (minutesAgo: number, outcome: RefreshOutcome = 'refreshed'): RefreshRecord => ({
  atMs: NOW_MS - minutesAgo * MINUTE_MS,
  cause: 'planned',
  outcome,
});
/** In minutes from now, and minutes left. */
const corners = (
  { times }: { readonly times: readonly number[] },
  left: readonly (number | null)[],
) =>
  times.flatMap((atMs, index) => {
    const leftMs = left[index] ?? null;
    return leftMs === null ? [] : [[(atMs - NOW_MS) / MINUTE_MS, leftMs / MINUTE_MS]];
  });
const told = ({ events }: ReturnType<typeof accessLives>) =>
  events.map(({ kind, atMs, leftMs }) => [
    kind,
    (atMs - NOW_MS) / MINUTE_MS,
    leftMs === null ? null : leftMs / MINUTE_MS,
  ]);

describe('the lives of access', () => {
  it('go down to each renewal, up again, and on to the planned one', () => {
    const lives = accessLives(life(20, 33), [refresh(20), refresh(73)], NOW_MS);
    expect(corners(lives, lives.left)).toEqual([
      [-73, 60],
      [-20, 7],
      [-20, 60],
      [0, 40],
    ]);
    expect(corners(lives, lives.leftLater)).toEqual([
      [0, 40],
      [33, 7],
      [33, 60],
      [40, 53],
    ]);
    expect(told(lives)).toEqual([
      ['renewed', -73, null],
      ['renewed', -20, 7],
      ['now', 0, 40],
      ['planned', 33, 7],
    ]);
    expect(lives.renewedWith).toEqual({ leastMs: 6 * MINUTE_MS, mostMs: 9 * MINUTE_MS });
  });

  it('lie on the ground from an end up to the renewal after it', () => {
    const lives = accessLives(
      life(5, 47),
      [refresh(5), refresh(52, 'offline'), refresh(110)],
      NOW_MS,
    );
    expect(corners(lives, lives.left)).toEqual([
      [-110, 60],
      [-50, 0],
      [-5, 0],
      [-5, 60],
      [0, 55],
    ]);
    expect(told(lives)).toEqual([
      ['renewed', -110, null],
      ['failed', -52, 2],
      ['renewed', -5, -45],
      ['now', 0, 55],
      ['planned', 47, 8],
    ]);
  });

  it('begin with the sign-in where nothing was renewed yet', () => {
    const lives = accessLives(life(20, 33), [], NOW_MS);
    expect(told(lives)[0]).toEqual(['received', -20, null]);
    expect(corners(lives, lives.left)).toEqual([
      [-20, 60],
      [0, 40],
    ]);
  });

  it('have another beginning where a sign-in came after the last renewal', () => {
    const lives = accessLives(life(20, 33), [refresh(50)], NOW_MS);
    expect(told(lives).slice(0, 2)).toEqual([
      ['renewed', -50, null],
      ['received', -20, 30],
    ]);
  });

  it('are led to their end, without a place for renewals, where there will be none', () => {
    const lives = accessLives(life(20), [], NOW_MS);
    expect(corners(lives, lives.leftLater)).toEqual([
      [0, 40],
      [40, 0],
    ]);
    expect(lives.renewedWith).toBeNull();
  });

  it('are over after their end, and nothing is promised', () => {
    const lives = accessLives(life(100), [], NOW_MS);
    expect(corners(lives, lives.left)).toEqual([
      [-100, 60],
      [-40, 0],
      [0, 0],
    ]);
    expect(corners(lives, lives.leftLater)).toEqual([]);
  });

  it('reach back for half a day, and know what was left at the first renewal shown', () => {
    const refreshes = Array.from({ length: 20 }, (_, index) => refresh(20 + index * 53));
    const lives = accessLives(life(20, 33), refreshes, NOW_MS);
    expect(lives.fromMs).toBe(NOW_MS - (20 + 13 * 53) * MINUTE_MS);
    expect(told(lives)[0]).toEqual(['renewed', -(20 + 13 * 53), 7]);
  });

  it('never go backwards, whatever the clock did', () => {
    const anyRecord = fc.record({
      minutesAgo: fc.integer({ min: -200, max: 2_000 }),
      outcome: fc.constantFrom<RefreshOutcome>('refreshed', 'taken-from-cache', 'offline'),
    });
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 20 }),
        fc.integer({ min: -30, max: 120 }),
        fc.option(fc.integer({ min: -100, max: 55 })),
        (records, receivedMinutesAgo, renewsInMinutes) => {
          const lives = accessLives(
            life(receivedMinutesAgo, renewsInMinutes),
            records.map(({ minutesAgo, outcome }) => refresh(minutesAgo, outcome)),
            NOW_MS,
          );
          expect(lives.times).toEqual(lives.times.toSorted((one, other) => one - other));
          const events = lives.events.map(({ atMs }) => atMs);
          expect(events).toEqual(events.toSorted((one, other) => one - other));
          expect(lives.events.filter(({ kind }) => kind === 'now')).toHaveLength(1);
          expect(Math.min(...lives.times)).toBeGreaterThanOrEqual(lives.fromMs);
          expect(Math.max(...lives.times)).toBeLessThanOrEqual(lives.toMs);
          for (const leftMs of [...lives.left, ...lives.leftLater]) {
            if (leftMs === null) continue;
            expect(leftMs).toBeGreaterThanOrEqual(0);
            expect(leftMs).toBeLessThanOrEqual(lives.lifeMs);
          }
          for (const [index, { atMs }] of lives.events.entries()) {
            expect(lives.events[nearestEvent(lives.events, atMs)]?.atMs).toBe(events[index]);
          }
        },
      ),
    );
  });
});
