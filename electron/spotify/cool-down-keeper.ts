import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import {
  type CoolDownCause,
  coolDownLeftMs,
  coolDownMs,
  type HeldCoolDown,
  holdCoolDown,
} from './cool-down.ts';
import { momentOf } from './elapsed-time.ts';
import type { CoolDown, LedgerStore } from './ledger-store.ts';

const CLOCK_JITTER_MS = 2_000;

/** The one cool-down that all requests share. It outlives the process. */
export class CoolDownKeeper {
  readonly #clock: Clock;
  readonly #store: LedgerStore;
  #held: HeldCoolDown | null;
  #rateLimitsInARow = 0;

  constructor(clock: Clock, store: LedgerStore, logger: Logger) {
    this.#clock = clock;
    this.#store = store;
    const stored = readStored(store, logger);
    this.#held = stored === null ? null : holdCoolDown(stored, momentOf(clock));
  }

  /** The cool-down that holds now, its end in today's wall-clock time; null when there is none. */
  current(): CoolDown | null {
    if (this.#held === null) {
      return null;
    }
    const leftMs = coolDownLeftMs(this.#held, momentOf(this.#clock));
    if (leftMs === 0) {
      this.#clear();
      return null;
    }
    const { coolDown } = this.#held;
    const untilMs = Math.ceil(this.#clock.nowMs() + leftMs);
    // The two hands of the clock differ by a little; the end should not seem to move for that.
    return coolDown.untilMs - untilMs < CLOCK_JITTER_MS ? coolDown : { ...coolDown, untilMs };
  }

  /** Begins the wait that an answer asked for. A longer one that holds already stays. */
  begin(cause: CoolDownCause): CoolDown {
    if (cause.reason === 'rate-limited') {
      this.#rateLimitsInARow += 1;
    }
    const now = momentOf(this.#clock);
    const waitMs = coolDownMs(cause, this.#rateLimitsInARow);
    const held = this.current();
    if (held !== null && held.untilMs >= now.wallMs + waitMs) {
      return held;
    }
    const next: CoolDown = { reason: cause.reason, untilMs: now.wallMs + waitMs };
    this.#held = holdCoolDown(next, now);
    this.#store.writeCoolDown(next);
    return next;
  }

  /** Spotify answered as it should. Waits run on; only a lapsed Premium is known to be back. */
  answered(): void {
    this.#rateLimitsInARow = 0;
    if (this.#held?.coolDown.reason === 'premium-lapsed') {
      this.#clear();
    }
  }

  /** A wait belongs to the client id that was told to wait (facts §3, §4). */
  forget(): void {
    this.#rateLimitsInARow = 0;
    if (this.#held !== null) {
      this.#clear();
    }
  }

  #clear(): void {
    this.#held = null;
    this.#store.writeCoolDown(null);
  }
}

/** A store that cannot be read must not stop the app: at worst Spotify refuses once more. */
function readStored(store: LedgerStore, logger: Logger): CoolDown | null {
  try {
    return store.readCoolDown();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn('The stored cool-down could not be read', { reason });
    return null;
  }
}
