import { setImmediate } from 'node:timers/promises';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import { MemoryLedgerStore } from '../../../../../electron/spotify/memory-ledger-store.ts';
import type { Logger } from '../../../../../shared/logger.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';

/** Counts requests that leave: each is stored before it goes, and logged when it has ended. */
class InFlight extends MemoryLedgerStore {
  count = 0;

  readonly logger: Logger = {
    ...silentLogger,
    debug: (message) => this.#ended(message),
    warn: (message) => this.#ended(message),
  };

  override append(...entry: Parameters<MemoryLedgerStore['append']>): number {
    this.count += 1;
    return super.append(...entry);
  }

  #ended(message: string): void {
    if (message.startsWith('Web API ')) {
      this.count -= 1;
    }
  }
}

/**
 * A network in front of the sample service that goes up and down with a manual clock, while the
 * requests are real: time stands still as long as one is under way.
 */
export class CountingNetwork {
  readonly inFlight = new InFlight();
  readonly #clock: ManualClock;
  readonly #service: SampleService;
  #down: { remove(): void } | null = null;
  #resting = 0;

  constructor(clock: ManualClock, service: SampleService) {
    this.#clock = clock;
    this.#service = service;
  }

  /** For the library: its work between two pieces takes no time either. */
  readonly yieldToEventLoop = async (): Promise<void> => {
    this.#resting += 1;
    await setImmediate();
    this.#resting -= 1;
  };

  get isUp(): boolean {
    return this.#down === null;
  }

  fall(): void {
    this.#down ??= this.#service.faults.add({
      match: { path: /^\/v1\//, times: Number.POSITIVE_INFINITY },
      action: { kind: 'reset' },
    });
  }

  rise(): void {
    this.#down?.remove();
    this.#down = null;
  }

  /** Up and down in turn for this long, then up for good. */
  flap(upMs: number, downMs: number, forMs: number): void {
    const endMs = this.#clock.monotonicMs() + forMs;
    const turn = (): void => {
      if (this.#clock.monotonicMs() >= endMs) {
        this.rise();
        return;
      }
      if (this.isUp) {
        this.fall();
      } else {
        this.rise();
      }
      this.#clock.setTimer(this.isUp ? upMs : downMs, turn);
    };
    this.#clock.setTimer(upMs, turn);
  }

  /** Lets time pass, and every request that starts meanwhile end. */
  async pass(ms: number, isEnough: () => boolean = () => false): Promise<void> {
    const endMs = this.#clock.monotonicMs() + ms;
    await this.#settle();
    for (let leftMs = ms; leftMs > 0 && !isEnough(); ) {
      await this.#clock.advance(Math.min(leftMs, this.#clock.nextDueInMs ?? leftMs));
      await this.#settle();
      leftMs = endMs - this.#clock.monotonicMs();
    }
  }

  async #settle(): Promise<void> {
    do {
      await this.#clock.advance(0);
      while (this.#isBusy) {
        await setImmediate();
      }
      await this.#clock.advance(0);
    } while (this.#isBusy);
  }

  get #isBusy(): boolean {
    return this.inFlight.count > 0 || this.#resting > 0;
  }
}
