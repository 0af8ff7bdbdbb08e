import type { StoredPassKind } from '../storage/passes.ts';

export interface DueInput {
  readonly nowMs: number;
  /** What the user chose, or longer where that cannot be afforded: see `affordableIntervalMs`. */
  readonly intervalMs: number;
  /** Null before the first pass is done. */
  readonly baselineAtMs: number | null;
  readonly lastCheckAtMs: number | null;
  /** A pass that was begun and not ended. */
  readonly unfinished: StoredPassKind | null;
  /** A pause that the user asked for; `untilMs` null: until it is ended. */
  readonly userPause: { readonly untilMs: number | null } | null;
  /** Until when nothing may be tried; null when nothing stands in the way. */
  readonly pausedUntilMs: number | null;
}

export type Due =
  | { readonly kind: 'now'; readonly pass: StoredPassKind }
  | { readonly kind: 'at'; readonly atMs: number }
  /** Nothing, until the user says so. */
  | { readonly kind: 'when-resumed' };

/**
 * What is to be done now, or when to look again. Everything is an absolute time, so that sleep and
 * a clock that was set change nothing but the answer. What of the library a check looks at is decided
 * for each list when its turn comes: `isCollectionDue`, `decideContents`, `rotationShare`.
 */
export function decideDue(input: DueInput): Due {
  const { nowMs, pausedUntilMs } = input;
  const userPause = pauseNow(input.userPause, nowMs);
  if (userPause !== null) {
    return userPause.untilMs === null
      ? { kind: 'when-resumed' }
      : { kind: 'at', atMs: userPause.untilMs };
  }
  if (pausedUntilMs !== null && pausedUntilMs > nowMs) {
    return { kind: 'at', atMs: pausedUntilMs };
  }
  if (input.unfinished !== null) {
    return { kind: 'now', pass: input.unfinished };
  }
  if (input.baselineAtMs === null || input.lastCheckAtMs === null) {
    return { kind: 'now', pass: 'first-pass' };
  }
  const nextCheckAtMs = nextCheckAt(input.lastCheckAtMs, input.intervalMs, nowMs);
  return nextCheckAtMs > nowMs
    ? { kind: 'at', atMs: nextCheckAtMs }
    : { kind: 'now', pass: 'light-check' };
}

/** The user's pause as far as it still holds. */
export function pauseNow(pause: DueInput['userPause'], nowMs: number): DueInput['userPause'] {
  return pause === null || (pause.untilMs !== null && pause.untilMs <= nowMs) ? null : pause;
}

/** A last check that lies in the future means that the clock went back: wait one interval at most. */
export function nextCheckAt(lastCheckAtMs: number, intervalMs: number, nowMs: number): number {
  return Math.min(lastCheckAtMs, nowMs) + intervalMs;
}
