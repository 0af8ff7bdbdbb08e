/** One page of a list, as asked for in the query. */
export interface PageQuery {
  readonly limit: number;
  readonly offset: number;
}

export type PageQueryResult =
  | { readonly kind: 'ok'; readonly page: PageQuery }
  | { readonly kind: 'invalid'; readonly message: string };

/** How many entries a page may have, and has where nothing is asked for. */
export interface PageLimits {
  readonly most: number;
  readonly usual: number;
}

const USUAL_LIMITS: PageLimits = { most: 50, usual: 20 };
const WHOLE_NUMBER = /^\d{1,9}$/;

/** `limit` from 1 to the most there may be; null for anything else. */
export function parseLimit(query: URLSearchParams, limits = USUAL_LIMITS): number | null {
  const limit = query.get('limit') ?? String(limits.usual);
  return WHOLE_NUMBER.test(limit) && Number(limit) >= 1 && Number(limit) <= limits.most
    ? Number(limit)
    : null;
}

/** `limit` 1 … 50, 20 when absent, unless told; `offset` from 0. Anything else is a 400. */
export function parsePageQuery(query: URLSearchParams, limits = USUAL_LIMITS): PageQueryResult {
  const limit = parseLimit(query, limits);
  if (limit === null) {
    return { kind: 'invalid', message: 'Invalid limit' };
  }
  const offset = query.get('offset') ?? '0';
  if (!WHOLE_NUMBER.test(offset)) {
    return { kind: 'invalid', message: 'Invalid offset' };
  }
  return { kind: 'ok', page: { limit, offset: Number(offset) } };
}

export interface PageSource<T> {
  readonly list: readonly T[];
  readonly page: PageQuery;
  /** Address of the list without a query. */
  readonly href: string;
  /** The query of the request: what else it asked for is kept in the links. */
  readonly query: URLSearchParams;
}

/** The paging object around the entries of one page. */
export function renderPage<T>(source: PageSource<T>, render: (entry: T) => unknown): object {
  const { list, page } = source;
  const { limit, offset } = page;
  const nextOffset = offset + limit;
  const link = (to: number): string => linkTo(source, to);
  return {
    href: link(offset),
    items: list.slice(offset, nextOffset).map(render),
    limit,
    next: nextOffset < list.length ? link(nextOffset) : null,
    offset,
    previous: offset > 0 ? link(Math.max(0, offset - limit)) : null,
    total: list.length,
  };
}

function linkTo<T>({ href, page, query }: PageSource<T>, offset: number): string {
  const kept = new URLSearchParams({ offset: String(offset), limit: String(page.limit) });
  for (const [name, value] of query) {
    if (name !== 'offset' && name !== 'limit') {
      kept.append(name, value);
    }
  }
  return `${href}?${kept.toString()}`;
}
