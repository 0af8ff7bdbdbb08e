/**
 * Positions of rows in ascending order, of which one after the other is taken; whatever was asked for
 * before, the next free one is found without walking over those that were taken.
 */
export class FreeRows {
  readonly #rows: number[] = [];
  /** For each place among the rows one from which on to look for a free one. */
  readonly #next: number[] = [];

  /** Belongs before the first one that is taken. */
  add(row: number): void {
    this.#next.push(this.#rows.length);
    this.#rows.push(row);
  }

  /** The first free one; undefined where none is left. */
  takeFirst(): number | undefined {
    return this.#take(0);
  }

  /** The first free one behind a position. */
  takeAfter(position: number): number | undefined {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] ?? 0) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.#take(low);
  }

  #take(from: number): number | undefined {
    let place = from;
    while ((this.#next[place] ?? place) !== place) {
      place = this.#next[place] ?? place;
    }
    // The next search jumps over all of this one.
    for (let step = from; step < place; ) {
      const further = this.#next[step] ?? place;
      this.#next[step] = place;
      step = further;
    }
    if (place < this.#rows.length) {
      this.#next[place] = place + 1;
    }
    return this.#rows[place];
  }
}
