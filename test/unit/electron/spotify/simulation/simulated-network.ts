import type { HttpOutcome, HttpTransport } from '../../../../../electron/spotify/http-transport.ts';
import type { Clock } from '../../../../../shared/clock.ts';

const CONNECT_LIMIT_MS = 10_000;

/** What a request meets that starts while the network is down. */
export type DownAs = 'refused' | 'silent';

/** A network that goes up and down, with a service behind it that always answers. */
export class SimulatedNetwork implements HttpTransport {
  readonly #clock: Clock;
  readonly #downAs: DownAs;
  roundTripMs = 50;
  #isUp = true;
  /** Counts the times it went down: what was on its way then is cut. */
  #falls = 0;
  /** When each request started that came to nothing. */
  readonly lost: number[] = [];
  /** What was answered, in order. */
  readonly answered: string[] = [];
  /** Requests that started while it was down, by the time it last went down. */
  readonly startedWhileDown = new Map<number, number>();
  #fellMs = 0;

  constructor(clock: Clock, downAs: DownAs) {
    this.#clock = clock;
    this.#downAs = downAs;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  rise(): void {
    this.#isUp = true;
  }

  fall(): void {
    this.#isUp = false;
    this.#falls += 1;
    this.#fellMs = this.#clock.monotonicMs();
  }

  /** Up and down in turn for this long, then up for good. */
  flap(upMs: number, downMs: number, forMs: number): void {
    const endMs = this.#clock.monotonicMs() + forMs;
    const turn = (): void => {
      if (this.#clock.monotonicMs() >= endMs) {
        this.rise();
        return;
      }
      if (this.#isUp) {
        this.fall();
      } else {
        this.rise();
      }
      this.#clock.setTimer(this.#isUp ? upMs : downMs, turn);
    };
    this.#clock.setTimer(upMs, turn);
  }

  async get(url: string, _headers: object, signal: AbortSignal): Promise<HttpOutcome> {
    const startedMs = this.#clock.monotonicMs();
    if (!this.#isUp) {
      const starts = this.startedWhileDown.get(this.#fellMs) ?? 0;
      this.startedWhileDown.set(this.#fellMs, starts + 1);
      if (this.#downAs === 'refused') {
        this.lost.push(startedMs);
        return { kind: 'no-answer', code: 'ENETUNREACH', reached: false };
      }
      const isConnected = await this.#connect(signal);
      if (signal.aborted) {
        return { kind: 'no-answer', code: 'aborted', reached: true };
      }
      if (!isConnected) {
        this.lost.push(startedMs);
        return { kind: 'no-answer', code: 'UND_ERR_CONNECT_TIMEOUT', reached: false };
      }
    }
    const falls = this.#falls;
    await this.#pass(this.roundTripMs, signal);
    if (signal.aborted) {
      return { kind: 'no-answer', code: 'aborted', reached: true };
    }
    if (falls !== this.#falls) {
      this.lost.push(startedMs);
      return { kind: 'no-answer', code: 'ECONNRESET', reached: true };
    }
    this.answered.push(url);
    return { kind: 'answer', status: 200, headers: new Map(), body: JSON.stringify({ url }) };
  }

  async close(): Promise<void> {
    // Nothing is kept open.
  }

  /** A system that hears nothing asks again after 1, 3 and 7 s (RFC 6298). */
  async #connect(signal: AbortSignal): Promise<boolean> {
    for (const waitMs of [1_000, 2_000, 4_000]) {
      await this.#pass(waitMs, signal);
      if (this.#isUp) {
        return true;
      }
    }
    await this.#pass(CONNECT_LIMIT_MS - 7_000, signal);
    return false;
  }

  #pass(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.setTimer(ms, resolve);
      signal.addEventListener('abort', () => {
        timer.cancel();
        resolve();
      });
    });
  }
}
