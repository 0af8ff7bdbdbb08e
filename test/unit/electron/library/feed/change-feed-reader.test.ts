import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ChangeFeedReader } from '../../../../../electron/library/feed/change-feed-reader.ts';
import { ROWS_SHOWN } from '../../../../../electron/library/feed/feed-slots.ts';
import { Attention } from '../../../../../electron/storage/attention.ts';
import { createRepositories } from '../../../../../electron/storage/repositories.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import type { ChangeKind } from '../../../../../shared/change.ts';
import type { FeedWindow } from '../../../../../shared/change-feed.ts';
import { feedInMemory } from '../../../../doubles/feed-in-memory.ts';
import { memoryDatabase } from '../../../../doubles/watched-library.ts';
import { expectNoLongScan, listening } from '../../../../harness/listening-database.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 0, 5, 6);
const EVERYTHING: FeedWindow = {
  filter: 'all',
  listId: null,
  unreadOnly: false,
  throughId: null,
  open: [],
  offset: 0,
  count: 200,
};

const dayStart = (atMs: number) => atMs - (atMs % DAY_MS);

/** One account with two playlists, whose changes a test writes by hand. */
class WrittenChanges {
  readonly database: Database;
  readonly repositories: ReturnType<typeof createRepositories>;
  readonly reader: ChangeFeedReader;
  readonly accountId: number;
  readonly lists: readonly number[];

  constructor(database: Database = memoryDatabase()) {
    this.database = database;
    this.repositories = createRepositories(database);
    this.accountId = this.repositories.accounts.open('me', 'Me').id;
    this.lists = ['Road trip', 'Kitchen'].map((name) => this.#playlist(name));
    const yieldToEventLoop = () => Promise.resolve();
    this.reader = new ChangeFeedReader({ database, dayStart, yieldToEventLoop });
  }

  write(rows: readonly { list: number; kind: ChangeKind; atMs: number; count: number }[]): void {
    const { changes } = this.repositories;
    this.database.transaction(() => {
      for (const { list, kind, atMs, count } of rows) {
        for (let index = 0; index < count; index += 1) {
          changes.add(this.accountId, {
            listId: this.lists[list] ?? -1,
            listName: `List ${list}`,
            kind,
            observedAfterMs: atMs - HOUR_MS,
            observedBeforeMs: atMs,
          });
        }
      }
      changes.publish(this.accountId);
    });
  }

  page(window: Partial<FeedWindow> = {}) {
    return this.reader.page(this.accountId, { ...EVERYTHING, ...window });
  }

  all() {
    return this.repositories.changes.page(this.accountId, null, 0, 1_000_000).rows;
  }

  #playlist(name: string): number {
    const about = { name, description: '', ownerId: 'me', ownerName: 'Me', isPublic: null };
    return this.repositories.lists.addPlaylist(
      this.accountId,
      {
        ...about,
        isCollaborative: false,
        externalId: name,
        uri: `spotify:playlist:${name}`,
        imageUrl: null,
        contents: 'readable',
        cover: null,
      },
      START_MS,
    );
  }
}

