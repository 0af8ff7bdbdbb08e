import { createLibrary } from '../../../../../electron/library/create-library.ts';
import type { Library } from '../../../../../electron/library/library.ts';
import type { SpotifyApi } from '../../../../../electron/spotify/spotify-api.ts';
import { DEFAULT_SETTINGS } from '../../../../../electron/storage/settings.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { aroundCalls } from '../../../../harness/around-calls.ts';
import { ProcessClock } from '../../../../integration/electron/library/hostile-day/process-clock.ts';

const NEVER = new Promise<never>(() => undefined);
const DAY_MS = 86_400_000;

/**
 * One run of the app over a database that outlives it. Killed as by SIGKILL: what it waits for never
 * comes, and nothing that it does any more has an effect.
 */
export class MortalApp {
  readonly library: Library;
  /** Settles when it was killed. */
  readonly killed: Promise<void>;
  readonly #clock: ProcessClock;
  #isAlive = true;
  #writesLeft = Number.POSITIVE_INFINITY;
  #onKilled: () => void = () => undefined;

  constructor(clock: ManualClock, database: Database, api: SpotifyApi) {
    this.killed = new Promise((resolve) => {
      this.#onKilled = resolve;
    });
    this.#clock = new ProcessClock(clock);
    this.library = createLibrary({
      clock: this.#clock,
      random: () => 0.5,
      logger: silentLogger,
      database: aroundCalls(database, (call, name) => this.#write(name, call)),
      api: aroundCalls(api, (call) => this.#wait(call())),
      settings: { read: () => DEFAULT_SETTINGS },
      dayStart: (atMs) => atMs - (atMs % DAY_MS),
      yieldToEventLoop: () => (this.#isAlive ? Promise.resolve() : NEVER),
    });
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Kills it in the middle of the so manieth statement from now on that writes. */
  killAtWrite(nth: number): void {
    this.#writesLeft = nth;
  }

  kill(): void {
    this.#isAlive = false;
    this.#clock.stop();
    this.#onKilled();
  }

  /** What is written within a transaction at that moment is rolled back, as at the next start. */
  #write(name: string | symbol, call: () => unknown): unknown {
    this.#assertAlive();
    if (name === 'run') {
      this.#writesLeft -= 1;
      if (this.#writesLeft <= 0) {
        this.kill();
        this.#assertAlive();
      }
    }
    return call();
  }

  #assertAlive(): void {
    if (!this.#isAlive) {
      throw new Error('The process was killed.');
    }
  }

  #wait(result: unknown): unknown {
    return result instanceof Promise
      ? result.then((value: unknown) => (this.#isAlive ? value : NEVER))
      : result;
  }
}
