import type { Clock, Timer } from '../../shared/clock.ts';
import { type Admission, admit, effectiveLimits, type RequestLimits } from './admission.ts';
import type { ApiFailure } from './api-failure.ts';
import type { CoolDownKeeper } from './cool-down-keeper.ts';
import type { Ledger, LedgerReservation } from './ledger.ts';
import type { EndpointFamily } from './ledger-store.ts';
import type { RequestOrigin } from './spotify-api.ts';

const MAX_IN_FLIGHT = 2;
const SPACING_MS = 100;
/** The user goes first, but what the monitor asks is not to wait for ever. */
const MOST_BY_HAND_IN_A_ROW = 3;

/** What a start needs in hand (a token), or why it cannot be had. */
export type Prepared<R> =
  | { readonly kind: 'ready'; readonly send: (sent: LedgerReservation) => Promise<R> }
  | { readonly kind: 'unready'; readonly failure: ApiFailure };

export interface GateTask<R> {
  readonly family: EndpointFamily;
  readonly origin: RequestOrigin;
  readonly signal: AbortSignal;
  /** Called when it is this task's turn, one task at a time, immediately before the start. */
  prepare(): Promise<Prepared<R>>;
}

export type GateOutcome<R> =
  | { readonly kind: 'ran'; readonly result: R }
  | { readonly kind: 'refused'; readonly failure: ApiFailure };

interface Waiting {
  readonly origin: RequestOrigin;
  /** Ends the turn as soon as the task has been started or refused. */
  turn(): Promise<void>;
}

export interface GateParts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly coolDowns: CoolDownKeeper;
  readonly limits: () => RequestLimits;
}

/**
 * The only way out to the Web API: at most 2 requests in flight, starts at least 100 ms apart,
 * within the budget, and never during a cool-down (blueprint §4). What may not go now is refused at
 * once; the queue only holds what waits for its place in line, the user's requests first, though
 * after three of them one of the monitor's has its turn.
 */
export class Gate {
  readonly #parts: GateParts;
  readonly #queue: Waiting[] = [];
  #inFlight = 0;
  #byHandInARow = 0;
  #lastStartMs = Number.NEGATIVE_INFINITY;
  #taking = false;
  #timer: Timer | null = null;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /** Whether such a request could go now, apart from its place in line. Costs nothing. */
  look(task: Pick<GateTask<unknown>, 'family' | 'origin'>): Admission {
    const { clock, coolDowns, ledger, limits } = this.#parts;
    const usage = ledger.usage();
    return admit({
      nowMs: clock.nowMs(),
      origin: task.origin,
      coolDown: coolDowns.current(),
      limits: effectiveLimits(limits()),
      day: usage.day,
      family: usage.family(task.family),
    });
  }

  run<R>(task: GateTask<R>): Promise<GateOutcome<R>> {
    const refusal = this.#refusal(task);
    if (refusal !== null) {
      return Promise.resolve({ kind: 'refused', failure: refusal });
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        origin: task.origin,
        turn: async () => {
          task.signal.removeEventListener('abort', leave);
          try {
            await this.#start(task, resolve, reject);
          } catch (error) {
            reject(error);
          }
        },
      };
      const leave = () => {
        const place = this.#queue.indexOf(waiting);
        if (place >= 0) {
          this.#queue.splice(place, 1);
          this.#restIfEmpty();
          resolve({ kind: 'refused', failure: ABORTED });
        }
      };
      task.signal.addEventListener('abort', leave, { once: true });
      this.#queue.push(waiting);
      this.#advance();
    });
  }

  /** Starts the next in line if it may start now; otherwise sees to it that this is called again. */
  #advance(): void {
    if (this.#taking || this.#timer !== null || this.#inFlight >= MAX_IN_FLIGHT) {
      return;
    }
    const waitMs = this.#lastStartMs + SPACING_MS - this.#parts.clock.monotonicMs();
    if (waitMs > 0 && this.#queue.length > 0) {
      this.#timer = this.#parts.clock.setTimer(waitMs, () => {
        this.#timer = null;
        this.#advance();
      });
      return;
    }
    const next = this.#takeNext();
    if (next === undefined) {
      return;
    }
    this.#taking = true;
    void next.turn().finally(() => {
      this.#taking = false;
      this.#advance();
    });
  }

  #restIfEmpty(): void {
    if (this.#queue.length === 0) {
      this.#timer?.cancel();
      this.#timer = null;
    }
  }

  #takeNext(): Waiting | undefined {
    const first: RequestOrigin =
      this.#byHandInARow >= MOST_BY_HAND_IN_A_ROW ? 'monitor' : 'by-hand';
    const place = this.#queue.findIndex((waiting) => waiting.origin === first);
    const next = this.#queue.splice(Math.max(0, place), 1)[0];
    this.#byHandInARow = next?.origin === 'by-hand' ? this.#byHandInARow + 1 : 0;
    return next;
  }

  async #start<R>(
    task: GateTask<R>,
    resolve: (outcome: GateOutcome<R>) => void,
    reject: (error: unknown) => void,
  ): Promise<void> {
    // A cool-down may have begun while this one stood in line: then no token is asked for.
    const early = this.#refusal(task);
    if (early !== null) {
      resolve({ kind: 'refused', failure: early });
      return;
    }
    const prepared = await task.prepare();
    if (prepared.kind === 'unready') {
      resolve({ kind: 'refused', failure: prepared.failure });
      return;
    }
    // … or while the token was being refreshed.
    const late = this.#refusal(task);
    if (late !== null) {
      resolve({ kind: 'refused', failure: late });
      return;
    }
    this.#inFlight += 1;
    this.#lastStartMs = this.#parts.clock.monotonicMs();
    const sent = this.#parts.ledger.reserve(task.family);
    void prepared
      .send(sent)
      .then((result) => resolve({ kind: 'ran', result }), reject)
      .finally(() => {
        this.#inFlight -= 1;
        this.#advance();
      });
  }

  #refusal(task: GateTask<unknown>): ApiFailure | null {
    if (task.signal.aborted) {
      return ABORTED;
    }
    const admission = this.look(task);
    return admission.kind === 'go' ? null : admission;
  }
}

/** The caller's own signal, or the end of the API, stopped the request. */
export const ABORTED: ApiFailure = { kind: 'network', code: 'aborted' };
