import type { ApiFailure, ApiResult } from './api-failure.ts';
import type { CursorPage, Page } from './catalogue.ts';

/** A list may grow while it is read, but not faster than it can be read. */
const GROWTH = { factor: 2, rows: 10_000 } as const;

/** No library is longer; a total beyond it is a fault, and must not be followed to its end. */
export const MOST_ROWS = 10_000_000;

/** For a list whose length Spotify does not tell: at 50 a page, half a million rows. */
const MOST_CURSOR_PAGES = 10_000;

/** What a list without an end is told as: it was read, and yet cannot be known whole. */
const ENDLESS: ApiFailure = { kind: 'unreadable', status: 200, isJson: true };

/**
 * The pages of a list in Spotify's order, each read when it is asked for. Ends after the last page,
 * or after the first failure, which is yielded; the pages before it hold, and a later call goes on
 * at the `nextOffset` of the last of them. Leaving the loop leaves the rest unread; the signal of
 * `read`'s own request breaks off the page in flight.
 *
 * A list that is changed meanwhile can show a row twice or not at all: whether the pages make a
 * whole is told by `total`, `dropped`, and by what the caller knows of the list (facts §2). What
 * this promises is an end: a page that does not lead forward, or a list that keeps growing far
 * beyond the total it began with, is yielded as `unreadable`.
 *
 * @param fromOffset from 0; where an earlier reading stopped
 */
export async function* offsetPages<T>(
  read: (offset: number) => Promise<ApiResult<Page<T>>>,
  fromOffset = 0,
): AsyncGenerator<ApiResult<Page<T>>, void, void> {
  let limit: number | null = null;
  for (let offset: number | null = fromOffset; offset !== null; ) {
    const result: ApiResult<Page<T>> = await read(offset);
    yield result;
    if (result.kind === 'failed') {
      return;
    }
    const { nextOffset, total } = result.value;
    limit ??= Math.min(GROWTH.factor * total + GROWTH.rows, MOST_ROWS);
    if (nextOffset !== null && (nextOffset <= offset || nextOffset >= limit)) {
      yield { kind: 'failed', failure: ENDLESS };
      return;
    }
    offset = nextOffset;
  }
}

/**
 * The pages of a list that is read by cursor. Ends, fails, resumes and is left as `offsetPages` is.
 * A cursor that comes again would lead in a circle, and is yielded as `unreadable`.
 *
 * @param fromCursor the `nextCursor` at which an earlier reading stopped; null for the beginning
 */
export async function* cursorPages<T>(
  read: (cursor: string | null) => Promise<ApiResult<CursorPage<T>>>,
  fromCursor: string | null = null,
): AsyncGenerator<ApiResult<CursorPage<T>>, void, void> {
  const used = new Set<string>();
  let mostPages: number | null = null;
  for (let cursor = fromCursor, pages = 1; ; pages += 1) {
    if (cursor !== null) {
      used.add(cursor);
    }
    const result: ApiResult<CursorPage<T>> = await read(cursor);
    yield result;
    if (result.kind === 'failed' || result.value.nextCursor === null) {
      return;
    }
    const { nextCursor, total } = result.value;
    mostPages ??= mostCursorPages(total);
    if (used.has(nextCursor) || pages >= mostPages) {
      yield { kind: 'failed', failure: ENDLESS };
      return;
    }
    cursor = nextCursor;
  }
}

/** Enough for a page a row, and for as many rows again. */
function mostCursorPages(total: number | null): number {
  return total === null
    ? MOST_CURSOR_PAGES
    : Math.min(GROWTH.factor * total + 100, MOST_CURSOR_PAGES);
}
