import uPlot from 'uplot';
import type { ListSizePoint } from '../../../shared/list-sizes.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { numberAxis, timeAxis } from '../axes.ts';
import { drawDot } from '../draw-dot.ts';
import type { Drawing, Pointed } from '../drawing.ts';
import { numberMarks } from '../number-axis.ts';
import type { Paint } from '../paint.ts';
import { pointAtTime, type SizeLine, sizeLine } from './size-line.ts';

const MOST_NUMBERS = 4;
const HALF_HOUR_MS = 1_800_000;
const LINE_WIDTH = 1.5;

/** @param points - oldest first, one at least */
export function sizeDrawing(points: readonly ListSizePoint[], format: TextFormat): Drawing {
  const line = sizeLine(points);
  const numbers = numberMarks(line.least, line.largest, MOST_NUMBERS);
  const [bottom, top] = [numbers[0], numbers.at(-1) ?? 1];
  return {
    data: [[...line.times], [...line.sizes]],
    points: line.starts.length,
    pointAt: (atMs) => pointAtTime(line.starts, atMs),
    options: (paint, pointed) => ({
      padding: [8, 12, 0, 0],
      scales: {
        x: { time: false, range: (_, from, to) => wideEnough(from, to) },
        y: { range: () => [bottom, top] },
      },
      axes: [
        timeAxis(paint, format),
        numberAxis(paint, numbers, (mark) => groupedNumber(mark, format)),
      ],
      series: [
        {},
        {
          stroke: () => paint.colour('--picture-stroke'),
          width: LINE_WIDTH,
          points: { show: false },
          ...(uPlot.paths.stepped === undefined
            ? {}
            : { paths: uPlot.paths.stepped({ align: 1 }) }),
        },
      ],
      hooks: {
        drawAxes: [(plot) => drawToldStretch(plot, line, paint, pointed())],
        draw: [
          (plot) => drawUnseen(plot, line, paint),
          (plot) => drawDots(plot, line, points, paint, pointed()),
        ],
      },
    }),
  };
}

/** A list that was looked at once has a line too. */
function wideEnough(from: number, to: number): [number, number] {
  return to > from ? [from, to] : [from - HALF_HOUR_MS, to + HALF_HOUR_MS];
}

/** For how long the list was as long as is told. */
function drawToldStretch(plot: uPlot, line: SizeLine, paint: Paint, { told }: Pointed): void {
  if (told === null) return;
  const { ctx, bbox } = plot;
  const from = plot.valToPos(line.starts[told] ?? 0, 'x', true);
  ctx.fillStyle = paint.colour('--picture-told');
  ctx.fillRect(from, bbox.top, plot.valToPos(line.ends[told] ?? 0, 'x', true) - from, bbox.height);
}

function drawUnseen(plot: uPlot, { unseen }: SizeLine, paint: Paint): void {
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = paint.colour('--picture-stroke');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2, 3].map((length) => length * devicePixelRatio));
  ctx.beginPath();
  for (const { fromMs, fromRows, toMs, toRows } of unseen) {
    ctx.moveTo(plot.valToPos(fromMs, 'x', true), plot.valToPos(fromRows, 'y', true));
    ctx.lineTo(plot.valToPos(toMs, 'x', true), plot.valToPos(toRows, 'y', true));
  }
  ctx.stroke();
  ctx.restore();
}

function drawDots(
  plot: uPlot,
  line: SizeLine,
  points: readonly ListSizePoint[],
  paint: Paint,
  { told, chosen }: Pointed,
): void {
  const { ctx, bbox } = plot;
  const rowsOf = (point: number) => points[point]?.rows ?? 0;
  // A list that was looked at once, just now, has no line yet.
  const dotted = told ?? (line.startMs === line.endMs ? 0 : null);
  if (dotted !== null) {
    const startMs = line.starts[dotted] ?? 0;
    const colour = paint.colour('--picture-stroke');
    drawDot(plot, { x: startMs, y: rowsOf(dotted) }, paint, colour);
  }
  if (chosen === null) return;
  const atMs = Math.min(line.endMs, Math.max(line.startMs, chosen));
  const x = Math.round(plot.valToPos(atMs, 'x', true));
  const width = Math.max(1, Math.round(devicePixelRatio));
  const mark = paint.colour('--picture-mark');
  ctx.fillStyle = mark;
  ctx.fillRect(x - width / 2, bbox.top, width, bbox.height);
  drawDot(plot, { x: atMs, y: rowsOf(pointAtTime(line.starts, atMs)) }, paint, mark);
}
