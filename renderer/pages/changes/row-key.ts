import type { FeedRow } from '../../../shared/change-feed.ts';

/** Names a row of the feed whatever its index becomes. */
export function rowKey(row: FeedRow): string {
  return row.kind === 'change' ? `change ${row.change.id}` : `group ${row.key}`;
}
