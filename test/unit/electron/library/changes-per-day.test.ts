import { describe, expect, it } from 'vitest';
import { changesPerDay, lastDays } from '../../../../electron/library/changes-per-day.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utcDay = (atMs: number) => atMs - (atMs % DAY);

describe('lastDays', () => {
  it('counts 14 days back, today last', () => {
    const days = lastDays(20 * DAY + 5 * HOUR, utcDay);
    expect(days).toEqual(Array.from({ length: 14 }, (_, index) => (7 + index) * DAY));
  });

  it('misses no day when one has 25 hours', () => {
    // Day 19 begins an hour early, as after the end of summer time.
    const dayStart = (atMs: number) =>
      atMs >= 20 * DAY ? utcDay(atMs) : utcDay(atMs + HOUR) - HOUR;
    expect(lastDays(20 * DAY + HOUR, dayStart).slice(-3)).toEqual([
      18 * DAY - HOUR,
      19 * DAY - HOUR,
      20 * DAY,
    ]);
  });
});

describe('changesPerDay', () => {
  it('puts every change into its day and group', () => {
    const days = changesPerDay(
      [DAY, 2 * DAY],
      [
        { atMs: DAY, kind: 'item-added', count: 2 },
        { atMs: 2 * DAY - 1, kind: 'item-removed', count: 1 },
        { atMs: 2 * DAY, kind: 'items-moved', count: 1 },
        { atMs: 2 * DAY + 5, kind: 'playlist-renamed', count: 3 },
        { atMs: DAY - 1, kind: 'item-added', count: 9 },
      ],
    );
    expect(days).toEqual([
      { dayStartMs: DAY, added: 2, removed: 1, other: 0 },
      { dayStartMs: 2 * DAY, added: 0, removed: 0, other: 4 },
    ]);
  });
});
