import type { Clock, Timer } from '../../shared/clock.ts';
import type { ServiceState } from '../../shared/session-state.ts';
import { type Listenable, Signal } from '../../shared/signal.ts';
import type { CoolDown } from './ledger-store.ts';
import { type CallEnd, isOver, isTrouble, serviceStateAfter } from './service-state.ts';

/** A wait is looked at again at least this often: no single long timer is trusted. */
const LOOK_AGAIN_MS = 60_000;

/** Holds the state of the service and tells when it changes. */
export class ServiceWatch {
  readonly #clock: Clock;
  readonly #changed = new Signal<ServiceState>();
  #state: ServiceState;
  #troublesInARow = 0;
  #timer: Timer | null = null;

  constructor(clock: Clock, initial: ServiceState) {
    this.#clock = clock;
    this.#state = initial;
    this.#watchEnd();
  }

  get state(): ServiceState {
    this.#endIfOver();
    return this.#state;
  }

  get changed(): Listenable<ServiceState> {
    return this.#changed;
  }

  see(end: CallEnd, coolDown: CoolDown | null): void {
    this.#troublesInARow = isTrouble(end) ? this.#troublesInARow + 1 : 0;
    const next = serviceStateAfter(end, coolDown, this.#clock.nowMs(), this.#troublesInARow);
    if (next !== null) {
      this.#set(next);
    }
  }

  /** Begins anew, as if nothing had been heard of the service. */
  forget(): void {
    this.#troublesInARow = 0;
    this.#set({ kind: 'ok' });
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #set(next: ServiceState): void {
    const same = JSON.stringify(next) === JSON.stringify(this.#state);
    this.#state = next;
    this.#watchEnd();
    if (!same) {
      this.#changed.emit(next);
    }
  }

  #endIfOver(): void {
    if (isOver(this.#state, this.#clock.nowMs())) {
      this.#set({ kind: 'ok' });
    }
  }

  #watchEnd(): void {
    this.close();
    if (!('untilMs' in this.#state)) {
      return;
    }
    const leftMs = Math.max(0, this.#state.untilMs - this.#clock.nowMs());
    this.#timer = this.#clock.setTimer(Math.min(leftMs, LOOK_AGAIN_MS), () => {
      this.#timer = null;
      this.#endIfOver();
      if (this.#timer === null) {
        this.#watchEnd();
      }
    });
  }
}
