import { Secret } from '../../../../../electron/session/secret.ts';
import { ApiClient } from '../../../../../electron/spotify/api-client.ts';
import type { NetworkFailure } from '../../../../../electron/spotify/api-failure.ts';
import { CoolDownKeeper } from '../../../../../electron/spotify/cool-down-keeper.ts';
import { CountedTime } from '../../../../../electron/spotify/counted-time.ts';
import { Gate } from '../../../../../electron/spotify/gate.ts';
import type { HttpTransport } from '../../../../../electron/spotify/http-transport.ts';
import { Ledger } from '../../../../../electron/spotify/ledger.ts';
import { Reachability } from '../../../../../electron/spotify/reachability.ts';
import { ServiceWatch } from '../../../../../electron/spotify/service-watch.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from '../memory-ledger-store.ts';

export interface SimulatedClient {
  readonly client: ApiClient;
  readonly reachability: Reachability;
  readonly usedInLastDay: () => number;
  close(): Promise<void>;
}

/** The client with everything below it, on a network and a clock of the test's. */
export function simulatedClient(
  clock: ManualClock,
  transport: HttpTransport,
  random: () => number,
  isOnline: () => boolean,
): SimulatedClient {
  const store = new MemoryLedgerStore();
  const time = new CountedTime(clock, store, silentLogger);
  const ledger = new Ledger({
    clock,
    time,
    store,
    logger: silentLogger,
    assumedWhereLost: () => 0,
  });
  const coolDowns = new CoolDownKeeper({
    clock,
    time,
    store,
    logger: silentLogger,
    clientId: () => null,
  });
  const limits = () => ({ perDay: 100_000, perFamilyPerDay: 100_000 });
  const reachability = new Reachability({ clock, random, isOnline });
  const watch = new ServiceWatch(clock, null);
  const client = new ApiClient({
    clock,
    random,
    session: {
      getAccessToken: async () => ({ kind: 'token', token: new Secret('token') }),
      invalidate: () => undefined,
    },
    apiUrl: 'https://api.example/v1',
    gate: new Gate({ clock, ledger, coolDowns, limits }),
    coolDowns,
    transport,
    reachability,
    watch,
    owner: () => null,
    logger: silentLogger,
  });
  return {
    client,
    reachability,
    usedInLastDay: () => ledger.usage().day.used,
    close: async () => {
      await client.close();
      watch.close();
      time.close();
    },
  };
}

/**
 * Reads page after page, as the monitor does: after a failure it asks again when that says, though
 * never sooner than after a second. Tells how many pages it has.
 */
export class PatientReader {
  pages = 0;
  readonly #clock: ManualClock;
  readonly #client: ApiClient;
  readonly #total: number;

  constructor(clock: ManualClock, client: ApiClient, total: number) {
    this.#clock = clock;
    this.#client = client;
    this.#total = total;
  }

  get isDone(): boolean {
    return this.pages === this.#total;
  }

  start(): void {
    void this.#read();
  }

  async #read(): Promise<void> {
    while (!this.isDone) {
      const request = {
        origin: 'monitor',
        path: '/me/tracks',
        query: { offset: this.pages * 50 },
      } as const;
      const result = await this.#client.get(request, (body) => body);
      if (result.kind === 'ok') {
        this.pages += 1;
      } else if (result.failure.kind === 'network') {
        this.#later(result.failure);
        return;
      } else {
        return;
      }
    }
  }

  #later({ nextTryAtMs = 0 }: NetworkFailure): void {
    this.#clock.setTimer(Math.max(1_000, nextTryAtMs - this.#clock.nowMs()), () => this.start());
  }
}
