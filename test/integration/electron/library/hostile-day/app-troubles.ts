import type { Clock } from '../../../../../shared/clock.ts';
import { type NetworkLoss, type Restart, SECOND_MS } from './hostile-plan.ts';
import type { Network } from './network.ts';

export interface AppTroublesParts {
  readonly clock: Clock;
  readonly network: Network;
  readonly kill: () => { readonly wasInFlight: boolean };
  readonly start: () => Promise<void>;
  readonly onSystemOnline: () => void;
}

export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Cuts the network and kills the process. Losses that overlap are one longer loss. */
export class AppTroubles {
  /** When the system said that it is offline. */
  readonly offline: Span[] = [];
  losses = 0;
  readonly restartsMs: number[] = [];
  /** Restarts that took the answer to a request away. */
  restartsInFlight = 0;
  readonly #parts: AppTroublesParts;
  #lossesNow = 0;
  #knownLossesNow = 0;

  constructor(parts: AppTroublesParts) {
    this.#parts = parts;
  }

  get isSystemOnline(): boolean {
    return this.#knownLossesNow === 0;
  }

  begin(trouble: NetworkLoss | Restart): void {
    if (trouble.kind === 'loss') {
      this.#lose(trouble);
    } else {
      this.#restart(trouble);
    }
  }

  #lose({ form, seconds, isKnownToSystem }: NetworkLoss): void {
    const { clock, network, onSystemOnline } = this.#parts;
    const known = isKnownToSystem ? 1 : 0;
    this.losses += 1;
    this.#lossesNow += 1;
    this.#knownLossesNow += known;
    network.lose(form);
    const fromMs = clock.nowMs();
    if (isKnownToSystem) {
      this.offline.push({ fromMs, untilMs: fromMs + seconds * SECOND_MS });
    }
    clock.setTimer(seconds * SECOND_MS, () => {
      this.#lossesNow -= 1;
      this.#knownLossesNow -= known;
      if (this.#lossesNow === 0) {
        network.restore();
      }
      if (isKnownToSystem && this.isSystemOnline) {
        onSystemOnline();
      }
    });
  }

  #restart({ seconds }: Restart): void {
    const { clock, network, kill, start } = this.#parts;
    // A moment later: by then the service has answered, and the app does not know it yet.
    clock.setTimer(1, () => {
      this.restartsMs.push(clock.nowMs());
      this.restartsInFlight += kill().wasInFlight ? 1 : 0;
      network.breakConnections();
      clock.setTimer(seconds * SECOND_MS, () => void start());
    });
  }
}
