import { describe, expect, it } from 'vitest';
import { ChangeFeed } from '../../../../renderer/state/change-feed.ts';
import type { Change } from '../../../../shared/change.ts';
import { createWindowApiDouble } from '../../../doubles/window-api.ts';

/** Newest first: the ids fall from `newest` to `newest - count + 1`. */
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
      list: { id: 1, kind: 'saved-tracks', name: '', uri: null, imageUrl: null },
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

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the feed of changes', () => {
  it('loads only what is looked at', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    expect(ready(feed).total).toBe(1_000);
    expect(ready(feed).rowAt(0)?.id).toBe(1_000);
    expect(ready(feed).rowAt(700)).toBeNull();
    await feed.ensure(695, 720);
    expect(ready(feed).rowAt(700)?.id).toBe(300);
    expect(ready(feed).rowAt(400)).toBeNull();
  });

  it('does not move while it is read: what arrives is only counted', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    feed.listen();
    double.arrive(changes(1_003, 3));
    await settled();
    expect(ready(feed)).toMatchObject({ total: 1_000, arrived: 3 });
    expect(ready(feed).rowAt(0)?.id).toBe(1_000);
    await feed.ensure(500, 520);
    expect(ready(feed).rowAt(500)?.id).toBe(500);
  });

  it('notices an arrival that was not told by the length of the list', async () => {
    const double = createWindowApiDouble({ changes: changes(1_000, 1_000) });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    double.arrive(changes(1_002, 2));
    await feed.ensure(500, 520);
    expect(ready(feed).arrived).toBe(2);
    expect(ready(feed).rowAt(500)?.id).toBe(500);
  });

  it('counts only arrivals that its filter lets through', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10, 'item-removed') });
    const feed = new ChangeFeed(double.api.changes, 'removed');
    await feed.open();
    feed.listen();
    double.arrive([...changes(14, 3, 'item-added'), ...changes(11, 1, 'item-removed')]);
    await settled();
    expect(ready(feed).arrived).toBe(1);
  });

  it('shows what arrived when it is asked to', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10) });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    feed.listen();
    double.arrive(changes(12, 2));
    await settled();
    await feed.open();
    expect(ready(feed)).toMatchObject({ total: 12, arrived: 0 });
    expect(ready(feed).rowAt(0)?.id).toBe(12);
  });

  it('fills an empty list by itself, for there is nothing to move', async () => {
    const double = createWindowApiDouble();
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    feed.listen();
    double.arrive(changes(2, 2));
    await settled();
    expect(ready(feed)).toMatchObject({ total: 2, arrived: 0 });
  });

  it('marks as read what was shown, not what arrived meanwhile', async () => {
    const double = createWindowApiDouble({ changes: changes(10, 10) });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    feed.listen();
    double.arrive(changes(12, 2));
    await settled();
    await feed.markAllRead();
    expect(double.commands.at(-1)).toEqual({
      name: 'changes.markRead',
      argument: { throughId: 10 },
    });
    expect(ready(feed).rowAt(0)?.unread).toBe(false);
  });

  it('lets rows go that are far away, and loads them again', async () => {
    const double = createWindowApiDouble({ changes: changes(10_000, 10_000) });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    for (let row = 0; row < 10_000; row += 50) await feed.ensure(row, row + 49);
    expect(ready(feed).rowAt(9_999)?.id).toBe(1);
    expect(ready(feed).rowAt(2_000)).toBeNull();
    expect(ready(feed).rowAt(0)?.id).toBe(10_000);
    await feed.ensure(2_000, 2_000);
    expect(ready(feed).rowAt(2_000)?.id).toBe(8_000);
  });

  it('starts over when old changes were deleted', async () => {
    const rows = changes(100, 100);
    let shown = rows;
    const double = createWindowApiDouble({
      calls: {
        changes: {
          page: async ({ offset, count }) => ({
            ok: true,
            value: { total: shown.length, offset, rows: shown.slice(offset, offset + count) },
          }),
        },
      },
    });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    shown = rows.slice(0, 60);
    await feed.ensure(50, 60);
    expect(ready(feed)).toMatchObject({ total: 60, arrived: 0 });
  });

  it('says under which entry of the log a failure stands', async () => {
    const double = createWindowApiDouble({
      calls: {
        changes: { page: async () => ({ ok: false, error: { kind: 'internal', id: 'abc' } }) },
      },
    });
    const feed = new ChangeFeed(double.api.changes, 'all');
    await feed.open();
    expect(feed.current()).toEqual({ kind: 'failed', id: 'abc' });
  });
});
