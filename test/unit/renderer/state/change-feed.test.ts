import { describe, expect, it } from 'vitest';
import { ChangeFeed } from '../../../../renderer/state/change-feed.ts';
import type { Change } from '../../../../shared/change.ts';
import type { FeedQuery } from '../../../../shared/change-feed.ts';
import { createWindowApiDouble } from '../../../doubles/window-api.ts';

/** Newest first, each in a list of its own: the ids fall from `newest` to `newest - count + 1`. */
function changes(
  newest: number,
  count: number,
  kind: 'item-added' | 'item-removed' = 'item-added',
) {
  return Array.from(
    { length: count },
    (_, index): Change => ({
      kind,
      id: newest - index,
      list: { id: newest - index, kind: 'playlist', name: '', uri: null, imageUrl: null },
      observedAfterMs: 0,
      observedBeforeMs: 1,
      unread: true,
      item: { uri: '', kind: 'track', name: 'n', artists: [], album: null, imageUrl: null },
      addedBy: null,
      addedAtMs: null,
    }),
  );
}

function ready(feed: ChangeFeed) {
  const state = feed.current();
  if (state.kind !== 'ready') throw new Error(`The feed is ${state.kind}`);
  return state;
}

const ALL: FeedQuery = { filter: 'all', listId: null, unreadOnly: false };

