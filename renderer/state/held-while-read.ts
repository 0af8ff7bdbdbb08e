import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Held<T> {
  readonly shown: T;
  /** Something newer is there than what is shown. */
  readonly isHeld: boolean;
  /** Shows the newest. */
  readonly show: () => void;
  /** Lets the next change through: it is the answer to something the user does. */
  readonly expect: () => void;
}

interface HeldOptions<T> {
  /** Where the eyes may be. */
  readonly area: RefObject<HTMLElement | null>;
  /** Whether rows would move, rather than only say something else. */
  readonly moves: (shown: T, latest: T) => boolean;
  /** For what is not on screen yet and pushes the rest away: shown once the area is left. */
  readonly isOnlyUntilLeft?: (shown: T) => boolean;
}

/** Holds a list still while it is read; whoever only passes by sees the newest at once. */
export function useHeldWhileRead<T>(latest: T, options: HeldOptions<T>): Held<T> {
  const { area, moves, isOnlyUntilLeft } = options;
  const [shown, setShown] = useState(latest);
  const isExpected = useRef(false);
  const isHeld = shown !== latest;
  // After each drawing and before it is seen: what is read can only be asked of the page itself.
  useLayoutEffect(() => {
    if (shown === latest) return;
    const isMove = moves(shown, latest);
    if (isMove && !isExpected.current && isBeingRead(area.current)) return;
    if (isMove) isExpected.current = false;
    setShown(latest);
  });
  const untilLeft = isHeld && isOnlyUntilLeft?.(shown) === true;
  useLayoutEffect(() => {
    const element = area.current;
    if (!untilLeft || element === null) return;
    const look = (): void => {
      if (!isBeingRead(element)) setShown(latest);
    };
    element.addEventListener('pointerleave', look);
    element.addEventListener('focusout', look);
    return () => {
      element.removeEventListener('pointerleave', look);
      element.removeEventListener('focusout', look);
    };
  }, [area, untilLeft, latest]);
  return {
    shown,
    isHeld,
    show: () => setShown(latest),
    expect: () => {
      isExpected.current = true;
    },
  };
}

/** Whether somebody points at it, is in it with the keyboard, or has scrolled to it. */
function isBeingRead(area: HTMLElement | null): boolean {
  if (area === null) return false;
  const scroller = area.closest('#main');
  return (
    area.matches(':hover') ||
    area.contains(document.activeElement) ||
    (scroller !== null && scroller.scrollTop > 0)
  );
}
