import type { Clock, Timer } from '../../shared/clock.ts';

interface Pending {
  readonly dueMs: number;
  readonly run: () => void;
}

/** A clock that moves only when told. Timers run in order of their due time. */
export class ManualClock implements Clock {
  #wallMs: number;
  #elapsedMs = 0;
  readonly #pending = new Set<Pending>();

  constructor(startMs = Date.UTC(2026, 10, 1, 12)) {
    this.#wallMs = startMs;
  }

  nowMs(): number {
    return this.#wallMs;
  }

  monotonicMs(): number {
    return this.#elapsedMs;
  }

  setTimer(delayMs: number, run: () => void): Timer {
    const pending = { dueMs: this.#elapsedMs + Math.max(0, delayMs), run };
    this.#pending.add(pending);
    return { cancel: () => this.#pending.delete(pending) };
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  /** Milliseconds until the next timer is due; null when there is none. */
  get nextDueInMs(): number | null {
    const next = this.#next(Number.POSITIVE_INFINITY);
    return next === null ? null : next.dueMs - this.#elapsedMs;
  }

  /**
   * Lets time pass, running every timer that falls due. Between timers the promises that they
   * settled get to run, so that a timer set by a continuation is seen too.
   */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.#elapsedMs + byMs;
    await settle();
    for (let next = this.#next(untilMs); next !== null; next = this.#next(untilMs)) {
      this.#pending.delete(next);
      this.#moveTo(next.dueMs);
      next.run();
      await settle();
    }
    this.#moveTo(untilMs);
  }

  /** The wall clock jumps, as when the user or a time server sets it; no timer notices. */
  jump(byMs: number): void {
    this.#wallMs += byMs;
  }

  #moveTo(elapsedMs: number): void {
    this.#wallMs += elapsedMs - this.#elapsedMs;
    this.#elapsedMs = elapsedMs;
  }

  #next(untilMs: number): Pending | null {
    let first: Pending | null = null;
    for (const pending of this.#pending) {
      if (pending.dueMs <= untilMs && (first === null || pending.dueMs < first.dueMs)) {
        first = pending;
      }
    }
    return first;
  }
}

/** Lets every promise that can settle now do so, I/O of the current turn included. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
