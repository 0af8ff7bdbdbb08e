/** A part of a bar, in pixels from the ground up. */
export interface StackedPart {
  readonly from: number;
  readonly to: number;
}

/** In pixels of the page. */
const GAP = 1;
const LEAST = 2;
const LEAST_WHERE_CROWDED = 1;

/**
 * Stacks the parts of a bar. Each that counts anything can be seen, and is set apart from the next
 * where there is room for that; a bar too low to show them all is made higher.
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
  const isCrowded = parts > 1 && height < (LEAST * parts + GAP * (parts - 1)) * pixel;
  const gap = isCrowded ? 0 : GAP * pixel;
  const least = (isCrowded ? LEAST_WHERE_CROWDED : LEAST) * pixel;
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
