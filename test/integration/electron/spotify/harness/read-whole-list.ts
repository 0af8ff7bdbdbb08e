import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { CursorPage, Page } from '../../../../../electron/spotify/catalogue.ts';
import { cursorPages, offsetPages } from '../../../../../electron/spotify/paging.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { answerOf, settled } from './open-api.ts';

export interface WholeList<T> {
  readonly entries: readonly T[];
  readonly totals: readonly (number | null)[];
  readonly dropped: number;
}

/** Reads every page, from the given one on where there is one. A failure ends the test. */
export async function readWholeList<T>(
  clock: ManualClock,
  read: (offset: number) => Promise<ApiResult<Page<T>>>,
  first: Page<T> | null = null,
): Promise<WholeList<T>> {
  const readSettled = (offset: number) => settled(clock, read(offset));
  const pages: Page<T>[] = first === null ? [] : [first];
  const from = first === null ? 0 : first.nextOffset;
  if (from !== null) {
    for await (const result of offsetPages(readSettled, from)) {
      pages.push(answerOf(result));
    }
  }
  return joined(pages);
}

/** The same for a list that is read by cursor. */
export async function readWholeByCursor<T>(
  clock: ManualClock,
  read: (cursor: string | null) => Promise<ApiResult<CursorPage<T>>>,
): Promise<WholeList<T>> {
  const pages: CursorPage<T>[] = [];
  for await (const result of cursorPages((cursor) => settled(clock, read(cursor)))) {
    pages.push(answerOf(result));
  }
  return joined(pages);
}

function joined<T>(pages: readonly (Page<T> | CursorPage<T>)[]): WholeList<T> {
  return {
    entries: pages.flatMap((page) => page.entries),
    totals: pages.map((page) => page.total),
    dropped: pages.reduce((sum, page) => sum + page.dropped, 0),
  };
}
