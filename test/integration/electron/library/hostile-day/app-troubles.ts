import type { Clock } from '../../../../../shared/clock.ts';
import { type NetworkLoss, type Restart, SECOND_MS } from './hostile-plan.ts';
import type { Network } from './network.ts';
import type { WatchedApp } from './watched-app.ts';

export interface AppTroublesParts {
  readonly clock: Clock;
  readonly network: Network;
  readonly app: Pick<WatchedApp, 'start' | 'kill' | 'expectNetwork'>;
}

export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Cuts the network and kills the process. Losses that overlap are one longer loss. */
export class AppTroubles {
  losses = 0;
  /** When the system said that it is offline. */
  readonly offline: Span[] = [];
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

  lose({ form, seconds, isKnownToSystem }: NetworkLoss): void {
    const { clock, network, app } = this.#parts;
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
        app.expectNetwork();
      }
    });
  }

  restart({ seconds }: Restart): void {
    const { clock, network, app } = this.#parts;
    // Not within the exchange itself: its answer is to be on its way.
    clock.setTimer(1, () => {
      this.restartsMs.push(clock.nowMs());
      this.restartsInFlight += network.held > 0 ? 1 : 0;
      app.kill();
      network.breakConnections();
      clock.setTimer(seconds * SECOND_MS, () => void app.start());
    });
  }
}
