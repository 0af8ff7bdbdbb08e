import type { Clock, Timer } from '../../../../../shared/clock.ts';

export interface SetTimer {
  readonly dueMs: number;
  readonly delayMs: number;
  readonly run: () => void;
}

/**
 * The time of a simulated machine. True time passes for everybody; timers stand still while the
 * machine sleeps; the wall clock can be set to anything. Each process has its own timers.
 */
export class WorldClock {
  #trueMs: number;
  #sleptMs = 0;
  /** What the machine's wall clock is ahead of true time. */
  #aheadMs = 0;
  readonly #startedMs: number;
  readonly #processes = new Set<ProcessClock>();
  /** Steps taken since the start, for the report. */
  steps = 0;
  /** Called after every step, when nothing moves any more. */
  onSettled: () => void = () => undefined;

  constructor(startMs = Date.UTC(2026, 10, 1, 12)) {
    this.#trueMs = startMs;
    this.#startedMs = startMs;
  }

  get trueMs(): number {
    return this.#trueMs;
  }

  get wallMs(): number {
    return this.#trueMs + this.#aheadMs;
  }

  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Time that the machine was awake. */
  get awakeMs(): number {
    return this.#trueMs - this.#startedMs - this.#sleptMs;
  }

  process(): ProcessClock {
    const clock = new ProcessClock(this);
    this.#processes.add(clock);
    return clock;
  }

  /** Ends a process's timers; they never run. */
  kill(clock: ProcessClock): void {
    clock.timers.clear();
    this.#processes.delete(clock);
  }

  /** Lets time pass while the machine is awake, running every timer in its order. */
  async runUntil(untilTrueMs: number): Promise<void> {
    const endMs = this.awakeMs + untilTrueMs - this.#trueMs;
    await this.#settle();
    for (let next = this.#next(endMs); next !== null; next = this.#next(endMs)) {
      next.of.timers.delete(next.timer);
      this.#trueMs += Math.max(0, next.timer.dueMs - this.awakeMs);
      next.timer.run();
      await this.#settle();
    }
    this.#trueMs += Math.max(0, endMs - this.awakeMs);
  }

  async run(forMs: number): Promise<void> {
    await this.runUntil(this.#trueMs + forMs);
  }

  /** The machine sleeps: true time and the wall clock pass, timers stand still. */
  sleep(forMs: number): void {
    this.#trueMs += forMs;
    this.#sleptMs += forMs;
  }

  /** The user or a time server sets the wall clock; no timer notices. */
  setWall(byMs: number): void {
    this.#aheadMs += byMs;
  }

  async #settle(): Promise<void> {
    this.steps += 1;
    // All the doubles answer by promises: one turn of the event loop settles whatever can be.
    await new Promise((resolve) => setImmediate(resolve));
    this.onSettled();
  }

  #next(endMs: number): { readonly of: ProcessClock; readonly timer: SetTimer } | null {
    let first: { readonly of: ProcessClock; readonly timer: SetTimer } | null = null;
    for (const of of this.#processes) {
      for (const timer of of.timers) {
        if (timer.dueMs <= endMs && (first === null || timer.dueMs < first.timer.dueMs)) {
          first = { of, timer };
        }
      }
    }
    return first;
  }
}

/** The clock as one process sees it. */
export class ProcessClock implements Clock {
  readonly timers = new Set<SetTimer>();
  readonly #world: WorldClock;

  constructor(world: WorldClock) {
    this.#world = world;
  }

  nowMs(): number {
    return this.#world.wallMs;
  }

  monotonicMs(): number {
    return this.#world.awakeMs;
  }

  setTimer(delayMs: number, run: () => void): Timer {
    const timer = { dueMs: this.#world.awakeMs + Math.max(0, delayMs), delayMs, run };
    this.timers.add(timer);
    return { cancel: () => this.timers.delete(timer) };
  }
}
