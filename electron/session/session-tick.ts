import type { Clock, Timer } from '../../shared/clock.ts';
import type { RefreshCause } from '../../shared/connection.ts';
import type { SessionCore } from './session-core.ts';
import { type DueWork, deadlinesOf } from './session-deadline.ts';
import type { SessionStanding } from './session-model.ts';
import type { SessionStore } from './session-store.ts';
import { SetBackWatch } from './set-back-watch.ts';
import { nextTickInMs } from './tick.ts';

/** What is done when its time has come. */
export interface SessionWork extends Readonly<Record<Exclude<DueWork, 'refresh'>, () => void>> {
  readonly refresh: (cause: RefreshCause) => void;
}

/** Looks at a session's deadlines again and again; no timer is trusted to sleep until one. */
export class SessionTick {
  readonly #clock: Clock;
  readonly #core: SessionCore;
  readonly #store: SessionStore;
  readonly #work: SessionWork;
  readonly #setBacks: SetBackWatch;
  #timer: Timer | null = null;
  #closed = false;

  constructor(clock: Clock, core: SessionCore, store: SessionStore, work: SessionWork) {
    this.#clock = clock;
    this.#setBacks = new SetBackWatch(clock);
    this.#core = core;
    this.#store = store;
    this.#work = work;
    core.applied.subscribe(() => this.#schedule());
  }

  /** Does what is due, and waits for what comes next. */
  look(): void {
    this.followClock();
    for (const work of this.dueWork()) {
      if (work === 'refresh') {
        this.#work.refresh(causeOf(this.#core.model.standing, this.#clock.nowMs()));
      } else {
        this.#work[work]();
      }
    }
    this.#schedule();
  }

  /** Before anything is compared with the wall clock: it may have been set back meanwhile. */
  followClock(): void {
    const byMs = this.#setBacks.look();
    if (byMs > 0) {
      this.#store.followSetBack(byMs);
      this.#core.apply({ kind: 'clock-set-back', byMs });
    }
  }

  dueWork(): readonly DueWork[] {
    const nowMs = this.#clock.nowMs();
    return deadlinesOf(this.#core.model.standing, this.#store.saveRetryAtMs, nowMs)
      .filter((deadline) => deadline.atMs <= nowMs)
      .map((deadline) => deadline.work);
  }

  close(): void {
    this.#closed = true;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #schedule(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const nowMs = this.#clock.nowMs();
    const deadlines = deadlinesOf(this.#core.model.standing, this.#store.saveRetryAtMs, nowMs);
    if (deadlines.length > 0 && !this.#closed) {
      const next = Math.min(...deadlines.map((deadline) => deadline.atMs));
      this.#timer = this.#clock.setTimer(nextTickInMs(next, nowMs), () => this.look());
    }
  }
}

function causeOf(standing: SessionStanding, nowMs: number): RefreshCause {
  if (standing.kind !== 'holding') {
    return 'planned';
  }
  if (standing.refresh.kind === 'delayed') {
    return 'retry';
  }
  const { refresh, tokens } = standing;
  // A plan from before the receipt is one that a clock which was set back has made.
  const isEarly =
    refresh.kind === 'planned' && refresh.atMs !== null && refresh.atMs < tokens.receivedAtMs;
  return isEarly || nowMs < tokens.receivedAtMs ? 'clock-went-back' : 'planned';
}
