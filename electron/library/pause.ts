import type { PassPause } from '../../shared/library-status.ts';
import { offlineCauseOf } from '../session/offline-cause.ts';
import type { ApiFailure } from '../spotify/api-failure.ts';
import type { StorageFailure } from '../storage/storage-failure.ts';

const MINUTE_MS = 60_000;
const QUARTER_HOUR_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Why a pass stands still. */
export interface Pause {
  readonly pause: PassPause;
  /** When it began. */
  readonly sinceMs: number;
  /** When it is tried again if nothing is heard before. */
  readonly retryAtMs: number;
  /** From when on word from outside (online again, signed in) is reason enough to try. */
  readonly reconsiderFromMs: number;
}

/**
 * Until when a pause holds; null: no more. Where it began in the future, the clock was set back since:
 * one of a minute must not last for as long as that.
 */
export function holdsUntil(pause: Pause | null, nowMs: number): number | null {
  return pause === null || pause.sinceMs > nowMs ? null : pause.retryAtMs;
}

/** A signal from outside does not start a pass that failed a moment ago. */
const SETTLE_MS = 5_000;
/** Shorter: a network that is back may be gone in seconds, and meanwhile much can be read. */
const NETWORK_SETTLE_MS = 1_000;

/**
 * What a failure means for the pass.
 *
 * @param moment.trouble - passes in a row that ended so; each waits twice as long as the one before
 * @param moment.random - from 0 up to but not including 1: takes up to half of such a wait away, so
 *   that not every machine comes back at the same second after an outage
 * @returns null when the app itself is closing
 */
export function pauseAfterFailure(
  failure: ApiFailure,
  moment: { readonly nowMs: number; readonly trouble: number; readonly random: number },
): Pause | null {
  const { nowMs } = moment;
  const mostMs = Math.min(MINUTE_MS * 2 ** Math.min(moment.trouble, 10), QUARTER_HOUR_MS);
  const soonMs = nowMs + Math.round(mostMs * (1 - moment.random / 2));
  switch (failure.kind) {
    case 'not-now':
      return failure.reason === 'closing'
        ? null
        : {
            pause: { kind: 'service', reason: failure.reason, untilMs: failure.untilMs },
            sinceMs: nowMs,
            retryAtMs: failure.untilMs,
            // The budget is ours and may have been raised; a refusal by it costs no request.
            reconsiderFromMs: failure.reason === 'budget-spent' ? nowMs : failure.untilMs,
          };
    case 'session':
      // Asking without a session costs no request, so there is nothing to hold back.
      return {
        pause: { kind: 'session' },
        sinceMs: nowMs,
        retryAtMs: nowMs + QUARTER_HOUR_MS,
        reconsiderFromMs: nowMs,
      };
    case 'unauthorized':
      // Each try refreshes the token, and each refresh is word from outside: that must not circle.
      return {
        pause: { kind: 'session' },
        sinceMs: nowMs,
        retryAtMs: nowMs + QUARTER_HOUR_MS,
        reconsiderFromMs: soonMs,
      };
    case 'network':
      return {
        pause: { kind: 'offline', cause: offlineCauseOf(failure.code) },
        // Whoever knows how long Spotify was out of reach says when a look is worth it.
        sinceMs: nowMs,
        retryAtMs: Math.max(failure.nextTryAtMs ?? soonMs, nowMs + NETWORK_SETTLE_MS),
        reconsiderFromMs: nowMs + NETWORK_SETTLE_MS,
      };
    case 'scope-missing':
    case 'not-allow-listed':
      return {
        pause: { kind: failure.kind },
        sinceMs: nowMs,
        retryAtMs: nowMs + HOUR_MS,
        reconsiderFromMs: nowMs + SETTLE_MS,
      };
    case 'server':
    case 'unreadable':
    case 'forbidden':
    case 'not-found':
    case 'unexpected':
      return {
        pause: { kind: 'service', reason: 'service-trouble', untilMs: soonMs },
        sinceMs: nowMs,
        retryAtMs: soonMs,
        reconsiderFromMs: soonMs,
      };
  }
}

/** What a failure of the disk means for the pass. What was read stays; it goes on when it can. */
export function pauseAfterStorageFailure(failure: StorageFailure, nowMs: number): Pause {
  return {
    pause: { kind: failure === 'disk-full' ? 'disk-full' : 'storage-failed' },
    sinceMs: nowMs,
    retryAtMs: nowMs + 5 * MINUTE_MS,
    reconsiderFromMs: nowMs + MINUTE_MS,
  };
}
