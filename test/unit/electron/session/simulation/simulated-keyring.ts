import type {
  CachedTokens,
  CacheRead,
  CacheWrite,
  TokenCache,
} from '../../../../../electron/session/token-cache.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { ProcessClock } from './world-clock.ts';

/**
 * How a locked keyring behaves: it looks empty and refuses writes, it says that it is locked, or it
 * shows a prompt and answers when that is over.
 */
export type KeyringLock = 'looks-empty' | 'says-so' | 'prompts';

/** The keyring of a machine. It outlives processes, and what it was given while one died. */
export class SimulatedKeyring {
  stored: CachedTokens | null = null;
  lock: KeyringLock | null = null;
  /** Accepts a write and never answers, nor stores it: the power is cut in the middle. */
  swallowsWrites = false;
  #waiting: (() => void)[] = [];

  unlock(): void {
    this.lock = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) {
      goOn();
    }
  }

  /** The keyring as one process sees it; `outside` ends with the process. */
  connect(outside: ProcessClock, random: SeededRandom): KeyringClient {
    return new KeyringClient(this, outside, random);
  }

  untilUnlocked(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}

export class KeyringClient implements TokenCache {
  readonly #keyring: SimulatedKeyring;
  readonly #outside: ProcessClock;
  readonly #random: SeededRandom;
  inFlight = 0;
  isDead = false;

  constructor(keyring: SimulatedKeyring, outside: ProcessClock, random: SeededRandom) {
    this.#keyring = keyring;
    this.#outside = outside;
    this.#random = random;
  }

  get(): Promise<CacheRead> {
    return this.#call<CacheRead>({ kind: 'empty' }, () => {
      const tokens = this.#keyring.stored;
      return tokens === null ? { kind: 'empty' } : { kind: 'found', tokens };
    });
  }

  set(tokens: CachedTokens): Promise<CacheWrite> {
    if (this.#keyring.swallowsWrites) {
      return this.#never();
    }
    return this.#call<CacheWrite>(LOCKED, () => {
      this.#keyring.stored = tokens;
      return { kind: 'done' };
    });
  }

  delete(): Promise<CacheWrite> {
    return this.#call<CacheWrite>(LOCKED, () => {
      this.#keyring.stored = null;
      return { kind: 'done' };
    });
  }

  async #call<T>(whileItLooksEmpty: T, work: () => T): Promise<T | typeof LOCKED> {
    this.inFlight += 1;
    // A process that dies meanwhile had its write done, or not.
    const isEarly = this.#random.chance(0.5);
    const early = isEarly && this.#keyring.lock === null ? work() : null;
    await this.#wait(this.#random.between(2, 300));
    while (this.#keyring.lock === 'prompts') {
      await this.#keyring.untilUnlocked();
    }
    if (this.isDead) {
      return await this.#never();
    }
    const { lock } = this.#keyring;
    this.inFlight -= 1;
    if (early !== null) {
      return early;
    }
    if (lock !== null) {
      return lock === 'looks-empty' ? whileItLooksEmpty : LOCKED;
    }
    return work();
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#outside.setTimer(delayMs, resolve);
    });
  }

  #never<T>(): Promise<T> {
    return new Promise(() => undefined);
  }
}

const LOCKED = { kind: 'unavailable', cause: 'locked', reason: 'The keyring is locked.' } as const;
