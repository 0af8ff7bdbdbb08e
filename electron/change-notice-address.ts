import type { ChangeFilter } from '../shared/change.ts';
import { KINDS_OF_FILTER } from '../shared/change.ts';
import { changeAddress } from '../shared/change-address.ts';
import type { ChangeNews, NewsGroup } from '../shared/change-news.ts';
import type { PageHash } from './desktop/main-window.ts';

/** Where a summary leads of which nothing can be found any more. */
export const ALL_CHANGES: PageHash = '#/changes';

/** In the order in which they are tried; `playlists` shows a kind of its own and is looked at alone. */
const FILTERS = ['removed', 'added', 'unavailable', 'playlists'] as const satisfies ChangeFilter[];

/**
 * The page that a click on a summary opens: of one thing its story, or its list; of several the
 * changes, narrowed to the list and the kind that they share.
 */
export function changeNoticeAddress({
  groups,
  newest,
}: Pick<ChangeNews, 'groups' | 'newest'>): PageHash {
  const [first, ...others] = groups;
  if (first === undefined) {
    return ALL_CHANGES;
  }
  const [change] = newest;
  if (others.length === 0 && first.count === 1 && change !== undefined) {
    return changeAddress(change);
  }
  const filter = FILTERS.find((name) => groups.every(({ kind }) => isIn(name, kind)));
  const path: PageHash = filter === undefined ? ALL_CHANGES : `${ALL_CHANGES}/${filter}`;
  const lists = new Set(groups.map(({ list }) => list.id));
  return lists.size === 1 && filter !== 'playlists' ? `${path}?list=${first.list.id}` : path;
}

function isIn(filter: (typeof FILTERS)[number], kind: NewsGroup['kind']): boolean {
  return KINDS_OF_FILTER[filter]?.some((each) => each === kind) ?? false;
}
