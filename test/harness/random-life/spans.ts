interface Span<T> {
  readonly fromMs: number;
  readonly value: T;
}

/** What one thing was, and from when on. Both ends of a time count: it may have changed right then. */
export class Spans<T> {
  readonly #spans: Span<T>[] = [];
  readonly #isSame: (one: T, other: T) => boolean;

  constructor(isSame: (one: T, other: T) => boolean) {
    this.#isSame = isSame;
  }

  /** From now on it is this; nothing is written where it was this before. */
  note(fromMs: number, value: T): void {
    const last = this.#spans.at(-1);
    if (last === undefined || !this.#isSame(last.value, value)) {
      this.#spans.push({ fromMs, value });
    }
  }

  /** What it is now; null where nothing was ever noted. */
  get last(): T | null {
    return this.#spans.at(-1)?.value ?? null;
  }

  /** Everything that it was between two moments, oldest first. */
  during(fromMs: number, untilMs: number): T[] {
    return this.#spans
      .filter((span, index) => {
        const endMs = this.#spans[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
        return span.fromMs <= untilMs && endMs >= fromMs;
      })
      .map(({ value }) => value);
  }
}
