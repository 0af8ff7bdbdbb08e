import type { Clock, Timer } from '../../shared/clock.ts';
import type { ServiceState } from '../../shared/session-state.ts';
import { type Listenable, Signal } from '../../shared/signal.ts';
import type { CoolDown } from './ledger-store.ts';
import {
  type CallEnd,
  isOver,
  isTrouble,
  ofEverything,
  serviceStateAfter,
  wasAnswered,
} from './service-state.ts';

/** A wait is looked at again at least this often: no single long timer is trusted. */
const LOOK_AGAIN_MS = 60_000;

/** Holds the state of the service and tells when it changes. */
export class ServiceWatch {
  readonly #clock: Clock;
  readonly #changed = new Signal<ServiceState>();
  #state: ServiceState;
  #troublesInARow = 0;
  /** What has failed since anything last worked. */
  readonly #troubled = new Set<string>();
  #timer: Timer | null = null;

  /** @param coolDown that holds already; null when there is none */
  constructor(clock: Clock, coolDown: CoolDown | null) {
    this.#clock = clock;
    this.#state = stateOf(coolDown);
    this.#watchEnd();
  }

  get state(): ServiceState {
    this.#endIfOver();
    return this.#state;
  }

  get changed(): Listenable<ServiceState> {
    return this.#changed;
  }

  /**
   * Takes in how a call ended.
   *
   * @param about which one thing was asked for; null for what concerns everything. Trouble with one
   *   thing alone is not the service's.
   */
  see(seen: CallEnd, coolDown: CoolDown | null, about: string | null): void {
    const end = about === null ? ofEverything(seen) : seen;
    const isOfService = this.#isTroubleOfService(end, about);
    this.#troublesInARow = isOfService ? this.#troublesInARow + 1 : 0;
    const next =
      isTrouble(end) && !isOfService && coolDown === null
        ? null
        : serviceStateAfter(end, coolDown, this.#clock.nowMs(), this.#troublesInARow);
    if (next !== null) {
      this.#set(next);
    } else if (this.#state.kind === 'offline' && wasAnswered(end)) {
      this.#set({ kind: 'ok' });
    }
  }

  /** Begins anew with what holds for another client id. */
  forget(coolDown: CoolDown | null): void {
    this.#troublesInARow = 0;
    this.#troubled.clear();
    this.#set(stateOf(coolDown));
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #isTroubleOfService(end: CallEnd, about: string | null): boolean {
    if (!isTrouble(end)) {
      this.#troubled.clear();
      return false;
    }
    if (about === null) {
      return true;
    }
    this.#troubled.add(about);
    return this.#troubled.size > 1;
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

function stateOf(coolDown: CoolDown | null): ServiceState {
  return coolDown === null ? { kind: 'ok' } : { kind: coolDown.reason, untilMs: coolDown.untilMs };
}
