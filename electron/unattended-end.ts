import { assertNever } from '../shared/assert-never.ts';
import type { PassPause } from '../shared/library-status.ts';
import type { ServiceState, SessionState } from '../shared/session-state.ts';
import { pauseAfterFailure } from './library/pause.ts';
import type { ApiFailure } from './spotify/api-failure.ts';

/** Why `--exit-after-sync` ended; the program's exit code follows from it. */
export type UnattendedEnd = 'done' | 'sign-in-needed' | 'waiting' | 'offline' | 'failed';

/** Whether this state ends a run without a user; null while it may still become an active session. */
export function endForSession(state: SessionState): UnattendedEnd | null {
  switch (state.kind) {
    case 'active':
    case 'refreshing':
      return null;
    case 'authorizing':
    case 'confirming-account':
    case 'file-trouble':
    case 'signed-out':
    case 'sign-in-needed':
    case 'keychain-locked':
    case 'keychain-missing':
      // Nobody is there to agree, to answer or to unlock.
      return 'sign-in-needed';
    case 'offline':
      return 'offline';
    case 'waiting':
      return 'waiting';
    default:
      return assertNever(state);
  }
}

/** Whether this state of the Web API ends a run before a check could even start. */
export function endForService(state: ServiceState): UnattendedEnd | null {
  switch (state.kind) {
    case 'ok':
      return null;
    case 'offline':
      return 'offline';
    case 'rate-limited':
    case 'quota-exhausted':
    case 'budget-spent':
    case 'service-trouble':
    case 'premium-lapsed':
      return 'waiting';
    case 'not-allow-listed':
    case 'scope-missing':
      return 'sign-in-needed';
    default:
      return assertNever(state);
  }
}

/** How a check that paused ends the run. What was read is kept; the next run goes on from there. */
export function endForPause(pause: PassPause, session: SessionState): UnattendedEnd {
  switch (pause.kind) {
    case 'session':
      return endForSession(session) ?? 'waiting';
    case 'offline':
      return 'offline';
    case 'service':
    case 'by-user':
      return 'waiting';
    case 'not-allow-listed':
    case 'scope-missing':
      return 'sign-in-needed';
    case 'disk-full':
    case 'storage-failed':
      return 'failed';
    default:
      return assertNever(pause);
  }
}

/** How a request that nobody else answers for, the one for the profile, ends the run. */
export function endForFailure(
  failure: ApiFailure,
  session: SessionState,
  nowMs: number,
): UnattendedEnd {
  const stop = pauseAfterFailure(failure, { nowMs, trouble: 0, random: 0 });
  return stop === null ? 'waiting' : endForPause(stop.pause, session);
}
