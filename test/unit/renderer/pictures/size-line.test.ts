import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAtTime, sizeLine } from '../../../../renderer/pictures/list-size/size-line.ts';
import type { ListSizePoint } from '../../../../shared/list-sizes.ts';

const HOUR_MS = 3_600_000;
/** In hours. */
const seen = (at: number, until: number, rows: number): ListSizePoint => ({
  observationId: at,
  atMs: at * HOUR_MS,
  untilMs: until * HOUR_MS,
  rows,
});
const hours = (times: readonly number[]) => times.map((time) => time / HOUR_MS);

describe('the line of a list’s size', () => {
  it('holds a size up to the next look, and the last up to when it was seen', () => {
    const line = sizeLine([seen(0, 4, 10), seen(5, 8, 12), seen(9, 11, 7)]);
    expect(hours(line.times)).toEqual([0, 5, 9, 11]);
    expect(line.sizes).toEqual([10, 12, 7, 7]);
    expect(hours(line.ends)).toEqual([5, 9, 11]);
    expect(line.unseen).toEqual([]);
    expect([line.least, line.largest]).toEqual([7, 12]);
  });

  it('is broken where nobody looked for long', () => {
    const line = sizeLine([seen(0, 4, 10), seen(24, 30, 12)]);
    expect(hours(line.times)).toEqual([0, 4, 14, 24, 30]);
    expect(line.sizes).toEqual([10, 10, null, 12, 12]);
    expect(hours(line.ends)).toEqual([4, 30]);
    expect(line.unseen).toEqual([
      { fromMs: 4 * HOUR_MS, fromRows: 10, toMs: 24 * HOUR_MS, toRows: 12 },
    ]);
  });

  it('is not broken by a night within a year', () => {
    expect(sizeLine([seen(0, 4_000, 10), seen(4_012, 8_760, 12)]).unseen).toEqual([]);
  });

  it('stands still while the clock was set back', () => {
    const line = sizeLine([seen(0, 9, 10), seen(3, 4, 12), seen(12, 13, 7)]);
    expect(hours(line.starts)).toEqual([0, 9, 12]);
    expect(hours(line.times)).toEqual([0, 9, 12, 13]);
  });

  it('never leads backwards, and finds each of its points again', () => {
    const anyPoints = fc.array(
      fc.record({
        atMs: fc.nat({ max: 400 * HOUR_MS }),
        stayedMs: fc.nat({ max: 50 * HOUR_MS }),
        rows: fc.nat({ max: 900 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(anyPoints, fc.boolean(), (raw, isClockTrue) => {
        const sorted = isClockTrue ? raw.toSorted((one, other) => one.atMs - other.atMs) : raw;
        const line = sizeLine(
          sorted.map(({ atMs, stayedMs, rows }, index) => ({
            observationId: index,
            atMs,
            untilMs: atMs + stayedMs,
            rows,
          })),
        );
        expect(line.times).toEqual(line.times.toSorted((one, other) => one - other));
        expect(line.sizes).toHaveLength(line.times.length);
        expect(line.starts).toHaveLength(sorted.length);
        for (const [index, startMs] of line.starts.entries()) {
          const found = pointAtTime(line.starts, startMs);
          expect(line.starts[found]).toBe(startMs);
          expect(found).toBeGreaterThanOrEqual(index);
        }
        expect(pointAtTime(line.starts, line.startMs - 1)).toBe(0);
        expect(pointAtTime(line.starts, line.endMs + 1)).toBe(sorted.length - 1);
      }),
    );
  });
});
