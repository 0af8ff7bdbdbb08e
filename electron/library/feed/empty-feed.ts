import type { FeedPage } from '../../../shared/change-feed.ts';

/** Where nobody is watched there is nothing to tell. */
export function emptyFeed(offset: number): FeedPage {
  return { throughId: 0, total: 0, changes: 0, arrived: 0, offset, rows: [] };
}
