import type { TroubleCause } from './trouble-notice.ts';

const DAY_MS = 86_400_000;
/** Long enough not to nag, short enough that a library does not go unwatched for weeks. */
const REPEAT_AFTER_MS = 3 * DAY_MS;
/** Whoever has just started the computer is there to read it. */
const REPEAT_AT_START_AFTER_MS = DAY_MS;

/** A trouble that was told and is not over. */
export interface TroubleTold {
  readonly cause: TroubleCause;
  /** When it was told last, by the clock on the wall. */
  readonly atMs: number;
}

/**
 * In how many milliseconds a trouble that lasts is to be told again; 0 or less where it is due. One
 * that seems to have been told days ahead was told by a clock that was wrong, and is due as well.
 *
 * @param nowMs wall-clock time; it may jump
 */
export function toldAgainInMs({ atMs }: Pick<TroubleTold, 'atMs'>, nowMs: number): number {
  return leftMs(REPEAT_AFTER_MS, atMs, nowMs);
}

/** Whether one that was told in a former run is told again at a start. */
export function isToldAgainAtStart({ atMs }: Pick<TroubleTold, 'atMs'>, nowMs: number): boolean {
  return leftMs(REPEAT_AT_START_AFTER_MS, atMs, nowMs) <= 0;
}

function leftMs(limitMs: number, atMs: number, nowMs: number): number {
  const agoMs = nowMs - atMs;
  return agoMs <= -limitMs ? 0 : limitMs - agoMs;
}
