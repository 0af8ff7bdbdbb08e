export type Unsubscribe = () => void;

/** The listening half of a signal: what a service offers to those who only listen. */
export interface Listenable<T> {
  subscribe(listener: (value: T) => void): Unsubscribe;
}

/** A typed event with one payload. Listeners are called in the order in which they subscribed. */
export class Signal<T> implements Listenable<T> {
  readonly #listeners = new Set<(value: T) => void>();

  subscribe(listener: (value: T) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) {
      listener(value);
    }
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }
}
