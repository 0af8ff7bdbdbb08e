import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { HistoricListKind } from '../../../../shared/history.ts';
import { listTexts, spokenState } from '../../../../shared/texts/list-texts.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import type { KnownTimeline } from '../list-timeline.ts';
import { indexAt, type ObservedState } from './observed-state.ts';
import { stepState } from './step-state.ts';
import { timeScale } from './time-scale.ts';
import { TimelineAxis } from './timeline-axis.tsx';
import { BAND_PX, TimelineDrawing } from './timeline-drawing.tsx';
import { useFollowing } from './use-following.ts';
import { useWidth } from './use-width.ts';
import './timeline.css';

const INSET_PX = 10;

export interface TimelineHandle {
  readonly label: string;
  readonly index: number;
  /** Where it stands, which may be any time at which its state still held. */
  readonly atMs: number;
}

interface TimelineProps {
  readonly timeline: KnownTimeline;
  readonly kind: HistoricListKind;
  /** One, or two of which the first never stands after the second. */
  readonly handles: readonly TimelineHandle[];
  readonly onMove: (handle: number, index: number) => void;
}

/** The whole history of a list as a band. Handles are dragged along it, or moved with keys. */
export function Timeline({ timeline, kind, handles, onMove }: TimelineProps) {
  const { format } = useWindowState();
  const { states, points, openedAtMs } = timeline;
  const band = useRef<HTMLDivElement>(null);
  const knobs = useRef<(HTMLDivElement | null)[]>([]);
  const width = useWidth(band);
  const keysId = useId();
  const [startMs, endMs] = useMemo(() => endsOf(states, openedAtMs), [states, openedAtMs]);
  const scale = useMemo(() => timeScale(startMs, endMs, width, INSET_PX), [startMs, endMs, width]);
  const settled = handles.map(({ index }) => index);
  const { shown, move } = useFollowing(settled, onMove);
  const [dragged, setDragged] = useState<{ handle: number; x: number } | null>(null);

  const xs = handles.map(({ index, atMs }, handle) => {
    if (dragged?.handle === handle) return dragged.x;
    const state = states[shown[handle] ?? index];
    return scale.xOf(shown[handle] === index ? atMs : (state?.atMs ?? atMs));
  });

  function moveTo(handle: number, index: number): void {
    const least = handle === 0 ? 0 : (shown[handle - 1] ?? 0);
    const most = shown[handle + 1] ?? states.length - 1;
    const within = Math.max(least, Math.min(most, index));
    if (within !== shown[handle]) move(handle, within);
  }

  function drag(handle: number, event: PointerEvent<HTMLElement>): void {
    const left = event.currentTarget.getBoundingClientRect().left;
    const x = Math.max(INSET_PX, Math.min(width - INSET_PX, event.clientX - left));
    setDragged({ handle, x });
    moveTo(handle, Math.max(0, indexAt(states, scale.timeAt(x))));
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const handle = nearest(xs, x);
    event.currentTarget.setPointerCapture(event.pointerId);
    // The browser would give the focus to what lies under the pointer.
    event.preventDefault();
    knobs.current[handle]?.focus({ preventScroll: true });
    drag(handle, event);
  }

  function onKeyDown(handle: number, event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = stepState(event.key, shown[handle] ?? 0, states, format);
    if (index === null) return;
    event.preventDefault();
    moveTo(handle, index);
  }

  const [from, to] = shown.map((index) => states[index]);
  return (
    <div className="timeline">
      <div
        className="timeline-band"
        ref={band}
        data-dragged={dragged !== null}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => dragged !== null && drag(dragged.handle, event)}
        onPointerUp={() => setDragged(null)}
        onLostPointerCapture={() => setDragged(null)}
      >
        {width > 0 && (
          <>
            <TimelineDrawing
              states={states}
              points={points}
              endMs={endMs}
              scale={scale}
              width={width}
            />
            {from !== undefined && (
              <HeldSpan
                fromX={to === undefined ? scale.xOf(from.atMs) : (xs[0] ?? 0)}
                toX={to === undefined ? scale.xOf(from.untilMs) : (xs[1] ?? 0)}
              />
            )}
          </>
        )}
        {handles.map(({ label, index }, handle) => {
          const state = states[shown[handle] ?? index];
          return (
            <div
              key={label}
              className="timeline-handle"
              role="slider"
              tabIndex={0}
              ref={(element) => {
                knobs.current[handle] = element;
              }}
              aria-label={label}
              aria-describedby={keysId}
              aria-valuemin={0}
              aria-valuemax={states.length - 1}
              aria-valuenow={shown[handle] ?? index}
              aria-valuetext={state === undefined ? '' : spokenState(state, kind, format)}
              style={{ transform: `translateX(${xs[handle] ?? 0}px)`, height: BAND_PX }}
              onKeyDown={(event) => onKeyDown(handle, event)}
            />
          );
        })}
      </div>
      <TimelineAxis startMs={startMs} endMs={endMs} scale={scale} width={width} />
      <p className="visually-hidden" id={keysId}>
        {listTexts.keys}
      </p>
    </div>
  );
}

/** For how long the list is known to have been so, or what lies between the two times. */
function HeldSpan({ fromX, toX }: { readonly fromX: number; readonly toX: number }) {
  return (
    <span
      className="timeline-held"
      style={{ left: fromX, width: Math.max(2, toX - fromX), height: BAND_PX }}
    />
  );
}

function endsOf(states: readonly ObservedState[], openedAtMs: number): readonly [number, number] {
  let startMs = openedAtMs;
  let endMs = openedAtMs;
  for (const { atMs, untilMs } of states) {
    startMs = Math.min(startMs, atMs);
    endMs = Math.max(endMs, untilMs);
  }
  return [startMs, endMs];
}

/** The handle that a press means. Of two at the same place the one on the side of the press. */
function nearest(xs: readonly number[], x: number): number {
  const [first = 0, second] = xs;
  if (second === undefined) return 0;
  return x > (first + second) / 2 ? 1 : 0;
}
