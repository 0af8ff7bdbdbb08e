import { subscribe, unsubscribe } from 'node:diagnostics_channel';

const BEGINS = 'undici:request:create';
const ENDS = ['undici:request:trailers', 'undici:request:error'] as const;

/** Counts the HTTP exchanges that this process has under way, by undici's own word. */
export class Traffic {
  readonly #open = new Set<object>();

  readonly #begin = (message: unknown): void => {
    const request = requestOf(message);
    if (request !== null) {
      this.#open.add(request);
    }
  };

  readonly #end = (message: unknown): void => {
    const request = requestOf(message);
    if (request !== null) {
      this.#open.delete(request);
    }
  };

  constructor() {
    subscribe(BEGINS, this.#begin);
    for (const name of ENDS) {
      subscribe(name, this.#end);
    }
  }

  get count(): number {
    return this.#open.size;
  }

  close(): void {
    unsubscribe(BEGINS, this.#begin);
    for (const name of ENDS) {
      unsubscribe(name, this.#end);
    }
  }
}

function requestOf(message: unknown): object | null {
  return typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    typeof message.request === 'object'
    ? message.request
    : null;
}
