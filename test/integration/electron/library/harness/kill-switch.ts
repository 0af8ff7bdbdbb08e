import { setImmediate } from 'node:timers/promises';
import { aroundCalls } from '../../../../harness/around-calls.ts';

const NEVER = new Promise<never>(() => undefined);

/** Where the process may be when it is killed. */
export type KillMoment =
  /** In the middle of the so manieth statement from now on that writes, within its transaction. */
  | { readonly kind: 'write'; readonly nth: number }
  /** So many turns of the event loop after the so manieth request from now on was sent. */
  | { readonly kind: 'request'; readonly nth: number; readonly turnsLater: number };

/**
 * Ends a process that lives within this one: whatever it was waiting for never comes, and what it
 * does any more has no effect.
 */
export class KillSwitch {
  readonly #onKilled: () => void;
  #isAlive = true;
  #writesLeft = Number.POSITIVE_INFINITY;
  #requestsLeft = Number.POSITIVE_INFINITY;
  #turnsLater = 0;
  #underWay = 0;

  constructor(onKilled: () => void) {
    this.#onKilled = onKilled;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** It waits for an answer, or has given others their turn. */
  get isBusy(): boolean {
    return this.#isAlive && this.#underWay > 0;
  }

  /** Kills it when that moment comes, if it does. */
  killAt(moment: KillMoment | null): void {
    this.#writesLeft = moment?.kind === 'write' ? moment.nth : Number.POSITIVE_INFINITY;
    this.#requestsLeft = moment?.kind === 'request' ? moment.nth : Number.POSITIVE_INFINITY;
    this.#turnsLater = moment?.kind === 'request' ? moment.turnsLater : 0;
  }

  /** The database as the process has it: of no use after the kill, and each write can be the last. */
  guardDatabase<T extends object>(database: T): T {
    return aroundCalls(database, (call, name) => {
      this.#assertAlive();
      if (name === 'run') {
        this.#writesLeft -= 1;
        if (this.#writesLeft <= 0) {
          this.#kill();
          this.#assertAlive();
        }
      }
      return call();
    });
  }

  /** Calls of a killed process never end, and each can be the one that it does not survive. */
  guardCalls<T extends object>(api: T): T {
    return aroundCalls(api, (call) => {
      const result = call();
      return result instanceof Promise ? this.#wait(result) : result;
    });
  }

  async yieldToEventLoop(): Promise<void> {
    this.#underWay += 1;
    await setImmediate();
    this.#underWay -= 1;
    if (!this.#isAlive) {
      await NEVER;
    }
  }

  async #wait(result: Promise<unknown>): Promise<unknown> {
    this.#underWay += 1;
    this.#requestsLeft -= 1;
    if (this.#requestsLeft <= 0) {
      this.#requestsLeft = Number.POSITIVE_INFINITY;
      void this.#killLater(this.#turnsLater);
    }
    try {
      return await result;
    } finally {
      this.#underWay -= 1;
      if (!this.#isAlive) {
        await NEVER;
      }
    }
  }

  async #killLater(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      await setImmediate();
    }
    this.#kill();
  }

  #kill(): void {
    if (this.#isAlive) {
      this.#isAlive = false;
      this.#onKilled();
    }
  }

  #assertAlive(): void {
    if (!this.#isAlive) {
      throw new Error('The process was killed.');
    }
  }
}
