import type { LibraryNews } from '../../electron/library/library-news.ts';
import type { Change, ItemSummary } from '../../shared/change.ts';
import { type ChangeNews, type NewsGroup, orderedNews } from '../../shared/change-news.ts';

/** A change as far as notifications go. */
export interface NewsChange {
  readonly id: number;
  readonly kind: 'item-removed' | 'item-added' | 'items-moved' | 'playlist-gone';
  readonly listId: number;
  readonly seenAtMs: number;
  isRead: boolean;
}

/** What a database keeps over restarts and crashes, in memory. */
export class NewsInMemory implements LibraryNews {
  readonly changes: NewsChange[] = [];
  accountId: number | null = 1;
  toldThroughId = 0;
  failsToWrite = false;

  find(kind: NewsChange['kind'], listId: number, seenAtMs: number): NewsChange {
    const change = { id: this.changes.length + 1, kind, listId, seenAtMs, isRead: false };
    this.changes.push(change);
    return change;
  }

  get unread(): number {
    return this.changes.filter(({ isRead }) => !isRead).length;
  }

  async read(afterId: number | null): Promise<ChangeNews | null> {
    if (this.accountId === null) return null;
    const fromId = afterId ?? this.toldThroughId;
    const counted = this.changes.filter(({ id, isRead }) => id > fromId && !isRead);
    const groups = orderedNews(this.#grouped(counted));
    const [first] = groups;
    const newest = counted.filter(
      ({ kind, listId }) => kind === first?.kind && listId === first.list.id,
    );
    return {
      accountId: this.accountId,
      throughId: this.changes.length,
      toldThroughId: this.toldThroughId,
      groups,
      newest: newest.slice(-3).reverse().map(changeOf),
    };
  }

  async markTold(_accountId: number, throughId: number): Promise<void> {
    if (this.failsToWrite) throw new Error('database or disk is full');
    this.toldThroughId = Math.max(this.toldThroughId, throughId);
  }

  async has(accountId: number, changeId: number): Promise<boolean> {
    return accountId === this.accountId && this.changes.some(({ id }) => id === changeId);
  }

  #grouped(changes: readonly NewsChange[]): NewsGroup[] {
    const keys = new Set(changes.map(({ kind, listId }) => `${kind} ${listId}`));
    return [...keys].map((key) => {
      const rows = changes.filter(({ kind, listId }) => `${kind} ${listId}` === key);
      const { kind, listId } = rows[0] as NewsChange;
      return {
        kind,
        list: { id: listId, kind: 'playlist', name: `List ${listId}` },
        byUser: kind === 'item-added',
        count: rows.length,
        songs: kind === 'playlist-gone' ? 0 : rows.length,
        untold: rows.filter(({ id }) => id > this.toldThroughId).length,
        newestId: Math.max(...rows.map(({ id }) => id)),
        seenAtMs: Math.min(...rows.map(({ seenAtMs }) => seenAtMs)),
      };
    });
  }
}

function changeOf({ id, kind, listId, seenAtMs, isRead }: NewsChange): Change {
  const common = {
    id,
    list: { id: listId, kind: 'playlist', name: `List ${listId}`, uri: null, imageUrl: null },
    observedAfterMs: seenAtMs - 3_600_000,
    observedBeforeMs: seenAtMs,
    unread: !isRead,
  } as const;
  if (kind === 'playlist-gone') return { kind, ...common };
  if (kind === 'items-moved') return { kind, ...common, count: 1 };
  const item: ItemSummary = {
    uri: `spotify:track:${id}`,
    kind: 'track',
    name: `Song ${id}`,
    artists: [],
    album: null,
    imageUrl: null,
  };
  return { kind, ...common, item, addedBy: null, addedAtMs: null };
}
