/** How many requests may come, and what happens to the next one. */
export interface RollingRule {
  readonly most: number;
  readonly windowMs: number;
  /** How long a block lasts; null: until enough requests have left the window. */
  readonly blockMs: number | null;
  /** Whether requests while blocked make the block last longer. */
  readonly prolonged: boolean;
}

/** Requests of one kind over a rolling time, and the block that follows too many of them. */
export class RollingLimit {
  #timesMs: number[] = [];
  #blockedUntilMs: number | null = null;

  /** Milliseconds until a request may come; 0 where this one may. It is not counted by this. */
  check(rule: RollingRule, nowMs: number): number {
    this.#forget(rule, nowMs);
    if (this.#blockedUntilMs !== null && rule.prolonged) {
      this.count(nowMs);
      this.#block(rule, nowMs);
    } else if (this.#blockedUntilMs === null && this.#timesMs.length >= rule.most) {
      this.#block(rule, nowMs);
    }
    return this.#blockedUntilMs === null ? 0 : this.#blockedUntilMs - nowMs;
  }

  count(nowMs: number): void {
    this.#timesMs.push(nowMs);
  }

  #block(rule: RollingRule, nowMs: number): void {
    // Room is made by the request that leaves; where none may come at all, by none.
    const leaves = this.#timesMs[this.#timesMs.length - rule.most] ?? nowMs;
    this.#blockedUntilMs = rule.blockMs === null ? leaves + rule.windowMs : nowMs + rule.blockMs;
  }

  #forget(rule: RollingRule, nowMs: number): void {
    const blockedUntilMs = this.#blockedUntilMs;
    if (blockedUntilMs !== null && blockedUntilMs <= nowMs) {
      this.#blockedUntilMs = null;
      if (rule.blockMs !== null) {
        this.#timesMs = [];
      }
    } else if (blockedUntilMs !== null) {
      // A clock that was set back must not make a block of 30 s last for a year.
      this.#blockedUntilMs = Math.min(blockedUntilMs, nowMs + (rule.blockMs ?? rule.windowMs));
    }
    this.#timesMs = this.#timesMs
      .map((timeMs) => Math.min(timeMs, nowMs))
      .filter((timeMs) => timeMs + rule.windowMs > nowMs);
  }
}
