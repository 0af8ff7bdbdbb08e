import { memo, useId, useMemo } from 'react';
import type { ListSizePoint } from '../../../../shared/list-sizes.ts';
import type { ObservedState } from './observed-state.ts';
import { sizeLine } from './size-line.ts';
import { type TimeScale, tickPositions } from './time-scale.ts';

/** Height of the band. */
export const BAND_PX = 56;
const TICK_PX = 6;

interface TimelineDrawingProps {
  readonly states: readonly ObservedState[];
  readonly points: readonly ListSizePoint[];
  readonly endMs: number;
  readonly scale: TimeScale;
  readonly width: number;
}

/** The size of the list over time, a tick for each change, and hatching where nobody looked. */
export const TimelineDrawing = memo(function TimelineDrawing(props: TimelineDrawingProps) {
  const { states, points, endMs, scale, width } = props;
  const hatching = useId();
  const { line, area, unknown } = useMemo(
    () => sizeLine(points, endMs, scale, BAND_PX),
    [points, endMs, scale],
  );
  const ticks = useMemo(() => {
    const times = states.map(({ atMs }) => atMs);
    return tickPositions(times, scale)
      .map((x) => `M${x} ${BAND_PX}v${-TICK_PX}`)
      .join('');
  }, [states, scale]);
  return (
    <svg className="timeline-drawing" width={width} height={BAND_PX} aria-hidden="true">
      <defs>
        <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="timeline-hatch" d="M-1 7 7-1M-1 1 1-1M5 7 7 5" />
        </pattern>
      </defs>
      {unknown.map(({ fromX, toX }) => (
        <rect
          key={fromX}
          x={fromX}
          width={toX - fromX}
          height={BAND_PX}
          fill={`url(#${hatching})`}
        />
      ))}
      <path className="timeline-area" d={area} />
      <path className="timeline-line" d={line} />
      <path className="timeline-ticks" d={ticks} />
    </svg>
  );
});
