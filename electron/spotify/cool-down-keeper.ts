import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { type CoolDownCause, coolDownMs } from './cool-down.ts';
import type { CountedTime } from './counted-time.ts';
import type { CoolDown, LedgerStore, StoredCoolDown } from './ledger-store.ts';
import { LONGEST_WAIT_MS } from './retry-after.ts';

const CLOCK_JITTER_MS = 2_000;

type Held = StoredCoolDown & { readonly untilCountedMs: number };

export interface CoolDownKeeperParts {
  readonly clock: Clock;
  readonly time: CountedTime;
  readonly store: LedgerStore;
  readonly logger: Logger;
  /** Who asks Spotify now; null while nobody does. */
  readonly clientId: () => string | null;
}

/**
 * The one cool-down that all requests share. It outlives the process, and belongs to the client id
 * that was told to wait: another one does not inherit it, and who comes back to the former one finds
 * it again.
 *
 * It ends by counted time and not by the wall clock: a day too early would lead straight into a block
 * that then becomes longer (facts §3). So a clock that is set never ends it while the app runs and
 * the machine tells its uptime; where it does not tell it, and while the app is not running, a clock
 * set ahead can end it up to 18 hours early (`creditFor`). It never lasts longer than 48 hours of a
 * running machine.
 */
export class CoolDownKeeper {
  readonly #parts: CoolDownKeeperParts;
  /** For whom the rest of this holds. */
  #client: string;
  #held: Held | null = null;
  #refusals: { readonly reason: CoolDown['reason']; readonly inARow: number } | null = null;

  constructor(parts: CoolDownKeeperParts) {
    this.#parts = parts;
    this.#client = parts.clientId() ?? NOBODY;
    this.#held = this.#load();
  }

  /** The cool-down that holds now, its end in today's wall-clock time; null when there is none. */
  current(): CoolDown | null {
    this.#follow();
    const { clock, time } = this.#parts;
    const held = this.#held;
    if (held === null) {
      return null;
    }
    const leftMs = held.untilCountedMs - time.nowMs();
    if (leftMs <= 0) {
      this.#clear();
      return null;
    }
    const untilMs = Math.ceil(clock.nowMs() + leftMs);
    // The hands of the clock differ by a little; the end should not seem to move for that.
    const isSteady = Math.abs(held.untilMs - untilMs) < CLOCK_JITTER_MS;
    return { reason: held.reason, untilMs: isSteady ? held.untilMs : untilMs };
  }

  /** Begins the wait that an answer asked for. A longer one that holds already stays. */
  begin(cause: CoolDownCause): CoolDown {
    this.#follow();
    const inARow = this.#refusals?.reason === cause.reason ? this.#refusals.inARow + 1 : 1;
    this.#refusals = { reason: cause.reason, inARow };
    const { clock, time } = this.#parts;
    const waitMs = coolDownMs(cause, inARow);
    const untilCountedMs = time.nowMs() + waitMs;
    const current = this.current();
    if (current !== null && this.#held !== null && this.#held.untilCountedMs >= untilCountedMs) {
      return current;
    }
    const untilMs = Math.ceil(clock.nowMs() + waitMs);
    this.#hold({ reason: cause.reason, untilMs, untilCountedMs });
    return { reason: cause.reason, untilMs };
  }

  /** Spotify answered as it should. Waits run on; only a lapsed Premium is known to be back. */
  answered(): void {
    this.#follow();
    this.#refusals = null;
    if (this.#held?.reason === 'premium-lapsed') {
      this.#clear();
    }
  }

  /** Takes up the wait of whoever asks now, where that is another than before. */
  #follow(): void {
    const client = this.#parts.clientId() ?? NOBODY;
    if (client !== this.#client) {
      this.#client = client;
      this.#refusals = null;
      this.#held = this.#load();
    }
  }

  #hold(held: Held): void {
    this.#held = held;
    this.#parts.store.writeCoolDown(this.#client, held);
  }

  #clear(): void {
    this.#held = null;
    this.#parts.store.writeCoolDown(this.#client, null);
  }

  #load(): Held | null {
    const { clock, time } = this.#parts;
    const stored = this.#read();
    if (stored === null) {
      return null;
    }
    const nowMs = time.nowMs();
    // An end that cannot be read: the same wait once more, as if it had just been asked for.
    const leftMs =
      stored.untilCountedMs === null
        ? coolDownMs({ reason: stored.reason, retryAfterMs: null }, 1)
        : stored.untilCountedMs - nowMs;
    if (stored.untilCountedMs !== null && leftMs <= LONGEST_WAIT_MS) {
      return { ...stored, untilCountedMs: stored.untilCountedMs };
    }
    const boundedMs = Math.min(LONGEST_WAIT_MS, leftMs);
    const held = {
      reason: stored.reason,
      untilMs: Math.ceil(clock.nowMs() + boundedMs),
      untilCountedMs: nowMs + boundedMs,
    };
    this.#parts.store.writeCoolDown(this.#client, held);
    return held;
  }

  /** A store that cannot be read must not stop the app: at worst Spotify refuses once more. */
  #read(): StoredCoolDown | null {
    try {
      const { store } = this.#parts;
      const own = store.readCoolDown(this.#client);
      const nobodys = this.#client === NOBODY ? null : store.readCoolDown(NOBODY);
      if (nobodys === null) {
        return own;
      }
      store.writeCoolDown(NOBODY, null);
      store.writeCoolDown(this.#client, own ?? nobodys);
      return own ?? nobodys;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      this.#parts.logger.warn('The stored cool-down could not be read', { reason });
      return null;
    }
  }
}

/**
 * For waits that are told while nobody is signed in, and for those that an older version stored
 * without a client id: whoever signs in first takes them over.
 */
const NOBODY = '';
