import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { ApiFailure, ApiResult } from '../spotify/api-failure.ts';
import type { RequestOrigin, SpotifyApi } from '../spotify/spotify-api.ts';
import type { StoredAccount } from '../storage/accounts.ts';
import type { StoredPassKind } from '../storage/passes.ts';
import type { Repositories } from '../storage/repositories.ts';

/** How a step of a pass ended. `stopped`: the pass waits, and goes on at the same place. */
export type StepResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped'; readonly failure: ApiFailure }
  /** Nobody wants the pass any more: the app quits or the account changed. */
  | { readonly kind: 'cancelled' };

export const STEP_DONE: StepResult = { kind: 'done' };

/** Everything the steps of one pass share. */
export interface PassContext {
  readonly account: StoredAccount;
  readonly kind: StoredPassKind;
  readonly origin: RequestOrigin;
  readonly signal: AbortSignal;
  /** Between two checks, from which the rotation knows its share of each. */
  readonly intervalMs: number;
  /** In which the rotation comes round. */
  readonly roundMs: number;
  readonly api: SpotifyApi;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly repositories: Repositories;
  /** Lists that lost too much at the last check to be believed at once; forgotten with a restart. */
  readonly doubts: Set<number>;
  /** Lets timers, windows and sockets have their turn between two pieces of work. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Called after every page and step, so that progress can be shown. */
  readonly onProgress: (listName: string | null) => void;
  /** Called when a list was closed, so that totals are counted anew. */
  readonly onListClosed: () => void;
}

/** An answer with the moment before it was asked for: what it says is at least that fresh. */
export type Asked<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly askedAtMs: number }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }
  | { readonly kind: 'cancelled' };

/** Makes one request of the pass and counts it. */
export async function ask<T>(
  context: PassContext,
  request: (options: { origin: RequestOrigin; signal: AbortSignal }) => Promise<ApiResult<T>>,
): Promise<Asked<T>> {
  const { clock, origin, signal, account, repositories } = context;
  if (signal.aborted) {
    return { kind: 'cancelled' };
  }
  const askedAtMs = clock.nowMs();
  const result = await request({ origin, signal });
  if (signal.aborted) {
    return { kind: 'cancelled' };
  }
  const wasSent = result.kind === 'ok' || mayHaveBeenSent(result.failure);
  if (wasSent) {
    repositories.passes.count(account.id, { requests: 1 });
  }
  return result.kind === 'ok' ? { ...result, askedAtMs } : result;
}

/** What is refused at once costs no request. */
function mayHaveBeenSent(failure: ApiFailure): boolean {
  return failure.kind === 'network' ? failure.untried !== true : failure.kind !== 'not-now';
}
