import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LibraryRow, RowsSort } from '../../../../../shared/library-rows.ts';
import { BrowsedLibrary, EVERY_ROW } from '../../../../harness/browsed-library.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

const LATEST_FIRST: RowsSort = { by: 'position', direction: 'ascending' };
const HOUR_MS = 3_600_000;

function shown(...uris: string[]) {
  return uris.map((uri) => ({ uri, addedAtMs: 7, addedBy: null }));
}

async function goneFrom(
  library: BrowsedLibrary,
  sort: RowsSort = LATEST_FIRST,
  text = '',
): Promise<Extract<LibraryRow, { kind: 'gone' }>[]> {
  const filter = { ...EVERY_ROW, text };
  const rows = await library.windows({ scope: { kind: 'gone' }, sort, filter }, 3);
  return rows.flatMap((row) => (row.kind === 'gone' ? [row] : []));
}

it('what stands in no list any more is told with when it went, and from which lists', async () => {
  const written = new WrittenHistory();
  const { clock } = written;
  const saved = written.savedTracks();
  const morning = written.playlist('p1', 'Morning');
  const evening = written.playlist('p2', 'Evening');
  await written.show(saved, shown('a', 'b', 'c'));
  await written.show(morning, shown('a', 'd', 'e'));
  await written.show(evening, shown('d', 'f'));
  await clock.advance(HOUR_MS);
  await written.show(saved, shown('b'));
  const savedLostMs = clock.nowMs();
  await clock.advance(HOUR_MS);
  await written.show(morning, shown('e'));
  const morningLostMs = clock.nowMs();
  await clock.advance(HOUR_MS);
  const eveningLostMs = clock.nowMs();
  written.repositories.lists.writeGone(evening, eveningLostMs);
  // That the list goes later does not move what had gone from it before.
  await clock.advance(HOUR_MS);
  written.repositories.lists.writeGone(morning, clock.nowMs());
  const library = new BrowsedLibrary(written);
  const rows = await goneFrom(library);
  expect(
    rows.map(({ item, goneSinceMs, from, fromCount }) => [
      item.uri,
      goneSinceMs,
      from.map(({ name }) => name),
      fromCount,
    ]),
  ).toEqual([
    ['e', clock.nowMs(), ['Morning'], 1],
    ['d', eveningLostMs, ['Evening', 'Morning'], 2],
    ['f', eveningLostMs, ['Evening'], 1],
    ['a', morningLostMs, ['Morning', 'Liked Songs'], 2],
    ['c', savedLostMs, ['Liked Songs'], 1],
  ]);
  expect(rows.map(({ position, addedAtMs }) => [position, addedAtMs])).toEqual(
    rows.map((_, index) => [index, 7]),
  );
  const { items } = await library.reader.search({ text: 'name', count: 9 });
  expect(new Map(items.rows.map((row) => [row.item.uri, row.goneSinceMs]))).toEqual(
    new Map([['b', null], ...rows.map((row) => [row.item.uri, row.goneSinceMs] as const)]),
  );
});

it('it is searched, sorted and kept while it is read, as the rows of a list are', async () => {
  const written = new WrittenHistory();
  const saved = written.savedTracks();
  await written.show(saved, shown('two', 'one', 'six'));
  await written.clock.advance(HOUR_MS);
  await written.show(saved, shown('six'));
  const library = new BrowsedLibrary(written);
  const byName = { by: 'name', direction: 'descending' } as const;
  expect((await goneFrom(library, byName)).map(({ item }) => item.uri)).toEqual(['two', 'one']);
  expect((await goneFrom(library, byName, 'name of one')).map(({ item }) => item.uri)).toEqual([
    'one',
  ]);
  const ask = (revision: string | null) =>
    library.reader.rows({
      scope: { kind: 'gone' },
      sort: LATEST_FIRST,
      filter: EVERY_ROW,
      offset: 0,
      count: 9,
      revision,
    });
  const before = await ask(null);
  await written.clock.advance(1_000);
  await written.show(saved, shown('two'));
  expect(await ask(before?.revision ?? '')).toEqual({ ...before, isCurrent: false });
  const after = await ask(null);
  expect(after?.rows.map((row) => row.kind === 'gone' && row.item.uri)).toEqual(['six', 'one']);
});

it('what a list still being written holds is neither lost nor found', async () => {
  const written = new WrittenHistory();
  const saved = written.savedTracks();
  await written.show(saved, shown('a'));
  await written.clock.advance(HOUR_MS);
  written.stage(saved, shown('b'));
  expect(await goneFrom(new BrowsedLibrary(written))).toEqual([]);
});

it('each item is gone, or stands somewhere, or never was, whatever happened to the lists', async () => {
  const uris = ['a', 'b', 'c', 'd', 'e'];
  const step = fc.record({
    list: fc.nat(2),
    rows: fc.option(fc.subarray(uris), { freq: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const written = new WrittenHistory();
      const lists = [
        written.savedTracks(),
        written.playlist('p1', 'One'),
        written.playlist('p2', 'Two'),
      ];
      const standing = lists.map(() => new Set<string>());
      const lostAtMs = new Map<string, number>();
      const left = new Set<number>();
      for (const { list, rows } of steps) {
        const id = lists[list] ?? 0;
        // A collection cannot leave, and one that has left is not read any more.
        if (left.has(list) || (rows === null && list === 0)) {
          continue;
        }
        await written.clock.advance(HOUR_MS);
        if (rows === null) {
          left.add(list);
          written.repositories.lists.writeGone(id, written.clock.nowMs());
        } else {
          await written.show(id, shown(...rows));
        }
        const before = standing[list] ?? new Set();
        const now = new Set(rows ?? []);
        for (const uri of before) {
          if (!now.has(uri)) {
            lostAtMs.set(uri, written.clock.nowMs());
          }
        }
        standing[list] = now;
      }
      const expected = [...lostAtMs].filter(([uri]) => !standing.some((one) => one.has(uri)));
      const rows = await goneFrom(new BrowsedLibrary(written));
      expect(new Map(rows.map((row) => [row.item.uri, row.goneSinceMs]))).toEqual(
        new Map(expected),
      );
      const times = rows.map(({ goneSinceMs }) => goneSinceMs);
      expect(times).toEqual(times.toSorted((one, other) => other - one));
    }),
    { numRuns: 60 },
  );
});
