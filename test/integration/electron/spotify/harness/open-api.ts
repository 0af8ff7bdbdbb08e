import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import {
  createSpotifyApi,
  type SpotifyApiParts,
} from '../../../../../electron/spotify/create-spotify-api.ts';
import type { SpotifyApi } from '../../../../../electron/spotify/spotify-api.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from '../../../../unit/electron/spotify/memory-ledger-store.ts';
import { FakeSession } from './fake-session.ts';

export interface OpenApi {
  readonly api: SpotifyApi;
  readonly clock: ManualClock;
  readonly store: MemoryLedgerStore;
}

type Given = Partial<Omit<SpotifyApiParts, 'clock' | 'ledgerStore'>> & {
  readonly clock?: ManualClock;
  readonly ledgerStore?: MemoryLedgerStore;
};

/** The whole API against a loopback server; what is not given has a quiet default. */
export function openApi(apiUrl: string, given: Given = {}): OpenApi {
  const clock = given.clock ?? new ManualClock();
  const store = given.ledgerStore ?? new MemoryLedgerStore();
  const api = createSpotifyApi({
    random: () => 0.5,
    budget: () => ({ perDay: 800, perFamilyPerDay: 500 }),
    logger: silentLogger,
    session: new FakeSession(),
    ...given,
    apiUrl,
    clock,
    ledgerStore: store,
  });
  return { api, clock, store };
}

/**
 * Lets the manual clock run until the promise settles: spacing and backoff pass at once, real
 * network traffic takes the time it takes.
 */
export async function settled<T>(clock: ManualClock, promise: Promise<T>): Promise<T> {
  let done = false;
  const finish = () => {
    done = true;
  };
  promise.then(finish, finish);
  while (!done) {
    const dueInMs = clock.nextDueInMs;
    // Time limits of an exchange are minutes away: those must not run out while a socket is busy.
    await clock.advance(dueInMs !== null && dueInMs <= 10_000 ? dueInMs : 0);
  }
  return promise;
}

/** The value of an answer; a failure ends the test with its name. */
export function answerOf<T>(result: ApiResult<T>): T {
  if (result.kind === 'failed') {
    throw new Error(`No answer: ${JSON.stringify(result.failure)}`);
  }
  return result.value;
}
