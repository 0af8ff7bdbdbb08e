import type { HistoryStates } from '../../storage/history-states.ts';

/** Rows between two landmarks: what has to be walked at most to get from one to a row. */
const ROWS_BETWEEN = 250;
/** Landmarks sought in one go: a few milliseconds of work. */
const PIECE = 40;

/**
 * Order keys of every 250th row of one state, sought as far as they are needed: with them any window
 * of a long list, and the place of any row, is found without walking there again. A state never
 * changes once it counts.
 */
export class Landmarks {
  readonly #tables: HistoryStates;
  readonly #listId: number;
  readonly #revision: number;
  readonly #yieldToEventLoop: () => Promise<void>;
  /** Of the rows at 0, 250, 500 and so on. */
  readonly #keys: string[] = [];
  #isAtEnd = false;
  /** The row whose place was last told: from there it is not far to the next of a window. */
  #last = { key: '', position: 0 };

  constructor(
    tables: HistoryStates,
    state: { readonly listId: number; readonly revision: number },
    yieldToEventLoop: () => Promise<void>,
  ) {
    this.#tables = tables;
    this.#listId = state.listId;
    this.#revision = state.revision;
    this.#yieldToEventLoop = yieldToEventLoop;
  }

  /** The ids of the rows of a window, in order. */
  async ids(offset: number, count: number): Promise<number[]> {
    const landmark = Math.floor(offset / ROWS_BETWEEN);
    await this.#seek((keys) => keys.length > landmark);
    const from = this.#keys[landmark];
    const skip = offset % ROWS_BETWEEN;
    return from === undefined
      ? []
      : this.#tables.idsAt(this.#listId, this.#revision, { from, skip, count });
  }

  /** How many rows stand before an order key. */
  async positionOf(key: string): Promise<number> {
    await this.#seek((keys) => (keys.at(-1) ?? '') > key);
    const landmark = this.#landmarkBefore(key);
    const from = this.#keys[landmark];
    if (from === undefined) {
      return 0;
    }
    const isNear = this.#last.key >= from && this.#last.key <= key;
    const start = isNear ? this.#last : { key: from, position: landmark * ROWS_BETWEEN };
    const { key: startKey, position: startAt } = start;
    const between = this.#tables.countBetween(this.#listId, this.#revision, startKey, key);
    this.#last = { key, position: startAt + between };
    return this.#last.position;
  }

  /** Goes on from the last landmark until there are enough, or no more. */
  async #seek(isEnough: (keys: readonly string[]) => boolean): Promise<void> {
    for (let found = 0; !this.#isAtEnd && !isEnough(this.#keys); found += 1) {
      if (found % PIECE === PIECE - 1) {
        await this.#yieldToEventLoop();
      }
      const last = this.#keys.at(-1);
      const skip = last === undefined ? 0 : ROWS_BETWEEN;
      const key = this.#tables.keyAt(this.#listId, this.#revision, last ?? '', skip);
      if (key === null) {
        this.#isAtEnd = true;
      } else {
        this.#keys.push(key);
      }
    }
  }

  /** The last landmark at or before an order key; -1 where there is none. */
  #landmarkBefore(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
