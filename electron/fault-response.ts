import { assertNever } from '../shared/assert-never.ts';
import type { Clock } from '../shared/clock.ts';
import type { Notice } from '../shared/notice.ts';
import { FAULT_WINDOW_MS, type GraveVerdict } from './desktop/fault-verdict.ts';

export interface FaultResponseParts {
  readonly clock: Clock;
  /** Notes that this run ends for a restart. @returns whether the next one will know of it */
  readonly noteRestart: (nowMs: number) => boolean;
  /** Ends this run, and starts another one as things stand. */
  readonly startAnew: () => void;
  readonly tell: (notice: Notice) => void;
  /** Ends this run for good. */
  readonly endWith: (thrown: unknown) => void;
}

/** Does what was decided after a fault of the main process. */
export class FaultResponse {
  readonly #parts: FaultResponseParts;
  #isRestartPlanned = false;

  constructor(parts: FaultResponseParts) {
    this.#parts = parts;
  }

  act(verdict: GraveVerdict, thrown: unknown): void {
    const { clock, noteRestart, startAnew, endWith } = this.#parts;
    switch (verdict) {
      case 'restart':
        if (noteRestart(clock.nowMs())) {
          startAnew();
        } else {
          // The next run would not know, and a fault at the start would restart it for ever.
          this.#endure();
        }
        return;
      case 'endure':
        this.#endure();
        return;
      case 'end':
        endWith(thrown);
        return;
      default:
        assertNever(verdict);
    }
  }

  /** Nobody knows whether the watch still goes on; so it starts anew as soon as that may be. */
  #endure(): void {
    const { clock, noteRestart, startAnew, tell } = this.#parts;
    tell({ kind: 'fault-endured', id: 'fault', atMs: clock.nowMs() });
    if (this.#isRestartPlanned) {
      return;
    }
    this.#isRestartPlanned = true;
    clock.setTimer(FAULT_WINDOW_MS, () => {
      // Whether or not it can be noted: so rarely a restart does no harm.
      noteRestart(clock.nowMs());
      startAnew();
    });
  }
}
