import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberMarks, topOf } from '../../../../renderer/pictures/number-axis.ts';

describe('the marks of an axis of numbers', () => {
  it.each([
    [0, 3, 4, [0, 1, 2, 3]],
    [0, 42, 4, [0, 20, 40, 60]],
    [30, 32, 4, [30, 31, 32]],
    [482, 517, 4, [480, 500, 520]],
    // That close to nothing, nothing is the better ground.
    [10, 20, 4, [0, 10, 20]],
    [4_000, 5_191, 4, [4_000, 4_500, 5_000, 5_500]],
    [0, 0, 4, [0, 1, 2]],
    [12, 12, 4, [11, 12, 13]],
  ])('from %i to %i with room for %i are %j', (least, largest, most, marks) => {
    expect(numberMarks(least, largest, most)).toEqual(marks);
  });

  it('hold every value between them, evenly spaced, and are no more than wanted', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.nat({ max: 1_000_000 }),
        fc.integer({ min: 3, max: 9 }),
        (least, more, most) => {
          const marks = numberMarks(least, least + more, most);
          expect(marks[0]).toBeLessThanOrEqual(least);
          expect(marks[0]).toBeGreaterThanOrEqual(0);
          expect(marks.at(-1)).toBeGreaterThanOrEqual(least + more);
          expect(marks.length).toBeLessThanOrEqual(most);
          const steps = marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
          expect(new Set(steps).size).toBe(1);
          expect(steps[0]).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    [0, 10],
    [10, 10],
    [11, 20],
    [422, 500],
    [501, 1_000],
  ])('at most %i end at %i', (most, top) => {
    expect(topOf(most)).toBe(top);
  });
});
