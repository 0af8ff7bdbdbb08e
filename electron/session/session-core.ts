import { isDeepStrictEqual } from 'node:util';
import type { Logger } from '../../shared/logger.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { Signal } from '../../shared/signal.ts';
import { describeSession, type SessionModel } from './session-model.ts';
import { type SessionEvent, sessionAfter } from './session-transitions.ts';

/** The one place that holds a session's state; every change is an event. */
export class SessionCore {
  readonly stateChanged = new Signal<SessionState>();
  /** After every event, whether or not the described state moved. */
  readonly applied = new Signal<SessionModel>();
  readonly #logger: Logger;
  #model: SessionModel;
  #state: SessionState;
  #told: SessionState;
  #telling = false;
  #generation = 0;

  constructor(logger: Logger, expected: boolean) {
    this.#logger = logger;
    this.#model = { standing: { kind: 'reading', expected }, signIn: null };
    this.#state = describeSession(this.#model);
    this.#told = this.#state;
  }

  get model(): SessionModel {
    return this.#model;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Counts sign-ins and disconnections: what was begun under an older number is void. */
  get generation(): number {
    return this.#generation;
  }

  beginGeneration(): void {
    this.#generation += 1;
  }

  /** Applies events that belong together: listeners see only the state after the last. */
  apply(...events: readonly SessionEvent[]): void {
    this.#model = events.reduce(sessionAfter, this.#model);
    const state = describeSession(this.#model);
    if (!isDeepStrictEqual(state, this.#state)) {
      if (state.kind !== this.#state.kind) {
        this.#logger.info('Session state', { from: this.#state.kind, to: state.kind });
      }
      this.#state = state;
    }
    this.applied.emit(this.#model);
    this.#tell();
  }

  /** A listener may cause the next event: every listener still hears the states in their order. */
  #tell(): void {
    if (this.#telling) {
      return;
    }
    this.#telling = true;
    try {
      while (this.#told !== this.#state) {
        this.#told = this.#state;
        this.stateChanged.emit(this.#told);
      }
    } finally {
      this.#telling = false;
    }
  }
}
