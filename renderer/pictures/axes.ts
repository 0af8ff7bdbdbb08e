import type uPlot from 'uplot';
import type { TextFormat } from '../../shared/texts/text-format.ts';
import { timeMarks } from '../../shared/texts/time-marks.ts';
import type { NumberMarks } from './number-axis.ts';
import type { Paint } from './paint.ts';

const GAP = 6;
const WORDS_HEIGHT = 22;
const WORDS_WIDTH = 76;

/** The axis at the left: its marks as words, each with a line across the picture. */
export function numberAxis(
  paint: Paint,
  marks: NumberMarks,
  words: (mark: number) => string,
): uPlot.Axis {
  return {
    scale: 'y',
    side: 3,
    font: paint.font(),
    gap: GAP,
    stroke: () => paint.colour('--picture-words'),
    grid: {
      stroke: () => paint.colour('--picture-grid'),
      width: 1,
      // The lowest one is the ground.
      filter: (_, splits) => splits.map((split, index) => (index === 0 ? null : split)),
    },
    ticks: { show: false },
    splits: () => [...marks],
    values: (_, splits) => splits.map(words),
    size: ({ ctx }, values) => {
      ctx.font = paint.font();
      return Math.max(0, ...(values ?? []).map((each) => ctx.measureText(each).width)) + GAP;
    },
  };
}

interface Marked {
  readonly at: number;
  readonly words: string;
}

/** The axis beneath: what it names, and the ground on which everything stands. */
export function wordAxis(
  paint: Paint,
  marks: (plot: uPlot, from: number, to: number) => readonly Marked[],
): uPlot.Axis {
  let shown: readonly Marked[] = [];
  return {
    scale: 'x',
    side: 2,
    font: paint.font(),
    gap: 3,
    size: WORDS_HEIGHT,
    stroke: () => paint.colour('--picture-words'),
    grid: { show: false },
    border: { show: true, stroke: () => paint.colour('--picture-ground'), width: 1 },
    ticks: { stroke: () => paint.colour('--picture-ground'), width: 1, size: 4 },
    splits: (plot, _, from, to) => {
      shown = marks(plot, from, to);
      return shown.map(({ at }) => at);
    },
    values: () => shown.map(({ words }) => words),
  };
}

/** The axis beneath, where x is a time: as many moments as there is room for. */
export function timeAxis(paint: Paint, format: TextFormat): uPlot.Axis {
  return wordAxis(paint, ({ bbox, ctx, width }, from, to) => {
    const drawn = bbox.width / devicePixelRatio;
    const left = bbox.left / devicePixelRatio;
    ctx.font = paint.font();
    return timeMarks(from, to, Math.max(1, Math.floor(drawn / WORDS_WIDTH)), format)
      .map(({ atMs, words }) => ({ at: atMs, words }))
      .filter(({ at, words }) => {
        // Beside the end of the axis its words would be cut off.
        const x = left + ((at - from) / (to - from)) * drawn;
        return x + ctx.measureText(words).width / 2 <= width;
      });
  });
}
