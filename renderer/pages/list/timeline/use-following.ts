import { useEffect, useRef, useState } from 'react';
import type { Timer } from '../../../../shared/clock.ts';
import { useWindowState } from '../../../state/window-state-context.ts';

/** The page follows a hand on the timeline at most so often; a browser takes 200 addresses in 10 s. */
const FOLLOW_MS = 100;

export interface Move {
  readonly handle: number;
  readonly index: number;
}

export interface Following {
  /** Where the handles stand on screen: the one that is moved is ahead of the page. */
  readonly shown: readonly number[];
  readonly move: (handle: number, index: number) => void;
}

/**
 * Lets handles follow the hand at once, and the page as fast as it can: of the places on the way the
 * latest wins.
 */
export function useFollowing(
  settled: readonly number[],
  onMove: (handle: number, index: number) => void,
): Following {
  const { clock } = useWindowState();
  const [moving, setMoving] = useState<Move | null>(null);
  const timer = useRef<Timer | null>(null);
  const pending = useRef<Move | null>(null);
  const told = useRef(onMove);
  told.current = onMove;
  useEffect(
    () => () => {
      timer.current?.cancel();
      timer.current = null;
    },
    [],
  );

  function tell(): void {
    const next = pending.current;
    pending.current = null;
    timer.current = next === null ? null : clock.setTimer(FOLLOW_MS, tell);
    if (next !== null) told.current(next.handle, next.index);
  }

  const isThere = moving !== null && settled[moving.handle] === moving.index;
  useEffect(() => {
    if (isThere && pending.current === null) setMoving(null);
  }, [isThere]);

  return {
    shown: settled.map((index, handle) => (moving?.handle === handle ? moving.index : index)),
    move: (handle, index) => {
      pending.current = { handle, index };
      setMoving({ handle, index });
      if (timer.current === null) tell();
    },
  };
}
