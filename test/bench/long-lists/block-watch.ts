import { closeSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Blocks {
  /** The longest turn of the event loop, less the time for which the machine ran something else. */
  readonly longestMs: number;
  /** The same by the clock on the wall. */
  readonly longestOnTheWallMs: number;
  /** As Node's own histogram of the event loop's delay has it. */
  readonly longestDelayMs: number;
}

/** Measures every turn of this thread's event loop while work runs. */
export async function watchBlocks(work: () => Promise<unknown>): Promise<Blocks> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const waiting = new WaitingTime();
  let longestMs = 0;
  let longestOnTheWallMs = 0;
  let isDone = false;
  let turnBeganMs = performance.now();
  let waitedMs = waiting.readMs();
  const turn = (): void => {
    if (isDone) return;
    const nowMs = performance.now();
    const wallMs = nowMs - turnBeganMs;
    const waitedNowMs = waiting.readMs();
    longestOnTheWallMs = Math.max(longestOnTheWallMs, wallMs);
    longestMs = Math.max(longestMs, wallMs - (waitedNowMs - waitedMs));
    waitedMs = waitedNowMs;
    turnBeganMs = performance.now();
    setImmediate(turn);
  };
  delays.enable();
  setImmediate(turn);
  try {
    await work();
    // The last turn counts too.
    for (let more = 0; more < 2; more += 1) await new Promise((resolve) => setImmediate(resolve));
  } finally {
    isDone = true;
    delays.disable();
    waiting.close();
  }
  return { longestMs, longestOnTheWallMs, longestDelayMs: delays.max / 1_000_000 };
}

/** How long this process's first thread was ready to run and had to wait for a processor. */
class WaitingTime {
  readonly #file: number | null;
  readonly #text = Buffer.alloc(128);

  constructor() {
    this.#file = process.platform === 'linux' ? openSync('/proc/self/schedstat', 'r') : null;
  }

  /** Always 0 where the system does not tell. */
  readMs(): number {
    if (this.#file === null) return 0;
    const length = readSync(this.#file, this.#text, 0, this.#text.length, 0);
    const [, waitedNs] = this.#text.toString('latin1', 0, length).split(' ');
    return Number(waitedNs) / 1_000_000;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }
}
