/** A part of a bar, in pixels from the ground up. */
export interface StackedPart {
  readonly from: number;
  readonly to: number;
}

const GAP = 1;
const LEAST = 2;

/**
 * Stacks the parts of a bar. Each that counts anything can be seen, and is set apart from the next;
 * where the bar is too low for that, it is made higher.
 *
 * @param height - of the bar, in pixels
 * @param pixel - the pixels in one of the page
 * @returns a part for each count, null where that is 0
 */
export function stackParts(
  counts: readonly number[],
  height: number,
  pixel: number,
): readonly (StackedPart | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.filter((count) => count > 0).length;
  const [gap, least] = [GAP * pixel, LEAST * pixel];
  const spare = Math.max(0, height - gap * (parts - 1) - least * parts);
  let ground = 0;
  return counts.map((count) => {
    if (count === 0) return null;
    const from = ground;
    const to = from + least + (spare * count) / total;
    ground = to + gap;
    return { from, to };
  });
}
