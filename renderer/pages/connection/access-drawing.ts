import type uPlot from 'uplot';
import { shortSpan } from '../../../shared/texts/access-picture-texts.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { numberAxis, timeAxis } from '../../pictures/axes.ts';
import { drawDot } from '../../pictures/draw-dot.ts';
import type { Drawing, Pointed } from '../../pictures/drawing.ts';
import type { Paint } from '../../pictures/paint.ts';
import { type AccessEvent, type AccessLives, nearestEvent } from './access-lives.ts';

const LINE_WIDTH = 1.5;

/** Each life of access as a slope, from a whole one down to its renewal. */
export function accessDrawing(lives: AccessLives, format: TextFormat): Drawing {
  const { times, left, leftLater, lifeMs, events } = lives;
  return {
    data: [[...times], [...left], [...leftLater]],
    points: events.length,
    pointAt: (atMs) => nearestEvent(events, atMs),
    options: (paint, pointed) => ({
      padding: [8, 12, 0, 0],
      scales: {
        x: { time: false, range: () => [lives.fromMs, lives.toMs] },
        y: { range: () => [0, lifeMs] },
      },
      axes: [
        timeAxis(paint, format),
        numberAxis(paint, [0, lifeMs / 2, lifeMs], (mark) => shortSpan(mark, format)),
      ],
      series: [
        {},
        {
          stroke: () => paint.colour('--picture-stroke'),
          fill: () => paint.colour('--hover'),
          width: LINE_WIDTH,
          points: { show: false },
        },
        {
          stroke: () => paint.colour('--picture-stroke'),
          width: 1,
          dash: [2, 3],
          points: { show: false },
        },
      ],
      hooks: {
        drawAxes: [(plot) => drawRenewalBand(plot, lives, paint)],
        draw: [(plot) => drawEvents(plot, events, paint, pointed())],
      },
    }),
  };
}

/** Where a renewal belongs: every slope should turn within. */
function drawRenewalBand(plot: uPlot, { renewedWith }: AccessLives, paint: Paint): void {
  if (renewedWith === null) return;
  const { ctx, bbox } = plot;
  const top = plot.valToPos(renewedWith.mostMs, 'y', true);
  ctx.fillStyle = paint.colour('--picture-band');
  ctx.fillRect(bbox.left, top, bbox.width, plot.valToPos(renewedWith.leastMs, 'y', true) - top);
}

function drawEvents(
  plot: uPlot,
  events: readonly AccessEvent[],
  paint: Paint,
  { told }: Pointed,
): void {
  for (const [index, { kind, atMs, leftMs }] of events.entries()) {
    const isTold = index === told;
    if (isTold) {
      const x = Math.round(plot.valToPos(atMs, 'x', true));
      plot.ctx.fillStyle = paint.colour('--picture-cursor');
      plot.ctx.fillRect(x, plot.bbox.top, Math.round(devicePixelRatio), plot.bbox.height);
    }
    if (isTold || kind === 'now' || kind === 'failed') {
      const token = { now: '--picture-mark', failed: '--picture-attention' } as const;
      const colour = kind === 'now' || kind === 'failed' ? token[kind] : '--picture-stroke';
      drawDot(plot, { x: atMs, y: Math.max(0, leftMs ?? 0) }, paint, paint.colour(colour));
    }
  }
}