function idAt(feed: ChangeFeed, index: number): number | null {
  const row = ready(feed).rowAt(index);
  return row?.kind === 'change' ? row.change.id : null;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the feed of changes', () => {
  it('loads only what is looked at', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    expect(ready(feed).total).toBe(1_000);
    expect(idAt(feed, 0)).toBe(1_000);
    expect(ready(feed).rowAt(700)).toBeNull();
    await feed.ensure(695, 720);
    expect(idAt(feed, 700)).toBe(300);
    expect(ready(feed).rowAt(400)).toBeNull();
  });

  it('does not move while it is read: what arrives is only counted', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    feed.listen();
    double.arrive(changes(1_003, 3));
    await settled();
    expect(ready(feed)).toMatchObject({ total: 1_000, arrived: 3 });
    expect(idAt(feed, 0)).toBe(1_000);
    await feed.ensure(500, 520);
    expect(idAt(feed, 500)).toBe(500);
  });

  it('notices an arrival that was not told by the length of the list', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    double.arrive(changes(1_002, 2));
    await feed.ensure(500, 520);
    expect(ready(feed).arrived).toBe(2);
    expect(idAt(feed, 500)).toBe(500);
  });

  it('counts only arrivals that its filter lets through', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10, 'item-removed') });
    const feed = new ChangeFeed(double.api.changes, { ...ALL, filter: 'removed' });
    await feed.open();
    feed.listen();
    double.arrive([...changes(14, 3, 'item-added'), ...changes(11, 1, 'item-removed')]);
    await settled();
    expect(ready(feed).arrived).toBe(1);
  });

  it('shows what arrived when it is asked to', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    feed.listen();
    double.arrive(changes(12, 2));
    await settled();
    await feed.open();
    expect(ready(feed)).toMatchObject({ total: 12, arrived: 0 });
    expect(idAt(feed, 0)).toBe(12);
  });

  it('is opened again where it was left: the same rows, and what came since is counted', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const left = new ChangeFeed(double.api.changes, ALL);
    await left.open();
    const { throughId, open } = left.standing();
    expect([throughId, open]).toEqual([1_000, []]);
    double.arrive(changes(1_007, 7));
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.openAt({ kind: 'feed', index: 302, offsetPx: 9, key: null, throughId, open });
    expect(ready(feed)).toMatchObject({ total: 1_000, arrived: 7 });
    // Enough on either side for a screen and for the heading above it.
    expect([idAt(feed, 272), idAt(feed, 302), idAt(feed, 332)]).toEqual([728, 698, 668]);
    expect(ready(feed).rowAt(0)).toBeNull();
    await feed.open();
    expect(ready(feed)).toMatchObject({ total: 1_007, arrived: 0 });
  });

  it('is opened again at its newest change where it was left at its top', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    const atTop = { kind: 'feed', index: 0, offsetPx: 0, key: null, throughId: null } as const;
    await feed.openAt({ ...atTop, open: ['a group'] });
    expect(ready(feed)).toMatchObject({ total: 10, arrived: 0 });
    expect(feed.standing()).toEqual({ throughId: 10, open: ['a group'] });
  });

  it('is opened at its newest change where all that was left is deleted', async () => {
    const double = createWindowApiDouble({ changes: changes(50, 10) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    const place = { kind: 'feed', index: 4, offsetPx: 0, key: null, throughId: 12 } as const;
    await feed.openAt({ ...place, open: [] });
    expect(ready(feed)).toMatchObject({ total: 10, arrived: 0 });
  });

  it('fills an empty list by itself, for there is nothing to move', async () => {
    const double = createWindowApiDouble();
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    feed.listen();
    double.arrive(changes(2, 2));
    await settled();
    expect(ready(feed)).toMatchObject({ total: 2, arrived: 0 });
  });

  it('marks as read what was shown, not what arrived meanwhile', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    feed.listen();
    double.arrive(changes(12, 2));
    await settled();
    await feed.markAllRead();
    expect(double.commands.at(-1)).toEqual({
      name: 'changes.markRead',
      argument: { throughId: 10 },
    });
    expect(ready(feed).rowAt(0)).toMatchObject({ change: { unread: false } });
  });

  it('lets rows go that are far away, and loads them again', async () => {
    const double = createWindowApiDouble({ changes: changes(4_000, 4_000) });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    for (let row = 0; row < 4_000; row += 50) await feed.ensure(row, row + 49);
    expect(idAt(feed, 3_999)).toBe(1);
    expect(ready(feed).rowAt(1_000)).toBeNull();
    await feed.ensure(1_000, 1_000);
    expect(idAt(feed, 1_000)).toBe(3_000);
  });

  it('starts over when old changes were deleted', async () => {
    let kept = changes(100, 100);
    const double = createWindowApiDouble({
      calls: {
        changes: {
          feed: async (window) => createWindowApiDouble({ changes: kept }).api.changes.feed(window),
        },
      },
    });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    kept = kept.slice(0, 60);
    await feed.ensure(50, 60);
    expect(ready(feed)).toMatchObject({ total: 60, arrived: 0 });
  });

  it('opens a long group where it stands, and closes it again', async () => {
    const long = changes(20, 20).map((change, index) =>
      index >= 5 && index < 15 ? { ...change, list: { ...change.list, id: 7 } } : change,
    );
    const double = createWindowApiDouble({ changes: long });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    expect(ready(feed).total).toBe(11);
    const head = ready(feed).rowAt(5);
    const key = head?.kind === 'group' ? head.key : '';
    await feed.toggle(key, 5);
    expect(ready(feed).total).toBe(21);
    expect(ready(feed).rowAt(5)).toMatchObject({ kind: 'group', isOpen: true, count: 10 });
    expect([4, 6, 15, 16].map((index) => idAt(feed, index))).toEqual([16, 15, 6, 5]);
    await feed.toggle(key, 5);
    expect(ready(feed).total).toBe(11);
    expect(idAt(feed, 6)).toBe(5);
  });

  it('empties a feed of what is new when all is marked as read', async () => {
    const double = createWindowApiDouble({ changes: changes(3, 3) });
    const feed = new ChangeFeed(double.api.changes, { ...ALL, unreadOnly: true });
    await feed.open();
    expect(ready(feed).total).toBe(3);
    await feed.markAllRead();
    expect(ready(feed).total).toBe(0);
  });

  it('says under which entry of the log a failure stands', async () => {
    const double = createWindowApiDouble({
      calls: {
        changes: { feed: async () => ({ ok: false, error: { kind: 'internal', id: 'abc' } }) },
      },
    });
    const feed = new ChangeFeed(double.api.changes, ALL);
    await feed.open();
    expect(feed.current()).toEqual({ kind: 'failed', id: 'abc' });
  });
});
