import type { IpcAnswer } from '../../shared/ipc-derived.ts';
import { Signal, type Unsubscribe } from '../../shared/signal.ts';

export type Loadable<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  /** `id` names the entry in the log. */
  | { readonly kind: 'failed'; readonly id: string };

/** What a live value is made of: one snapshot, then what is told. */
export interface LiveSource<T> {
  snapshot(): Promise<IpcAnswer<T>>;
  listen(listener: (value: T) => void): Unsubscribe;
}

/** A value that the main process owns: taken once, then only listened to. */
export class LiveValue<T> {
  readonly #source: LiveSource<T>;
  readonly #changed = new Signal<void>();
  #current: Loadable<T> = { kind: 'loading' };
  #stop: Unsubscribe | null = null;

  constructor(source: LiveSource<T>) {
    this.#source = source;
  }

  /** Begins to listen. An event that overtakes the snapshot is the newer one and wins. */
  start(): void {
    if (this.#stop !== null) return;
    this.#stop = this.#source.listen((value) => this.#set({ kind: 'ready', value }));
    void this.#load();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Asks again after a failure. */
  reload(): void {
    this.#set({ kind: 'loading' });
    void this.#load();
  }

  /** Asks again behind what is shown; where there is no answer, that stays. */
  refresh(): void {
    const before = this.#current;
    void this.#source.snapshot().then((answer) => {
      if (answer.ok) this.assume(before, answer.value);
    });
  }

  /** What a command has just made of the value, unless the main process told of it already. */
  assume(before: Loadable<T>, value: T): void {
    if (this.#current === before) this.#set({ kind: 'ready', value });
  }

  readonly current = (): Loadable<T> => this.#current;

  readonly subscribe = (listener: () => void): Unsubscribe => this.#changed.subscribe(listener);

  async #load(): Promise<void> {
    const before = this.#current;
    const answer = await this.#source.snapshot();
    if (this.#current !== before) return;
    this.#set(
      answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'failed', id: answer.error.id },
    );
  }

  #set(next: Loadable<T>): void {
    this.#current = next;
    this.#changed.emit();
  }
}
