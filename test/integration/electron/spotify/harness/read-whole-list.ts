import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { Page } from '../../../../../electron/spotify/catalogue.ts';
import type { ManualClock } from '../../../../doubles/manual-clock.ts';
import { answerOf, settled } from './open-api.ts';

export interface WholeList<T> {
  readonly entries: readonly T[];
  readonly totals: readonly number[];
  readonly dropped: number;
}

/** Reads every page from the given one on. */
export async function readWholeList<T>(
  clock: ManualClock,
  read: (offset: number) => Promise<ApiResult<Page<T>>>,
  from: Page<T> | null = null,
): Promise<WholeList<T>> {
  const pages: Page<T>[] = from === null ? [] : [from];
  let offset = from === null ? 0 : from.nextOffset;
  while (offset !== null) {
    const page: Page<T> = answerOf(await settled(clock, read(offset)));
    pages.push(page);
    offset = page.nextOffset;
  }
  return {
    entries: pages.flatMap((page) => page.entries),
    totals: pages.map((page) => page.total),
    dropped: pages.reduce((sum, page) => sum + page.dropped, 0),
  };
}
