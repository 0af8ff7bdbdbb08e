import { countMissing } from './item-key.ts';
import type { DownloadResult, SentRequest, ServiceReport } from './messages.ts';

/** What became of one client's download. */
export interface Outcome {
  readonly who: string;
  readonly finished: boolean;
  /** Rows that there are, and how many of them the client did not get. */
  readonly items: number;
  readonly missing: number;
  /** To the Web API. */
  readonly requests: number;
  /** Of these, how many came while the service had asked to be left alone. */
  readonly duringBlock: number;
  /** Requests to the token endpoint. */
  readonly refreshes: number;
  /** What the user of the client was told; null when nothing was wrong in the end. */
  readonly error: string | null;
}

/** @param blockMs how long a 429 asks to be left alone */
export function outcomeOf(
  who: string,
  run: DownloadResult & ServiceReport,
  blockMs: number,
): Outcome {
  const webApi = webApiRequests(run);
  return {
    who,
    finished: run.error === null,
    items: run.truth.length,
    missing: countMissing(run.truth, run.got),
    requests: webApi.length,
    duringBlock: countDuringBlock(webApi, blockMs),
    refreshes: run.requests.filter(({ path }) => path === '/api/token').length,
    error: run.error,
  };
}

/** Those that count against Spotify's limits. */
export function webApiRequests({ requests }: ServiceReport): SentRequest[] {
  return requests.filter(({ path }) => path.startsWith('/v1/'));
}

/** @param requests in the order in which they were answered */
function countDuringBlock(requests: readonly SentRequest[], blockMs: number): number {
  const first = requests.findIndex(({ status }) => status === 429);
  const atMs = requests[first]?.atMs;
  return atMs === undefined
    ? 0
    : requests.slice(first + 1).filter((request) => request.atMs < atMs + blockMs).length;
}
