import type {
  FaultAction,
  FaultHandle,
} from '../../../../../electron/sample-service/faults/fault.ts';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { type Planned, SECOND_MS, type ServiceTrouble } from './hostile-plan.ts';

const API = /^\/v1\//;

/** A time in which nothing may be asked of the Web API, by the service's clock. */
export interface Block {
  readonly kind: 'rate-limit' | 'quota';
  /** The request that was refused came in. */
  readonly startMs: number;
  /** Word of it reached the app. */
  toldMs: number | null;
  /** What the service asked for, from the moment when it was told. */
  readonly waitMs: number;
}

/**
 * Lets the service refuse and fail. One trouble at a time, each from the first request after its
 * moment, so that every one is met.
 */
export class ServiceTroubles {
  readonly blocks: Block[] = [];
  readonly #service: SampleService;
  readonly #clock: ManualClock;
  readonly #startMs: number;
  #waiting: Planned<ServiceTrouble>[];
  #running: FaultHandle | null = null;
  #met = 0;

  constructor(service: SampleService, clock: ManualClock, planned: readonly Planned[]) {
    this.#service = service;
    this.#clock = clock;
    this.#startMs = clock.nowMs();
    this.#waiting = planned.flatMap((trouble) =>
      trouble.kind === 'loss' || trouble.kind === 'restart' ? [] : [trouble],
    );
  }

  /** Those that were met so far, the running one included. */
  get met(): number {
    return this.#met;
  }

  /** A request comes in, the so manieth of all. */
  onRequest(number: number): void {
    const elapsedMs = this.#clock.nowMs() - this.#startMs;
    const next = this.#waiting.find(({ from }) =>
      from.kind === 'time' ? from.atMs <= elapsedMs : from.number <= number,
    );
    if (next === undefined || this.#running !== null) {
      return;
    }
    this.#waiting = this.#waiting.filter((trouble) => trouble !== next);
    this.#met += 1;
    const nowMs = this.#clock.nowMs();
    if (next.kind !== 'burst') {
      const waitMs = next.seconds * SECOND_MS;
      this.blocks.push({ kind: next.kind, startMs: nowMs, toldMs: null, waitMs });
    }
    const handle = this.#service.faults.add({
      match: { path: API, times: Number.POSITIVE_INFINITY },
      action: actionOf(next, nowMs),
    });
    this.#running = handle;
    this.#clock.setTimer(next.seconds * SECOND_MS, () => {
      handle.remove();
      this.#running = null;
    });
  }

  /** An answer reaches the app. */
  onDelivery(status: number): void {
    const block = this.blocks.at(-1);
    if (status === 429 && block !== undefined) {
      block.toldMs ??= this.#clock.nowMs();
    }
  }
}

function actionOf(trouble: ServiceTrouble, nowMs: number): FaultAction {
  switch (trouble.kind) {
    case 'quota':
      return { kind: 'quota', retryAfterSeconds: trouble.seconds };
    case 'rate-limit':
      return rateLimitAction(trouble, nowMs);
    case 'burst':
      return burstAction(trouble.form);
  }
}

function rateLimitAction(
  { says, seconds }: Extract<ServiceTrouble, { kind: 'rate-limit' }>,
  nowMs: number,
): FaultAction {
  const kind = 'rate-limit';
  switch (says) {
    case 'seconds':
      return { kind, retryAfterSeconds: seconds };
    case 'absent':
      return { kind, retryAfterSeconds: null };
    case 'negative':
      return { kind, retryAfterSeconds: -86_400 };
    case 'http-date': {
      const retryAfterText = new Date(nowMs + seconds * SECOND_MS).toUTCString();
      return { kind, retryAfterSeconds: null, retryAfterText };
    }
    case 'nonsense':
      return { kind, retryAfterSeconds: null, retryAfterText: 'in a while' };
  }
}

function burstAction(form: Extract<ServiceTrouble, { kind: 'burst' }>['form']): FaultAction {
  switch (form) {
    case 'html-502':
      return { kind: 'html', status: 502 };
    case 'html-503':
      return { kind: 'html', status: 503 };
    case 'json-500':
      return {
        kind: 'answer',
        status: 500,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ error: { status: 500, message: 'Server error.' } }),
      };
    case 'text-504':
      return {
        kind: 'answer',
        status: 504,
        headers: { 'content-type': 'text/plain' },
        body: 'upstream request timeout',
      };
  }
}
