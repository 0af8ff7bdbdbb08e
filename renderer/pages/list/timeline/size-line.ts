import type { ListSizePoint } from '../../../../shared/list-sizes.ts';
import type { TimeScale } from './time-scale.ts';

/** A time of which nobody knows what the list was, from one pixel to another. */
export interface UnknownSpan {
  readonly fromX: number;
  readonly toX: number;
}

export interface SizeLine {
  /** SVG path data of the line, broken where nobody looked. */
  readonly line: string;
  /** The same down to the ground. */
  readonly area: string;
  readonly unknown: readonly UnknownSpan[];
}

/** A gap that is narrower than this is the usual time between two looks, drawn as a step. */
const NARROW_PX = 4;
/** Shares of the height between which the line goes. */
const LOWEST = 0.22;
const HIGHEST = 0.86;
/** The height stands for at least this share of the size: one song less is a small step. */
const SMALLEST_RANGE = 0.5;

/** The size of a list as a step line: level for as long as it was seen to be the same. */
export function sizeLine(
  points: readonly ListSizePoint[],
  endMs: number,
  scale: TimeScale,
  heightPx: number,
): SizeLine {
  const yOf = heightScale(points, heightPx);
  const unknown: UnknownSpan[] = [];
  const runs: string[][] = [];
  let run: string[] = [];
  for (const [index, { atMs, untilMs, rows }] of points.entries()) {
    const [fromX, toX] = [scale.xOf(atMs), scale.xOf(untilMs)];
    const nextX = scale.xOf(points[index + 1]?.atMs ?? endMs);
    run.push(`${px(fromX)} ${px(yOf(rows))}`);
    if (nextX - toX < NARROW_PX) {
      run.push(`${px(Math.max(fromX, nextX))} ${px(yOf(rows))}`);
      continue;
    }
    run.push(`${px(toX)} ${px(yOf(rows))}`);
    unknown.push({ fromX: toX, toX: nextX });
    runs.push(run);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return {
    line: runs.map((each) => `M${each.join('L')}`).join(''),
    area: runs.map((each) => closed(each, heightPx)).join(''),
    unknown,
  };
}

function heightScale(points: readonly ListSizePoint[], heightPx: number) {
  let least = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const { rows } of points) {
    least = Math.min(least, rows);
    largest = Math.max(largest, rows);
  }
  const middle = (largest + least) / 2;
  const range = Math.max(largest - least, largest * SMALLEST_RANGE);
  return (rows: number): number => {
    const share = range === 0 ? 0.5 : 0.5 + (rows - middle) / range;
    return heightPx * (1 - LOWEST - share * (HIGHEST - LOWEST));
  };
}

function closed(run: readonly string[], heightPx: number): string {
  const startX = run[0]?.split(' ')[0] ?? '0';
  const endX = run.at(-1)?.split(' ')[0] ?? '0';
  return `M${startX} ${heightPx}L${run.join('L')}L${endX} ${heightPx}Z`;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
