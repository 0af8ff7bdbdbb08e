import { isRefreshDue } from './refresh-schedule.ts';
import type { SessionStanding } from './session-model.ts';

/** How long a refused refresh token is kept aside (facts §1). */
const KEPT_ASIDE_MS = 24 * 3_600_000;
/** No planned try is ever further away than this: more means that the clock was set back. */
const LONGEST_PLAN_MS = 2 * 3_600_000;

/** What is to be done at a deadline. */
export type DueWork = 'refresh' | 'save' | 'erase-kept' | 'end-token';

interface Deadline {
  readonly work: DueWork;
  readonly atMs: number;
}

/** What a session waits for, as absolute times; empty where only the user can help. */
export function deadlinesOf(
  standing: SessionStanding,
  saveRetryAtMs: number,
  nowMs: number,
): readonly Deadline[] {
  if (standing.kind === 'ended') {
    const atMs = standing.kept?.setAside?.atMs;
    return atMs === undefined ? [] : [{ work: 'erase-kept', atMs: atMs + KEPT_ASIDE_MS }];
  }
  if (standing.kind !== 'holding') {
    return [];
  }
  const { accessRefused, tokens, refresh, unsaved } = standing;
  const deadlines: Deadline[] = [];
  if (unsaved !== null) {
    deadlines.push({ work: 'save', atMs: believable(saveRetryAtMs, nowMs) });
  }
  if (refresh.kind === 'planned' && refresh.atMs === null) {
    deadlines.push({
      work: 'end-token',
      atMs: accessRefused ? nowMs : tokens.accessTokenExpiresAtMs,
    });
  }
  if (refresh.kind === 'planned' && refresh.atMs !== null) {
    const due = isRefreshDue(tokens, refresh.atMs, nowMs);
    deadlines.push({ work: 'refresh', atMs: due ? nowMs : refresh.atMs });
  }
  if (refresh.kind === 'delayed') {
    deadlines.push({ work: 'refresh', atMs: believable(refresh.nextTryAtMs, nowMs) });
  }
  return deadlines;
}

function believable(atMs: number, nowMs: number): number {
  return atMs - nowMs > LONGEST_PLAN_MS ? nowMs : atMs;
}