describe('the feed by day and list', () => {
  it('puts what happened to a list on a day together, whatever came between', async () => {
    const written = new WrittenChanges();
    const [nine, ten, eleven] = [START_MS, START_MS + HOUR_MS, START_MS + 2 * HOUR_MS];
    written.write([
      { list: 0, kind: 'item-added', atMs: nine, count: 1 },
      { list: 1, kind: 'item-removed', atMs: ten, count: 1 },
      { list: 0, kind: 'playlist-cover', atMs: ten, count: 1 },
      { list: 0, kind: 'item-added', atMs: eleven, count: 1 },
    ]);
    const { rows } = await written.page();
    expect(rows).toMatchObject([
      {
        isOfPlaylists: false,
        change: { list: { id: written.lists[0] }, observedBeforeMs: eleven },
      },
      { isOfPlaylists: false, change: { list: { id: written.lists[0] }, observedBeforeMs: nine } },
      { isOfPlaylists: true, change: { kind: 'playlist-cover' } },
      { isOfPlaylists: false, change: { list: { id: written.lists[1] } } },
    ]);
  });

  it('shows a long group as one row until it is opened', async () => {
    const written = new WrittenChanges();
    written.write([
      { list: 0, kind: 'item-added', atMs: START_MS, count: 30 },
      { list: 0, kind: 'item-added', atMs: START_MS + HOUR_MS, count: 7 },
      { list: 0, kind: 'item-removed', atMs: START_MS + HOUR_MS, count: ROWS_SHOWN },
    ]);
    const closed = await written.page();
    expect(closed).toMatchObject({ total: ROWS_SHOWN + 1, changes: 37 + ROWS_SHOWN });
    const head = closed.rows.at(-1);
    expect(head).toMatchObject({
      kind: 'group',
      change: 'item-added',
      count: 37,
      unread: 37,
      observedAfterMs: START_MS - HOUR_MS,
      observedBeforeMs: START_MS + HOUR_MS,
      isOpen: false,
      newest: [{ id: 37 }, { id: 36 }, { id: 35 }],
    });
    const key = head?.kind === 'group' ? head.key : '';
    const opened = await written.page({ open: [key], offset: ROWS_SHOWN, count: 4 });
    expect(opened.total).toBe(ROWS_SHOWN + 1 + 37);
    expect(opened.rows).toMatchObject([
      { kind: 'group', isOpen: true },
      ...[37, 36, 35].map((id) => ({ kind: 'change', isInGroup: true, change: { id } })),
    ]);
  });

  it('stands still while more arrives, and says how much', async () => {
    const written = new WrittenChanges();
    written.write([{ list: 0, kind: 'item-added', atMs: START_MS, count: 3 }]);
    const before = await written.page();
    written.write([
      { list: 0, kind: 'item-added', atMs: START_MS + HOUR_MS, count: 2 },
      { list: 0, kind: 'item-removed', atMs: START_MS + HOUR_MS, count: 1 },
    ]);
    const { throughId } = before;
    expect(await written.page({ throughId })).toEqual({ ...before, arrived: 3 });
    const added = await written.page({ throughId, filter: 'added' });
    expect(added).toMatchObject({ total: 3, arrived: 2 });
    expect(await written.page()).toMatchObject({ total: 6, arrived: 0 });
  });

  it('knows at once what was marked as read', async () => {
    const written = new WrittenChanges();
    written.write([{ list: 0, kind: 'item-added', atMs: START_MS, count: 3 }]);
    expect(await written.page({ unreadOnly: true })).toMatchObject({ total: 3 });
    written.repositories.changes.markRead(written.accountId, 2);
    written.reader.forget();
    const { rows } = await written.page({ unreadOnly: true });
    expect(rows).toMatchObject([{ change: { id: 3 } }]);
  });

  it('offers the lists in which something changed, the latest first', async () => {
    const written = new WrittenChanges();
    written.write([
      { list: 1, kind: 'item-added', atMs: START_MS, count: 2 },
      { list: 0, kind: 'playlist-gone', atMs: START_MS + 1, count: 1 },
      { list: 1, kind: 'item-removed', atMs: START_MS - 40 * DAY_MS, count: 1 },
    ]);
    expect(await written.reader.lists(written.accountId)).toMatchObject([
      { list: { id: written.lists[1] }, count: 3 },
      { list: { id: written.lists[0] }, count: 1 },
    ]);
  });

  it('shows in windows of any size what one look at everything shows', async () => {
    const row = fc.record({
      list: fc.nat(1),
      kind: fc.constantFrom<ChangeKind>('item-added', 'item-removed', 'playlist-cover'),
      atMs: fc.nat(200).map((hours) => START_MS + hours * HOUR_MS),
      count: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        fc.constantFrom('all' as const, 'added' as const),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (rows, filter, isOfOne, count) => {
          const written = new WrittenChanges();
          written.write(rows);
          const listId = isOfOne ? (written.lists[1] ?? null) : null;
          const window = { ...EVERYTHING, filter, listId, count: 100_000 };
          const closed = feedInMemory(written.all(), window, dayStart);
          const keys = closed.rows.flatMap((each) => (each.kind === 'group' ? [each.key] : []));
          const open = keys.filter((_, index) => index % 2 === 0);
          const expected = feedInMemory(written.all(), { ...window, open }, dayStart);
          const seen = [];
          for (let offset = 0; offset < expected.total; offset += count) {
            const page = await written.page({ filter, listId, open, offset, count });
            expect(page.total).toBe(expected.total);
            seen.push(...page.rows);
          }
          expect(seen).toEqual(expected.rows);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a hundred thousand changes', () => {
  const database = listening();
  let written: WrittenChanges;
  beforeAll(() => {
    written = new WrittenChanges(database);
    written.write(
      Array.from({ length: 20_000 }, (_, index) => ({
        list: index % 2,
        kind: index % 3 === 0 ? ('item-removed' as const) : ('item-added' as const),
        atMs: START_MS + index * HOUR_MS,
        count: 5,
      })),
    );
  }, 60_000);

  it('are shown from the middle, and no row is walked through', async () => {
    database.isListening = true;
    const first = await written.page();
    expect(first.changes).toBe(100_000);
    const { total, throughId } = first;
    const page = await written.page({ throughId, offset: Math.floor(total / 2), count: 50 });
    expect(page.rows).toHaveLength(50);
    written.write([{ list: 0, kind: 'item-added', atMs: START_MS, count: 1 }]);
    expect(await written.page({ throughId, filter: 'added' })).toMatchObject({ arrived: 1 });
    await written.reader.lists(written.accountId);
    const attention = new Attention(database);
    attention.unavailableItems(written.accountId);
    attention.gonePlaylists(written.accountId);
    attention.refusedLists(written.accountId);
    attention.forgetReadable(written.accountId);
    database.isListening = false;
    expectNoLongScan(database);
  });
});
