import type { Dispatcher } from 'undici';
import { openDispatcher, type SocketLimits, type UsableRoute } from './dispatcher.ts';

/** A route for the Web API, one for its artwork, and the former ones of a changed setting. */
const MOST_KEPT = 4;

/** Sockets that stay open between requests, one set for each route in use. */
export class KeptDispatchers {
  readonly #limits: SocketLimits;
  readonly #ca: string | undefined;
  readonly #kept = new Map<string, Promise<Dispatcher>>();
  #isClosed = false;

  /** @param ca certificates to trust instead of the usual ones */
  constructor(limits: SocketLimits, ca?: string) {
    this.#limits = limits;
    this.#ca = ca;
  }

  /** Null once closed: nothing may be opened then. */
  for(route: UsableRoute): Promise<Dispatcher> | null {
    if (this.#isClosed) {
      return null;
    }
    const key = JSON.stringify(route);
    const kept = this.#kept.get(key) ?? openDispatcher(route, this.#limits, this.#ca);
    // The one just used stands last.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    this.#closeOldest();
    return kept;
  }

  /** Breaks off what is in flight and closes every socket. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map(async (dispatcher) => (await dispatcher).destroy()));
  }

  #closeOldest(): void {
    const [oldest] = this.#kept;
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) {
      this.#kept.delete(oldest[0]);
      // What still runs on it ends by itself; idle sockets go at once.
      void oldest[1].then((dispatcher) => dispatcher.close());
    }
  }
}
