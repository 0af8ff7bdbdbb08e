import type { Answer } from '../http/answer.ts';

interface Page {
  items: unknown[];
  total?: unknown;
}

const PAGE_NAMES: readonly string[] = ['artists', 'items', 'tracks'];

/** Changes the paging object in a body. */
export type PageChange = (page: Page) => void;

/** Leaves members out of the middle of a page, as a recorded one lacks one. */
export function withoutMembers(missing: number): PageChange {
  return (page) => {
    page.items.splice(Math.max(0, Math.floor((page.items.length - missing) / 2)), missing);
  };
}

export function totalOffBy(by: number): PageChange {
  return (page) => {
    if (typeof page.total === 'number') {
      page.total += by;
    }
  };
}

/** Changes the page in an answer. One that has none, or is no JSON, stays as it is. */
export function changePage(answer: Answer, changes: readonly PageChange[]): Answer {
  const type = answer.headers['content-type'] ?? '';
  if (changes.length === 0 || answer.status !== 200 || !type.startsWith('application/json')) {
    return answer;
  }
  const body: unknown = JSON.parse(answer.body.toString());
  const pages = pagesIn(body);
  if (pages.length === 0) {
    return answer;
  }
  for (const change of changes) {
    pages.forEach(change);
  }
  // The ETag is that of the true body: who sent it back would be told that nothing changed.
  const { etag: _, ...headers } = answer.headers;
  return { ...answer, headers, body: JSON.stringify(body) };
}

/** The body itself, or what stands below `artists`, `items` and `tracks` in it. */
function pagesIn(body: unknown): Page[] {
  if (isPage(body)) {
    return [body];
  }
  return typeof body === 'object' && body !== null
    ? Object.entries(body)
        .filter(([name]) => PAGE_NAMES.includes(name))
        .map(([, value]) => value)
        .filter(isPage)
    : [];
}

function isPage(value: unknown): value is Page {
  return (
    typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
  );
}
