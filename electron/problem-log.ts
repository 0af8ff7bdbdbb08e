import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { WindowProblem } from '../shared/window-problem.ts';

const HOUR_MS = 3_600_000;
/** A fault that comes back with every drawing must not fill the log. */
const LINES_PER_HOUR = 20;

/** Writes faults of the window into the log, each once an hour and not too many in all. */
export class ProblemLog {
  readonly #clock: Clock;
  readonly #logger: Logger;
  /** When each was written, by what it says. */
  readonly #written = new Map<string, number>();

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  report(problem: WindowProblem): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [line, writtenAtMs] of this.#written) {
      if (nowMs - writtenAtMs >= HOUR_MS) this.#written.delete(line);
    }
    const { kind, name, message } = problem;
    const stack = problem.frames.join(' < ');
    const line = [kind, name, message, stack].join('\n');
    if (this.#written.has(line) || this.#written.size >= LINES_PER_HOUR) return;
    this.#written.set(line, nowMs);
    this.#logger.error('The window ran into a problem', { kind, name, message, stack });
  }
}
