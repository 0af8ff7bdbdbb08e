import type uPlot from 'uplot';
import type { Paint } from './paint.ts';

const RADIUS = 4;
const RIM = 1.5;

/** A point that stands out from the line it is on, by a rim of paper. */
export function drawDot(
  plot: uPlot,
  { x, y }: { readonly x: number; readonly y: number },
  paint: Paint,
  colour: string,
): void {
  const { ctx } = plot;
  ctx.save();
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(
    plot.valToPos(x, 'x', true),
    plot.valToPos(y, 'y', true),
    RADIUS * devicePixelRatio,
    0,
    2 * Math.PI,
  );
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.lineWidth = RIM * devicePixelRatio;
  ctx.strokeStyle = paint.colour('--paper');
  ctx.stroke();
  ctx.restore();
}
