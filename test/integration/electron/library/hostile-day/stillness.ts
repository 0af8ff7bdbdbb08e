import { setImmediate } from 'node:timers/promises';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import type { AppRun } from './app-run.ts';
import type { Network } from './network.ts';
import type { Traffic } from './traffic.ts';

/** Turns of the event loop without anything to do before time may pass. */
const STILL_TURNS = 8;
/** A wait inside a call (its place in line, a backoff) is never longer. */
const LONGEST_WAIT_INSIDE_A_CALL_MS = 10_000;
const MOST_TURNS = 1_000_000;

export interface Watched {
  readonly clock: ManualClock;
  readonly traffic: Traffic;
  readonly network: Network;
  readonly run: Pick<AppRun, 'calls' | 'isBusy'> | null;
}

/**
 * Waits until nothing is under way that takes real time: no exchange on a socket, no work between
 * two pages. Then only the clock can make something happen, so the simulation is the same each time.
 */
export async function untilStill(watched: () => Watched): Promise<void> {
  let still = 0;
  for (let turn = 0; still < STILL_TURNS || isOverlooked(watched()); turn += 1) {
    if (turn > MOST_TURNS) {
      throw new Error('Something is under way that never ends.');
    }
    await setImmediate();
    still = isBusy(watched()) ? 0 : still + 1;
  }
}

function isBusy({ traffic, network, run }: Watched): boolean {
  return traffic.count > network.held || network.isChanging || (run?.isBusy ?? false);
}

/** A call that waits neither for an answer nor for a timer does something that cannot be seen. */
function isOverlooked({ clock, traffic, run }: Watched): boolean {
  const dueInMs = clock.nextDueInMs;
  return (
    (run?.calls ?? 0) > 0 &&
    traffic.count === 0 &&
    (dueInMs === null || dueInMs > LONGEST_WAIT_INSIDE_A_CALL_MS)
  );
}
