import { assertNever } from '../../shared/assert-never.ts';
import type { ContentsAccess } from '../storage/lists.ts';
import { TRIES } from './tries.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A check comes a little earlier or later than the one an hour or a day before. */
const SLACK_MS = 10 * 60_000;
const ROWS_A_PAGE = 50;
/** A larger collection that is read whole each time is read on fewer days. */
const MOST_PAGES_A_DAY = 35;
/** What reading in vain may cost in a day: a quarter of what the day allows by default. */
const FUTILE_REQUESTS_A_DAY = 200;
/** No wait is longer; a later time means that the clock was set back. */
const LONGEST_WAIT_MS = 14 * DAY_MS;

export interface CollectionDueInput {
  readonly nowMs: number;
  /** The user asked for the check. */
  readonly isByHand: boolean;
  /** How often it is looked at; 0 with every check. */
  readonly everyMs: number;
  readonly hasHead: boolean;
  readonly rowCount: number;
  readonly access: ContentsAccess;
  /** When it was last known whole; null if never. */
  readonly observedAtMs: number | null;
  readonly retryAtMs: number | null;
}

/** Whether a check looks at a collection. */
export function isCollectionDue(input: CollectionDueInput): boolean {
  const { nowMs, isByHand, observedAtMs, everyMs } = input;
  if (isWaiting(input.retryAtMs, nowMs) && !(isByHand && input.access !== 'not-offered')) {
    return false;
  }
  if (observedAtMs === null || observedAtMs > nowMs || everyMs === 0) {
    return true;
  }
  if (isByHand && input.hasHead) {
    return true;
  }
  const pages = Math.ceil(input.rowCount / ROWS_A_PAGE);
  const stretch = input.hasHead ? 1 : Math.max(1, Math.ceil(pages / MOST_PAGES_A_DAY));
  return nowMs - observedAtMs >= everyMs * stretch - SLACK_MS;
}

/** Whether a list that could not be read is left alone for now. */
export function isWaiting(retryAtMs: number | null, nowMs: number): boolean {
  return retryAtMs !== null && retryAtMs > nowMs && retryAtMs - nowMs <= LONGEST_WAIT_MS;
}

/** Why reading a list came to nothing. */
export type ReadingTrouble =
  /** It moved each time, or never was whole; `rowCount` as Spotify tells it. */
  | { readonly kind: 'never-whole'; readonly rowCount: number }
  | { readonly kind: 'scope-missing' }
  /** `isAgain`: it was so the last time too. Once says little (facts §4). */
  | { readonly kind: 'not-offered' | 'refused'; readonly isAgain: boolean };

/**
 * How long a list is left alone after trouble. A long one that is never whole costs many requests
 * for nothing, so it waits in proportion: a list of one page 20 minutes, one of 10,000 rows 3 days.
 */
export function waitAfterTrouble(trouble: ReadingTrouble): number {
  switch (trouble.kind) {
    case 'never-whole': {
      const pages = Math.max(1, Math.ceil(trouble.rowCount / ROWS_A_PAGE));
      const days = (pages * TRIES) / FUTILE_REQUESTS_A_DAY;
      return Math.min(Math.round(days * DAY_MS), LONGEST_WAIT_MS);
    }
    case 'scope-missing':
      return DAY_MS;
    case 'refused':
      return trouble.isAgain ? DAY_MS : 0;
    case 'not-offered':
      return trouble.isAgain ? 7 * DAY_MS : DAY_MS;
    default:
      return assertNever(trouble);
  }
}
