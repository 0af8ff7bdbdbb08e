import type { ApiResult } from '../../../../../electron/spotify/api-failure.ts';
import type { Trouble } from './trouble.ts';

export type Lie = Extract<Trouble, { kind: 'lie' }>['lie'];

/**
 * More than a whole schedule adds or removes. Beside the first page only the total tells that a list
 * changed further down: one that is wrong by just as much as was removed since would deceive anybody.
 */
const TOTAL_LIE = 101;

/** The same answer with a page that does not tell the truth; without a page, as it is. */
export function lyingAnswer(result: ApiResult<unknown>, lie: Lie): ApiResult<unknown> {
  if (result.kind === 'failed' || typeof result.value !== 'object' || result.value === null) {
    return result;
  }
  const { value } = result;
  if ('firstPage' in value && isPage(value.firstPage)) {
    return { kind: 'ok', value: { ...value, firstPage: lyingPage(value.firstPage, lie) } };
  }
  return isPage(value) ? { kind: 'ok', value: lyingPage(value, lie) } : result;
}

interface SomePage {
  readonly entries: readonly unknown[];
  readonly total: number | null;
  readonly dropped: number;
}

function isPage(value: unknown): value is SomePage {
  return typeof value === 'object' && value !== null && 'entries' in value && 'total' in value;
}

function lyingPage(page: SomePage, lie: Lie): SomePage {
  const { entries, total } = page;
  switch (lie) {
    case 'short':
      return { ...page, entries: entries.slice(0, -1) };
    case 'dropped':
      return entries.length === 0 ? page : { ...page, entries: entries.slice(1), dropped: 1 };
    case 'more':
      return { ...page, total: (total ?? 0) + TOTAL_LIE };
    case 'fewer':
      return { ...page, total: Math.max(0, (total ?? 0) - TOTAL_LIE) };
  }
}
