import type { HistoryStates } from '../../storage/history-states.ts';
import { Landmarks } from './landmarks.ts';

/** A comparison has two. */
const KEPT = 2;

/** The landmarks of the states that were last asked for. */
export class LandmarkKeeper {
  readonly #tables: HistoryStates;
  readonly #yieldToEventLoop: () => Promise<void>;
  readonly #kept = new Map<string, Landmarks>();

  constructor(tables: HistoryStates, yieldToEventLoop: () => Promise<void>) {
    this.#tables = tables;
    this.#yieldToEventLoop = yieldToEventLoop;
  }

  of(listId: number, revision: number): Landmarks {
    const name = `${listId} ${revision}`;
    const landmarks =
      this.#kept.get(name) ??
      new Landmarks(this.#tables, { listId, revision }, this.#yieldToEventLoop);
    // Last asked for, last to be forgotten.
    this.#kept.delete(name);
    this.#kept.set(name, landmarks);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) {
      this.#kept.delete(oldest);
    }
    return landmarks;
  }
}
