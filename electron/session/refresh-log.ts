import type { RefreshRecord } from '../../shared/connection.ts';
import { Signal } from '../../shared/signal.ts';

/** What is kept; older refreshes are forgotten. */
const LENGTH = 20;

/** Where the records outlive the process. */
export interface RefreshRecordStore {
  read(): readonly RefreshRecord[];
  write(records: readonly RefreshRecord[]): void;
}

/** The last 20 refreshes, newest first. */
export class RefreshLog {
  readonly changed = new Signal<void>();
  readonly #store: RefreshRecordStore;
  readonly #onNotWritten: (error: unknown) => void;
  #records: readonly RefreshRecord[];

  constructor(store: RefreshRecordStore, onNotWritten: (error: unknown) => void) {
    this.#store = store;
    this.#onNotWritten = onNotWritten;
    this.#records = store.read().slice(0, LENGTH);
  }

  get records(): readonly RefreshRecord[] {
    return this.#records;
  }

  add(record: RefreshRecord): void {
    this.#replace([record, ...this.#records].slice(0, LENGTH));
  }

  /** They belong to a session that is gone. */
  clear(): void {
    this.#replace([]);
  }

  #replace(records: readonly RefreshRecord[]): void {
    this.#records = records;
    try {
      this.#store.write(records);
    } catch (error) {
      // A log that cannot be kept is no reason for a refresh to fail.
      this.#onNotWritten(error);
    }
    this.changed.emit();
  }
}
