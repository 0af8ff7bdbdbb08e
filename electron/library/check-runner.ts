import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { ApiFailure } from '../spotify/api-failure.ts';
import type { RequestOrigin, SpotifyApi } from '../spotify/spotify-api.ts';
import type { StoredPassKind } from '../storage/passes.ts';
import type { Repositories } from '../storage/repositories.ts';
import { classifyStorageError, type StorageFailure } from '../storage/storage-failure.ts';
import type { PassContext } from './pass-context.ts';
import { type PassEnd, runPass, verifyAccount } from './run-pass.ts';

export interface CheckRunnerOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly api: SpotifyApi;
  readonly repositories: Repositories;
  readonly yieldToEventLoop: () => Promise<void>;
  readonly onListClosed: () => void;
}

/** The account that is watched, from when it is watched until it is not. */
export interface Watched {
  readonly accountId: number;
  /** Spotify has said in this run of the app whose library this is. */
  isVerified: boolean;
}

/** What a check is to do. */
export interface CheckOrder {
  readonly kind: StoredPassKind;
  readonly origin: RequestOrigin;
  /** Between two checks; asked for where a failing database is dealt with. */
  readonly intervalMs: () => number;
  /** In which the rotation comes round. */
  readonly roundMs: number;
  /** Breaks the check off; it goes on at the same place another time. */
  readonly signal: AbortSignal;
  readonly onProgress: (listName: string | null) => void;
}

/** How a check ended; `fresh` changes were found since it was started or went on. */
export type CheckEnd = { readonly fresh: number } & (
  | PassEnd
  | { readonly kind: 'storage-failed'; readonly failure: StorageFailure }
);

// What Spotify says to a session of somebody else is nothing that this account may use.
const OTHER_ACCOUNT: ApiFailure = { kind: 'unauthorized' };

/** Runs a check: begins a pass or goes on with the one that stands in the database. Never throws. */
export class CheckRunner {
  readonly #options: CheckRunnerOptions;
  readonly #doubts = new Set<number>();

  constructor(options: CheckRunnerOptions) {
    this.#options = options;
  }

  async run(watched: Watched, order: CheckOrder): Promise<CheckEnd> {
    const { clock, logger, repositories } = this.#options;
    const { passes } = repositories;
    try {
      if (passes.find(watched.accountId) === null) {
        passes.begin(watched.accountId, order.kind, clock.nowMs());
      }
      const changesSoFar = () => passes.find(watched.accountId)?.changes ?? 0;
      const before = changesSoFar();
      const refusal = watched.isVerified ? null : await this.#verify(watched, order);
      // The context is made anew: the profile may just have been written.
      const end = refusal ?? (await runPass(this.#context(watched, order)));
      const after = end.kind === 'done' ? end.changes : changesSoFar();
      return { ...end, fresh: after - before };
    } catch (error) {
      const failure = classifyStorageError(error);
      const detail = error instanceof Error ? error.message : String(error);
      logger.error('A check failed.', { failure, detail });
      return { kind: 'storage-failed', failure, fresh: 0 };
    }
  }

  async #verify(watched: Watched, order: CheckOrder): Promise<PassEnd | null> {
    const verified = await verifyAccount(this.#context(watched, order));
    if (verified.kind === 'other-account') {
      this.#options.logger.warn('Spotify answers for another account than the watched one.');
      return { kind: 'stopped', failure: OTHER_ACCOUNT };
    }
    if (verified.kind !== 'done') {
      return verified;
    }
    watched.isVerified = true;
    return null;
  }

  #context(watched: Watched, order: CheckOrder): PassContext {
    const account = this.#options.repositories.accounts.get(watched.accountId);
    if (account === null) {
      throw new Error('The account that is watched is not in the database.');
    }
    return {
      ...this.#options,
      ...order,
      account,
      intervalMs: order.intervalMs(),
      doubts: this.#doubts,
    };
  }
}
