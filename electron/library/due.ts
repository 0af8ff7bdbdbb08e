import type { StoredPassKind } from '../storage/passes.ts';

const DAY_MS = 24 * 3_600_000;
/** Rows a page of saved tracks brings beyond the one it overlaps. */
const FRESH_ROWS_A_PAGE = 49;
/** What a full pass may take of the day's requests, so that checks and the user keep the rest. */
const FULL_PASS_SHARE = 0.5;

export interface DueInput {
  readonly nowMs: number;
  readonly intervalMs: number;
  /** Null before the first pass is done. */
  readonly baselineAtMs: number | null;
  readonly lastCheckAtMs: number | null;
  /** When the saved tracks were last read from end to end. */
  readonly lastFullPassAtMs: number | null;
  /** A pass that was begun and not ended. */
  readonly unfinished: StoredPassKind | null;
  /** Until when nothing may be tried; null when nothing stands in the way. */
  readonly pausedUntilMs: number | null;
  readonly savedTracks: number;
  readonly requests: { readonly usedInLastDay: number; readonly budgetPerDay: number };
}

export type Due =
  | { readonly kind: 'now'; readonly pass: StoredPassKind }
  | { readonly kind: 'at'; readonly atMs: number };

/**
 * What is to be done now, or when to look again. Everything is an absolute time, so that sleep and
 * a clock that was set change nothing but the answer.
 */
export function decideDue(input: DueInput): Due {
  const { nowMs, pausedUntilMs } = input;
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
  if (nextCheckAtMs > nowMs) {
    return { kind: 'at', atMs: nextCheckAtMs };
  }
  return { kind: 'now', pass: isFullPassDue(input) ? 'full-pass' : 'light-check' };
}

/** A last check that lies in the future means that the clock went back: wait one interval at most. */
export function nextCheckAt(lastCheckAtMs: number, intervalMs: number, nowMs: number): number {
  return Math.min(lastCheckAtMs, nowMs) + intervalMs;
}

/**
 * Once a day the saved tracks are read from end to end, which alone shows what became unavailable.
 * A library so large that this would eat the budget is read less often: at most half of the requests
 * that are left, and the share of a day that it costs is spread over as many days.
 */
function isFullPassDue(input: DueInput): boolean {
  const { nowMs, lastFullPassAtMs, savedTracks, requests } = input;
  const cost = Math.ceil(savedTracks / FRESH_ROWS_A_PAGE) + 1;
  const left = requests.budgetPerDay - requests.usedInLastDay;
  if (cost > left * FULL_PASS_SHARE) {
    return false;
  }
  const share = cost / (requests.budgetPerDay * DAILY_SHARE);
  const everyMs = Math.max(1, Math.ceil(share)) * DAY_MS;
  return (
    lastFullPassAtMs === null || nowMs - lastFullPassAtMs >= everyMs || lastFullPassAtMs > nowMs
  );
}

/** What full passes may cost a day on average, as a share of the budget. */
const DAILY_SHARE = 0.1;
