import type { RequestLogEntry } from '../../../../../electron/sample-service/sample-service.ts';
import type { Block } from './service-troubles.ts';

const DAY_MS = 24 * 3_600_000;

export interface BlockAudit {
  /** Requests that were sent although the app had been told to wait. */
  readonly during: readonly string[];
  /** Requests that were sent after the block had begun and before word of it arrived. */
  readonly untold: number;
}

/** Holds the times at which requests were sent against the blocks that the app was told of. */
export function auditBlocks(
  blocks: readonly Block[],
  sent: readonly { readonly atMs: number }[],
): BlockAudit {
  const during: string[] = [];
  let untold = 0;
  for (const { kind, startMs, toldMs, waitMs } of blocks) {
    for (const { atMs } of sent) {
      if (toldMs !== null && atMs >= toldMs && atMs < toldMs + waitMs) {
        during.push(`${kind}: ${atMs - toldMs} ms after it was told, of ${waitMs} ms`);
      } else if (atMs > startMs && atMs < (toldMs ?? startMs + waitMs)) {
        untold += 1;
      }
    }
  }
  return { during, untold };
}

/** The most requests of any 24 hours. */
export interface BudgetAudit {
  readonly perDay: number;
  readonly perFamilyPerDay: number;
  /**
   * Of any that end with a request of the monitor: with one that is not the question whose account
   * it is, which the user's connection tests ask.
   */
  readonly whenMonitorAsks: number;
}

/** The fullest 24 hours of a log, wherever they begin. */
export function auditBudget(log: readonly RequestLogEntry[]): BudgetAudit {
  const families = new Map<string, RequestLogEntry[]>();
  for (const entry of log) {
    const family = familyOf(entry.path);
    families.set(family, [...(families.get(family) ?? []), entry]);
  }
  return {
    perDay: mostInADay(log),
    perFamilyPerDay: Math.max(...[...families.values()].map((entries) => mostInADay(entries))),
    whenMonitorAsks: mostInADay(log, ({ path }) => familyOf(path) !== 'profile'),
  };
}

/** What is left of a limit for requests that nobody asked for by hand (blueprint §4). */
export function monitorsShare(limit: number): number {
  return limit - Math.floor(limit / 8);
}

function mostInADay(
  log: readonly RequestLogEntry[],
  mayEndIt: (entry: RequestLogEntry) => boolean = () => true,
): number {
  const sorted = [...log].sort((a, b) => a.atMs - b.atMs);
  let most = 0;
  let first = 0;
  for (const [index, entry] of sorted.entries()) {
    while ((sorted[first]?.atMs ?? entry.atMs) <= entry.atMs - DAY_MS) {
      first += 1;
    }
    if (mayEndIt(entry)) {
      most = Math.max(most, index - first + 1);
    }
  }
  return most;
}

/** Our own reading of facts §3, so that a mistake of the app's is not made twice. */
function familyOf(path: string): string {
  const [, first = '', second = '', third = ''] = path.replace(/^\/v1/, '').split('/');
  if (first === 'me') {
    return second === '' ? 'profile' : second === 'playlists' ? 'playlists' : 'library';
  }
  if (first === 'playlists') {
    return third === 'items' ? 'playlist-items' : 'playlists';
  }
  return 'catalogue';
}
