import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import type { Drawing } from './drawing.ts';
import { usePlot } from './use-plot.ts';
import 'uplot/dist/uPlot.min.css';
import './picture.css';

interface PictureProps {
  /** What the picture is of, for a screen reader. */
  readonly label: string;
  readonly drawing: Drawing;
  /** What a screen reader says of a point. */
  readonly words: (point: number) => string;
  /** The line beneath: of the point that is looked at, or of the whole while none is. */
  readonly line: (point: number | null) => ReactNode;
  /** What stands beneath the first and the last point, where no axis says it. */
  readonly ends?: readonly [first: string, last: string];
  /** Where keys begin; the last point where it is not said. */
  readonly start?: number;
  /** The id of what tells the same in detail. */
  readonly details?: string;
  /** A value on x that stands out. */
  readonly chosen?: number | null;
  readonly size?: 'low' | 'middle' | 'high';
  /** A point was clicked, or Enter pressed on it. */
  readonly onChoose?: (point: number) => void;
}

/**
 * A picture that can be walked through: one stop of the Tab key, then the arrow keys, Home and End.
 * Its keys, its place in the accessibility tree and what assistive tools can do with it are those of
 * a range input that lies over it unseen.
 */
export function Picture({
  label,
  drawing,
  words,
  line,
  ends,
  start,
  details,
  chosen = null,
  size = 'low',
  onChoose,
}: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const [walked, setWalked] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const last = drawing.points - 1;
  const current = Math.min(last, walked ?? start ?? last);
  // A pointer that rests on the picture no longer counts when the keys are used.
  const told = pointed === null ? (isFocused ? current : null) : Math.min(last, pointed);
  const plot = usePlot(box, drawing, { told, chosen });

  function pointUnder({ clientX }: { readonly clientX: number }): number | null {
    const drawn = plot.current;
    if (drawn === null) return null;
    return drawing.pointAt(drawn.posToVal(clientX - drawn.over.getBoundingClientRect().left, 'x'));
  }

  function onPointerMove(event: PointerEvent) {
    setPointed(pointUnder(event));
  }

  return (
    <div className="picture">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the input within has the keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the input within does the same */}
      <div
        className={`picture-box picture-${size} ${onChoose === undefined ? '' : 'picture-choosable'}`}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const point = pointUnder(event);
          if (point === null) return;
          setWalked(point);
          // The keys go on from there.
          range.current?.focus({ preventScroll: true });
          onChoose?.(point);
        }}
      >
        <div className="picture-canvas" ref={box} />
        <input
          ref={range}
          type="range"
          className="picture-range"
          aria-label={label}
          aria-details={details}
          aria-valuetext={words(told ?? current)}
          min={0}
          max={last}
          step={1}
          value={current}
          onChange={(event) => {
            setPointed(null);
            setWalked(event.currentTarget.valueAsNumber);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onChoose?.(current);
          }}
          onFocus={() => setIsFocused(true)}
          onBlur={() => setIsFocused(false)}
        />
      </div>
      {ends !== undefined && (
        <p className="picture-ends tabular" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      <div className="picture-line tabular" aria-hidden="true">
        {line(told)}
      </div>
    </div>
  );
}
