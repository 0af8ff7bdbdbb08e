import type { Clock } from '../../shared/clock.ts';
import { SYSTEM_OFFLINE } from '../session/offline-cause.ts';
import type { NetworkFailure } from './api-failure.ts';
import { type Moment, momentOf } from './elapsed-time.ts';
import { lookPauseMs, probePauseMs, type TryCost } from './probe-pause.ts';
import type { RequestOrigin } from './spotify-api.ts';

/** However much word comes from outside, tries are at least this far apart. */
const SHORTEST_PAUSE_MS = 1_000;

/** One call of the client, with all its tries. */
export interface Caller {
  readonly origin: RequestOrigin;
}

/** Spotify is out of reach. */
interface Outage {
  readonly code: string;
  readonly since: Moment;
  /** Calls in a row that came to nothing, the last of them by this caller. */
  readonly failures: number;
  readonly failedBy: Caller | null;
  /** From here the pause counts. */
  readonly lastTry: Moment;
  readonly pauseMs: number;
}

export interface ReachabilityParts {
  readonly clock: Clock;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** What the system says; false is believed, true is not. */
  readonly isOnline: () => boolean;
}

/**
 * Knows whether Spotify can be reached. While it cannot, one call at a time looks whether it is
 * back, after ever longer pauses, and all others are refused at once; while the system says that it
 * is offline, nothing is tried at all. Whatever answers ends the outage.
 */
export class Reachability {
  readonly #parts: ReachabilityParts;
  #outage: Outage | null = null;
  /** Who looks whether Spotify is back. */
  #prober: Caller | null = null;

  constructor(parts: ReachabilityParts) {
    this.#parts = parts;
  }

  get isOut(): boolean {
    return this.#outage !== null;
  }

  /** Why this call may not be tried now; null when it may. */
  refusal(caller: Caller): NetworkFailure | null {
    if (!this.#parts.isOnline()) {
      return this.#refused(this.#systemIsOffline());
    }
    const outage = this.#outage;
    if (outage === null || this.#prober === caller) {
      return null;
    }
    const mayLook =
      this.#prober === null &&
      // The system's word that it is back is worth a look, and so is a user's wish.
      (outage.code === SYSTEM_OFFLINE ||
        caller.origin === 'by-hand' ||
        this.#pauseLeftMs(outage) === 0);
    return mayLook ? null : this.#refused(outage);
  }

  /** As `refusal`; during an outage, a call that may be tried is from now on the one that looks. */
  admit(caller: Caller): NetworkFailure | null {
    const refusal = this.refusal(caller);
    if (refusal === null && this.#outage !== null) {
      this.#prober = caller;
    }
    return refusal;
  }

  /** Something answered, whatever it said. */
  answered(): void {
    this.#outage = null;
    this.#prober = null;
  }

  /**
   * A try came to nothing. The first call that this happens to may look again by itself.
   */
  failed(caller: Caller, code: string, cost: TryCost): NetworkFailure {
    let outage = this.#outage;
    if (outage === null || outage.code === SYSTEM_OFFLINE) {
      this.#prober ??= caller;
    }
    if (outage === null || this.#prober === caller) {
      const { clock, random } = this.#parts;
      const before = outage?.failures ?? 0;
      const failures = outage?.failedBy === caller ? before : before + 1;
      const now = momentOf(clock);
      outage = {
        code,
        since: outage?.since ?? now,
        failures,
        failedBy: caller,
        lastTry: now,
        pauseMs: probePauseMs(failures, cost, random()),
      };
      this.#outage = outage;
    }
    return { kind: 'network', code, nextTryAtMs: this.#nextTryAtMs(outage) };
  }

  /** The call has ended. */
  leave(caller: Caller): void {
    if (this.#prober === caller) {
      this.#prober = null;
    }
  }

  /** Word from outside, such as a network that is back: the next look may be soon. */
  expect(): void {
    if (this.#outage !== null) {
      const pauseMs = Math.min(this.#outage.pauseMs, SHORTEST_PAUSE_MS);
      this.#outage = { ...this.#outage, pauseMs };
    }
  }

  #systemIsOffline(): Outage {
    const { clock, random } = this.#parts;
    const before = this.#outage;
    const isOnTime = before === null || this.#pauseLeftMs(before) === 0;
    if (before?.code === SYSTEM_OFFLINE && !isOnTime) {
      return before;
    }
    // Nothing is tried, so all that is known of former tries is from before.
    const now = momentOf(clock);
    const since = before?.since ?? now;
    const outage: Outage = {
      code: SYSTEM_OFFLINE,
      since,
      failures: 0,
      failedBy: null,
      lastTry: now,
      pauseMs: lookPauseMs(passedMs(since, now), random()),
    };
    this.#outage = outage;
    return outage;
  }

  #refused(outage: Outage): NetworkFailure {
    const { code } = outage;
    return { kind: 'network', code, nextTryAtMs: this.#nextTryAtMs(outage), untried: true };
  }

  /** While somebody looks at this very moment, the others need a moment too. */
  #nextTryAtMs(outage: Outage): number {
    return this.#parts.clock.nowMs() + (this.#pauseLeftMs(outage) || SHORTEST_PAUSE_MS);
  }

  /** Over when either hand of the clock says so: one stands still in sleep, one may be set back. */
  #pauseLeftMs({ lastTry, pauseMs }: Outage): number {
    return Math.max(0, Math.ceil(pauseMs - passedMs(lastTry, momentOf(this.#parts.clock))));
  }
}

function passedMs(before: Moment, now: Moment): number {
  return Math.max(now.wallMs - before.wallMs, now.monotonicMs - before.monotonicMs);
}
