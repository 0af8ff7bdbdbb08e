import { expect, it } from 'vitest';
import { rowsSortSchema } from '../../../../../shared/library-rows.ts';
import { BrowsedLibrary, EVERY_ROW } from '../../../../harness/browsed-library.ts';
import { expectNoLongScan, listening } from '../../../../harness/listening-database.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

it('no question about the library reads a large table but piece by piece, by its key', async () => {
  const database = listening();
  const written = new WrittenHistory(database);
  const list = written.playlist('p1', 'One');
  await written.showPlaylists(['p1']);
  const rows = ['a', 'b', 'c'].map((uri, index) => ({ uri, addedAtMs: index, addedBy: 'me' }));
  await written.show(list, rows);
  await written.show(list, rows.toReversed());
  await written.show(list, rows.slice(1));
  const library = new BrowsedLibrary(written);
  database.isListening = true;
  const asked = { offset: 1, count: 2, revision: null };
  for (const by of rowsSortSchema.shape.by.options) {
    for (const scope of [
      { kind: 'everything' } as const,
      { kind: 'gone' } as const,
      { kind: 'list', listId: list } as const,
    ]) {
      const sort = { by, direction: 'ascending' } as const;
      await library.reader.rows({ scope, sort, filter: { ...EVERY_ROW, text: 'n' }, ...asked });
      await library.reader.rows({ scope, sort, filter: EVERY_ROW, ...asked });
    }
  }
  await library.reader.playlists({
    sort: { by: 'name', direction: 'ascending' },
    filter: { text: '', state: 'any' },
    offset: 0,
    count: 5,
  });
  expect(await library.found('name')).toHaveLength(3);
  await library.indexer.wake();
  expect(await library.found('name')).toHaveLength(3);
  for (const _ of library.index.erase(5, 5));
  expectNoLongScan(database);
  for (const sql of database.heard) {
    // Lists of an account are sorted by the database: there are few of them. Rows come in order.
    if (/FROM (entries|items)\b/.test(sql) && sql.includes('ORDER BY')) {
      expect({ sql, isSorted: database.plan(sql).join().includes('FOR ORDER BY') }).toEqual({
        sql,
        isSorted: false,
      });
    }
  }
});
