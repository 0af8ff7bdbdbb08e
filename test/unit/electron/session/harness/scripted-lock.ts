import type { HeldLock, ProcessLock } from '../../../../../electron/session/process-lock.ts';

/** A lock that another process can have, and that can break. */
export class ScriptedLock implements ProcessLock {
  isTakenByOther = false;
  /** Thrown by every try. */
  failure: Error | null = null;
  tries = 0;
  isClosed = false;
  #held: HeldLock | null = null;

  get isHeld(): boolean {
    return this.#held !== null;
  }

  async tryAcquire(): Promise<HeldLock | null> {
    this.tries += 1;
    if (this.failure !== null) {
      throw this.failure;
    }
    if (this.isTakenByOther || this.#held !== null) {
      return null;
    }
    const held = {
      release: () => {
        if (this.#held === held) {
          this.#held = null;
        }
      },
    };
    this.#held = held;
    return held;
  }

  close(): void {
    this.#held = null;
    this.isClosed = true;
  }
}
