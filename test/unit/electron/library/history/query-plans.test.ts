import { expect, it } from 'vitest';
import { deleteAccountForGood } from '../../../../../electron/storage/delete-account.ts';
import { Retention } from '../../../../../electron/storage/retention.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { expectNoLongScan, listening } from '../../../../harness/listening-database.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

/** A little of everything, so that every query has something to find. */
async function fill(database: Database): Promise<{ written: WrittenHistory; list: number }> {
  const written = new WrittenHistory(database);
  const list = written.playlist('p1', 'One');
  await written.showPlaylists(['p1']);
  const rows = ['a', 'b', 'c', 'd'].map((uri, index) => ({ uri, addedAtMs: index, addedBy: 'me' }));
  for (const shown of [rows, rows.toReversed(), rows.slice(1), rows.toReversed()]) {
    await written.clock.advance(1_000);
    await written.show(list, shown, { isrc: 'GBAYE6800011' });
  }
  return { written, list };
}

it('no question to the history reads a large table from end to end', async () => {
  const database = listening();
  const { written, list } = await fill(database);
  const { history } = written;
  const window = { offset: 0, count: 10 };
  database.isListening = true;
  const { rows } = await history.observations({ listId: list, ...window });
  const [newest, oldest] = [rows[0], rows.at(-1)];
  for (const offset of [0, 3]) {
    const moment = { kind: 'time' as const, atMs: written.clock.nowMs() };
    await history.state({ listId: list, moment, offset, count: 1 });
  }
  const difference = await history.difference({
    listId: list,
    from: { kind: 'observation', id: newest?.id ?? 0 },
    to: { kind: 'observation', id: oldest?.id ?? 0 },
    kinds: null,
    ...window,
  });
  expect(difference?.counts.moved).toBeGreaterThan(0);
  await history.timeline({ uri: 'a', ...window });
  await history.substitutes('a');
  expect((await history.sizes(list))?.map(({ rows }) => rows)).toEqual([4, 4, 3, 4]);
  expectNoLongScan(database);
  for (const sql of database.heard) {
    // Rows and revisions of a list come in their order from an index; only a window is sorted.
    if (/ORDER BY (order_key|revisions\.id LIMIT)/.test(sql)) {
      expect(database.plan(sql).join()).not.toContain('TEMP B-TREE');
    }
  }
});

it('no piece of a deletion reads a large table from end to end', async () => {
  const database = listening();
  const { written } = await fill(database);
  database.isListening = true;
  const retention = new Retention(database);
  const deletion = retention.deleteBefore(written.account.id, written.clock.nowMs(), 2);
  while (deletion.next().done !== true);
  await deleteAccountForGood(database, written.account.id, async () => true);
  expectNoLongScan(database);
});
