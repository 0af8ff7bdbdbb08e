import { inspect } from 'node:util';

const HIDDEN = '[secret]';

/**
 * A value that must never be printed. `String()`, `JSON.stringify()`, template literals and
 * `console.log` all show a placeholder; only `reveal()` gives the value, and a reader of the code
 * can find every place that does.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
