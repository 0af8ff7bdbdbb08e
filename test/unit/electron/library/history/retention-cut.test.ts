import { describe, expect, it } from 'vitest';
import {
  isRetentionDue,
  retentionCutMs,
} from '../../../../../electron/library/history/retention-cut.ts';

const DAY_MS = 24 * 3_600_000;

describe('the time before which history is not kept', () => {
  it.each([
    ['2026-11-21T11:23:45.678Z', 24, '2024-11-21T11:23:45.678Z'],
    ['2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2028-03-31T12:00:00.000Z', 1, '2028-02-29T12:00:00.000Z'],
    ['2026-01-15T05:00:00.000Z', 1, '2025-12-15T05:00:00.000Z'],
    ['2026-06-30T23:59:59.999Z', 120, '2016-06-30T23:59:59.999Z'],
  ])('is, at %s with %d months, %s', (now, months, cut) => {
    expect(new Date(retentionCutMs(Date.parse(now), months)).toISOString()).toBe(cut);
  });
});

describe('deleting old history', () => {
  it.each([
    ['when it was never done', null, true],
    ['when a day passed', 100 * DAY_MS, true],
    ['when the user wants less kept than before', 10 * DAY_MS, true],
    ['not twice a day', 101 * DAY_MS - 1 - DAY_MS + 2, false],
    ['not when the user wants more kept, or the clock went back', 200 * DAY_MS, false],
  ])('is due %s', (_, historyFromMs, due) => {
    expect(isRetentionDue(101 * DAY_MS, historyFromMs)).toBe(due);
  });
});
