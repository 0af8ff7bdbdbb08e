/** How full a window is, and when it empties. */
export interface Usage {
  readonly used: number;
  /**
   * Milliseconds until at most `count` entries are left in the window; 0 when that is so already.
   * For a negative `count`, the time until the window is empty.
   */
  msUntilAtMost(count: number): number;
}

/** Counts what happened within the last `windowMs`. Times are given in ascending order. */
export class RollingCount<T> {
  readonly #windowMs: number;
  #timesMs: number[] = [];
  #entries: T[] = [];
  /** Everything before this index has left the window. */
  #head = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(timeMs: number, entry: T): void {
    this.#timesMs.push(timeMs);
    this.#entries.push(entry);
  }

  /** Takes this very entry out again. */
  remove(entry: T): void {
    const index = this.#entries.lastIndexOf(entry);
    if (index >= this.#head) {
      this.#timesMs.splice(index, 1);
      this.#entries.splice(index, 1);
    }
  }

  at(nowMs: number): Usage {
    this.#leave(nowMs);
    const used = this.#timesMs.length - this.#head;
    return {
      used,
      msUntilAtMost: (count) => {
        const lastToLeave = this.#timesMs[this.#head + used - 1 - Math.max(0, count)];
        return used <= Math.max(0, count) || lastToLeave === undefined
          ? 0
          : Math.max(0, lastToLeave + this.#windowMs - nowMs);
      },
    };
  }

  /** What is in the window, oldest first. */
  entriesAt(nowMs: number): readonly T[] {
    this.#leave(nowMs);
    return this.#entries.slice(this.#head);
  }

  #leave(nowMs: number): void {
    let first = this.#timesMs[this.#head];
    while (first !== undefined && first <= nowMs - this.#windowMs) {
      this.#head += 1;
      first = this.#timesMs[this.#head];
    }
    if (this.#head > 1_000) {
      this.#timesMs = this.#timesMs.slice(this.#head);
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
  }
}
