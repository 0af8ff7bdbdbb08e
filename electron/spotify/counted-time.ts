import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import {
  creditFor,
  type Moment,
  momentOf,
  surelyPassedMs,
  surelyPassedSinceNoteMs,
  TOLERATED_DRIFT_MS,
} from './elapsed-time.ts';
import type { CountedClock, LedgerStore } from './ledger-store.ts';

/** How much the stored note may lag behind: as much is lost when the process is killed. */
const NOTE_EVERY_MS = 15 * 60_000;

/**
 * Time by which requests are forgotten and waits end. It begins as epoch time and from then on only
 * ever goes forward, as fast as time really passes as far as the machine can know, also across
 * restarts. Setting the wall clock does not move it where the machine tells its uptime (a start
 * can move it by less than 2 minutes, which nobody tells from drift); where it does not, and
 * while the app is not running, see `creditFor`.
 *
 * It never stands still while the app runs: whatever the clocks have done, 24 hours of running are 24
 * hours here. Only an app that is killed again and again after the clock went back, on a machine that
 * does not tell its uptime, needs up to 18 hours more.
 */
export class CountedTime {
  readonly #clock: Clock;
  readonly #store: LedgerStore;
  readonly #start: Moment;
  readonly #startMs: number;
  /** Passed since the start, without credits. */
  #ranMs = 0;
  #creditMs = 0;
  #debtMs = 0;
  /** By how much the wall clock has gone ahead of the other hands, as far as it was dealt with. */
  #settledGapMs = 0;
  #notedMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, store: LedgerStore, logger: Logger) {
    this.#clock = clock;
    this.#store = store;
    this.#start = momentOf(clock);
    this.#startMs = this.#continued(readNote(store, logger));
  }

  /** Counted time now, in whole milliseconds. Never goes back. */
  nowMs(): number {
    const now = momentOf(this.#clock);
    this.#ranMs = Math.max(this.#ranMs, surelyPassedMs(this.#start, now));
    const gapMs = now.wallMs - this.#start.wallMs - this.#ranMs - this.#settledGapMs;
    const hasJumped = Math.abs(gapMs) > TOLERATED_DRIFT_MS;
    if (hasJumped) {
      this.#settle(gapMs, now);
    }
    if (hasJumped || this.#currentMs() - this.#notedMs >= NOTE_EVERY_MS) {
      this.#note(now);
    }
    return this.#currentMs();
  }

  /** Writes down how far it has come, before the process ends. */
  close(): void {
    this.nowMs();
    this.#note(momentOf(this.#clock));
  }

  #settle(gapMs: number, now: Moment): void {
    this.#settledGapMs += gapMs;
    // Where the uptime is known, sleep is part of what passed, and the rest of it is a set clock.
    if (now.uptimeMs === null || this.#start.uptimeMs === null) {
      const { creditMs, debtMs } = creditFor(gapMs, this.#debtMs);
      this.#creditMs += creditMs;
      this.#debtMs = debtMs;
    }
  }

  #continued(note: CountedClock | null): number {
    const { wallMs, uptimeMs } = this.#start;
    if (note === null) {
      return Math.floor(wallMs);
    }
    const passedMs = surelyPassedSinceNoteMs(note.uptimeMs, uptimeMs);
    const gapMs = wallMs - note.wallMs - passedMs;
    // So little ahead of an uptime is a clock that was nudged, and not an app that was not running.
    const isNudge = uptimeMs !== null && gapMs > 0 && gapMs <= TOLERATED_DRIFT_MS;
    const { creditMs, debtMs } = creditFor(isNudge ? 0 : gapMs, note.debtMs);
    this.#debtMs = debtMs;
    return Math.floor(note.countedMs + passedMs + creditMs);
  }

  #currentMs(): number {
    return Math.floor(this.#startMs + this.#ranMs + this.#creditMs);
  }

  #note(now: Moment): void {
    this.#notedMs = this.#currentMs();
    this.#store.writeClock({
      countedMs: this.#notedMs,
      wallMs: Math.floor(now.wallMs),
      uptimeMs: now.uptimeMs === null ? null : Math.floor(now.uptimeMs),
      debtMs: Math.floor(this.#debtMs),
    });
  }
}

/** Without a note counting goes on from the wall clock, as at the very first start. */
function readNote(store: LedgerStore, logger: Logger): CountedClock | null {
  try {
    return store.readClock();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn('The time of the last request could not be read', { reason });
    return null;
  }
}
