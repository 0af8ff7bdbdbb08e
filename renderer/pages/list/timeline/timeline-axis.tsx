import { memo } from 'react';
import { timeMarks } from '../../../../shared/texts/time-marks.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import type { TimeScale } from './time-scale.ts';

/** What a mark takes up with some air. */
const MARK_PX = 84;
/** Closer to an end than this, a mark would be cut. */
const MARGIN_PX = 24;

interface TimelineAxisProps {
  readonly startMs: number;
  readonly endMs: number;
  readonly scale: TimeScale;
  readonly width: number;
}

/** Round moments below the band. The handles say theirs, so this is for the eyes. */
export const TimelineAxis = memo(function TimelineAxis(props: TimelineAxisProps) {
  const { startMs, endMs, scale, width } = props;
  const { format } = useWindowState();
  const marks = timeMarks(startMs, endMs, Math.max(1, Math.floor(width / MARK_PX)), format);
  return (
    <div className="timeline-axis tabular" aria-hidden="true">
      {marks.map(({ atMs, words }) => {
        const x = scale.xOf(atMs);
        return x < MARGIN_PX || x > width - MARGIN_PX ? null : (
          <span key={atMs} style={{ left: x }}>
            {words}
          </span>
        );
      })}
    </div>
  );
});
