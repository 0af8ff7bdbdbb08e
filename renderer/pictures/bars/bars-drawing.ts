import type uPlot from 'uplot';
import { numberAxis, wordAxis } from '../axes.ts';
import type { Drawing, Pointed } from '../drawing.ts';
import type { NumberMarks } from '../number-axis.ts';
import type { ColourToken, Paint } from '../paint.ts';
import type { Texture } from '../textures.ts';
import { stackParts } from './stack.ts';

/** How a kind of thing is told from others: by colour and by texture. */
export interface Fill {
  readonly token: ColourToken;
  readonly texture: Texture;
}

export interface BarsSpec {
  /** From the ground up. */
  readonly fills: readonly Fill[];
  readonly bars: readonly {
    /** One for each fill. */
    readonly counts: readonly number[];
    /** Of the picture's, from 0 to 1. */
    readonly height: number;
  }[];
  /** The axis at the left, from 0 to what the full height stands for; null without. */
  readonly numbers: {
    readonly marks: NumberMarks;
    readonly words: (mark: number) => string;
  } | null;
  /** The axis beneath; each mark stands before a bar. */
  readonly marks: readonly { readonly bar: number; readonly words: string }[];
}

const HALF = 0.5;
/** Of a bar's place, and in pixels of the page. */
const GAP_SHARE = 0.2;
const MOST_GAP = 4;
const ROUNDING = 2;

/** Stacked bars, as wide as there is room for. */
export function barsDrawing({ fills, bars, numbers, marks }: BarsSpec): Drawing {
  return {
    data: [bars.map((_, index) => index), ...fills.map((_, fill) => bars.map(countOf(fill)))],
    points: bars.length,
    pointAt: (x) => Math.min(bars.length - 1, Math.max(0, Math.round(x))),
    options: (paint, pointed) => ({
      padding: [numbers === null ? 0 : 8, marks.length === 0 ? 0 : 8, 0, 0],
      scales: {
        x: { time: false, range: () => [-HALF, bars.length - HALF] },
        y: { range: () => [0, numbers?.marks.at(-1) ?? 1] },
      },
      axes: [
        {
          ...wordAxis(paint, () => marks.map(({ bar, words }) => ({ at: bar - HALF, words }))),
          ...(marks.length === 0 ? { size: 1, ticks: { show: false } } : {}),
        },
        numbers === null ? { show: false } : numberAxis(paint, numbers.marks, numbers.words),
      ],
      series: [
        {},
        ...fills.map(({ token, texture }, fill) => ({
          fill: () => paint.fill(token, texture),
          points: { show: false },
          paths: (plot: uPlot) => ({ fill: pathOf(plot, bars, fill), stroke: null }),
        })),
      ],
      hooks: { drawAxes: [(plot) => drawToldPlace(plot, paint, pointed())] },
    }),
  };
}

function countOf(fill: number) {
  return ({ counts }: BarsSpec['bars'][number]) => counts[fill] ?? 0;
}

/** The part of one kind in all bars. */
function pathOf(plot: uPlot, bars: BarsSpec['bars'], fill: number): Path2D {
  const path = new Path2D();
  const { top, height: full } = plot.bbox;
  const ground = top + full;
  for (const [index, { counts, height }] of bars.entries()) {
    const stack = stackParts(counts, height * full, devicePixelRatio);
    const part = stack[fill];
    if (part === null || part === undefined) continue;
    const [from, to] = barEdges(plot, index);
    const y = Math.round(ground - part.to);
    const isTop = stack.findLastIndex((each) => each !== null) === fill;
    const radius = isTop ? Math.min(ROUNDING * devicePixelRatio, (to - from) / 2) : 0;
    path.roundRect(from, y, to - from, Math.round(ground - part.from) - y, [radius, radius, 0, 0]);
  }
  return path;
}

function barEdges(plot: uPlot, index: number): readonly [from: number, to: number] {
  const [from, to] = placeEdges(plot, index);
  const gap = Math.min(MOST_GAP * devicePixelRatio, (to - from) * GAP_SHARE);
  const before = Math.floor(gap / 2);
  return [from + before, Math.max(from + before + 1, to - Math.ceil(gap) + before)];
}

/** The whole place of a bar, up to its neighbours'. */
function placeEdges(plot: uPlot, index: number): readonly [from: number, to: number] {
  const edge = (x: number) => Math.round(plot.valToPos(x, 'x', true));
  return [edge(index - HALF), edge(index + HALF)];
}

function drawToldPlace(plot: uPlot, paint: Paint, { told }: Pointed): void {
  if (told === null) return;
  const { ctx, bbox } = plot;
  const [from, to] = placeEdges(plot, told);
  ctx.fillStyle = paint.colour('--picture-told');
  ctx.fillRect(from, bbox.top, to - from, bbox.height);
}
