import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';

/**
 * The system tells nobody when its proxy changes, so an answer holds for a short while only: a pass
 * of hundreds of requests asks a few times, and the next pass knows of another network.
 */
const HOLDS_MS = 30_000;
/** A system that runs a script to find its proxy may take long; no request waits longer for it. */
const LIMIT_MS = 5_000;

/** Electron's `resolveProxy`, which answers like a proxy auto-configuration file. */
export type AskSystem = (url: string) => Promise<string>;

/** What the system last said about each origin. */
export class SystemAnswers {
  readonly #ask: AskSystem;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #answers = new Map<
    string,
    { readonly answer: Promise<string>; readonly atMs: number }
  >();

  constructor(ask: AskSystem, clock: Clock, logger: Logger) {
    this.#ask = ask;
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Direct where the system does not answer: that is what it would mean without any proxy. */
  about(url: URL): Promise<string> {
    const nowMs = this.#clock.monotonicMs();
    const known = this.#answers.get(url.origin);
    if (known !== undefined && nowMs - known.atMs < HOLDS_MS) {
      return known.answer;
    }
    const answer = this.#asked(url.href);
    this.#answers.set(url.origin, { answer, atMs: nowMs });
    return answer;
  }

  forget(): void {
    this.#answers.clear();
  }

  #asked(href: string): Promise<string> {
    return new Promise((resolve) => {
      const withoutAnswer = (reason: string): void => {
        timer.cancel();
        this.#logger.warn('The system did not say which proxy to use', { reason });
        resolve('DIRECT');
      };
      const timer = this.#clock.setTimer(LIMIT_MS, () => withoutAnswer('late'));
      this.#ask(href).then(
        (answer) => {
          timer.cancel();
          resolve(answer);
        },
        (error: unknown) => withoutAnswer(error instanceof Error ? error.name : 'unknown'),
      );
    });
  }
}
