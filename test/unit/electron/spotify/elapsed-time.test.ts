import { describe, expect, it } from 'vitest';
import {
  creditFor,
  LONGEST_GAP_MS,
  type Moment,
  momentOf,
  surelyPassedMs,
  surelyPassedSinceNoteMs,
} from '../../../../electron/spotify/elapsed-time.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const at = (monotonicMs: number, uptimeMs: number | null): Moment => ({
  wallMs: 0,
  monotonicMs,
  uptimeMs,
});

describe('what surely passed', () => {
  it.each<[string, Moment, Moment, number]>([
    ['is what the monotonic clock says', at(100, null), at(5_100, null), 5_000],
    ['is what the uptime says after sleep', at(100, 7_000), at(5_100, HOUR + 7_000), HOUR],
    ['is the finer of both while awake', at(100, 7_000), at(1_700, 8_000), 1_600],
    ['is not made less by an uptime that went back', at(0, 7_000), at(500, 5_000), 500],
    ['is nothing where the monotonic clock misbehaved', at(500, null), at(0, null), 0],
    ['is without the uptime where one of them is unknown', at(0, null), at(500, HOUR), 500],
  ])('%s', (_what, since, now, expected) => {
    expect(surelyPassedMs(since, now)).toBe(expected);
  });

  it.each([
    ['the difference while the machine ran on', 2 * HOUR, 5 * HOUR, 3 * HOUR],
    ['what it has run for since it was started anew', 5 * HOUR, HOUR, HOUR],
    ['nothing where it was not noted', null, 5 * HOUR, 0],
    ['nothing where it is not told', 5 * HOUR, null, 0],
  ])('since another process is %s', (_what, noted, now, expected) => {
    expect(surelyPassedSinceNoteMs(noted, now)).toBe(expected);
  });
});

describe('creditFor', () => {
  it.each([
    ['believes an hour', HOUR, 0, { creditMs: HOUR, debtMs: 0 }],
    ['believes 18 hours of a month', 30 * DAY, 0, { creditMs: LONGEST_GAP_MS, debtMs: 0 }],
    ['keeps a step back as a debt', -HOUR, 0, { creditMs: 0, debtMs: HOUR }],
    ['keeps 18 hours of debt at most', -30 * DAY, HOUR, { creditMs: 0, debtMs: LONGEST_GAP_MS }],
    ['pays off the debt first', 5 * HOUR, 2 * HOUR, { creditMs: 3 * HOUR, debtMs: 0 }],
    ['may only pay off the debt', HOUR, 2 * HOUR, { creditMs: 0, debtMs: HOUR }],
    ['leaves everything where nothing moved', 0, HOUR, { creditMs: 0, debtMs: HOUR }],
  ])('%s', (_what, gapMs, debtMs, expected) => {
    expect(creditFor(gapMs, debtMs)).toEqual(expected);
  });
});

it('takes an uptime that is no number for none', () => {
  const clock = Object.assign(new ManualClock(), { uptimeMs: () => Number.NaN });
  expect(momentOf(clock).uptimeMs).toBeNull();
});
