/** The marks of an axis of whole numbers; the first and the last are its ends. */
export type NumberMarks = readonly [number, ...number[]];

const STEPS = [1, 2, 5] as const;

/**
 * Round numbers from at or below the least value to at or above the largest, with as many marks as
 * there is room for. An axis that would begin just above nothing begins at nothing; what never
 * changes stands in the middle.
 *
 * @param least - 0 or more
 * @param most - marks, 3 or more
 */
export function numberMarks(least: number, largest: number, most: number): NumberMarks {
  if (least === largest)
    return [Math.max(0, least - 1), Math.max(1, least), Math.max(2, least + 1)];
  // So that a list that hardly changes is no row of cliffs.
  const isNearNothing = least <= (largest - least) * 2;
  const from = isNearNothing ? 0 : least;
  for (let decade = 1; ; decade *= 10) {
    for (const step of STEPS) {
      const first = Math.floor(from / (decade * step));
      const last = Math.max(first + 1, Math.ceil(largest / (decade * step)));
      if (last - first + 1 <= most) {
        const [start = 0, ...others] = Array.from(
          { length: last - first + 1 },
          (_, index) => (first + index) * decade * step,
        );
        return [start, ...others];
      }
    }
  }
}

/** The next of 10, 20, 50, 100, 200, 500, … so that an axis has round numbers, also at its half. */
export function topOf(most: number): number {
  for (let decade = 10; ; decade *= 10) {
    for (const step of STEPS) {
      if (decade * step >= most) return decade * step;
    }
  }
}
