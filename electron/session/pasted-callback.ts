import type { Clock, Timer } from '../../shared/clock.ts';
import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import type { CallbackOutcome, CallbackSource } from './callback-source.ts';
import { judgePastedAddress } from './pasted-address.ts';
import type { Secret } from './secret.ts';

export interface PastedCallbackOptions {
  readonly clock: Clock;
  readonly redirectUri: string;
  readonly state: Secret;
  readonly limitMs: number;
}

/** Waits for the address that a browser on another machine was sent to (blueprint §3, manual). */
export class PastedCallback implements CallbackSource {
  readonly redirectUri: string;
  readonly outcome: Promise<CallbackOutcome>;
  readonly #state: Secret;
  readonly #timer: Timer;
  #settle: ((outcome: CallbackOutcome) => void) | null = null;

  constructor({ clock, redirectUri, state, limitMs }: PastedCallbackOptions) {
    this.redirectUri = redirectUri;
    this.#state = state;
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#timer = clock.setTimer(limitMs, () => this.#end({ kind: 'timed-out' }));
  }

  /** A wrong address costs nothing: the wait goes on. */
  give(address: string): 'accepted' | CallbackRefusal {
    const verdict = judgePastedAddress(address, {
      redirectUri: this.redirectUri,
      state: this.#state,
    });
    if (verdict.kind === 'not-it') {
      return verdict.reason;
    }
    this.#end(verdict);
    return 'accepted';
  }

  async close(): Promise<void> {
    this.#end({ kind: 'cancelled' });
  }

  #end(outcome: CallbackOutcome): void {
    this.#timer.cancel();
    this.#settle?.(outcome);
    this.#settle = null;
  }
}
