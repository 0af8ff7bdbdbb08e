import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ItemMetadata, StoredAvailability } from '../../../../../electron/storage/items.ts';
import { isFound, typedWords, wordsOf } from '../../../../../electron/storage/search-words.ts';
import { sortKey } from '../../../../../electron/storage/sort-key.ts';
import {
  type LibraryRow,
  type RowsFilter,
  type RowsSort,
  rowsSortSchema,
} from '../../../../../shared/library-rows.ts';
import { BrowsedLibrary, EVERY_ROW } from '../../../../harness/browsed-library.ts';
import { type ShownRow, WrittenHistory } from '../../../../harness/written-history.ts';

const NAMES = ['Ärzte', 'arzt', 'Vol. 2', 'Vol. 10', '', '"Heroes"', '東京', 'Zebra', '!!!', '❤️'];
const KINDS = ['track', 'local', 'episode'] as const;
const AVAILABILITIES: readonly StoredAvailability[] = ['available', 'unavailable', 'missing'];

/** Any item is what its number makes it. */
function describeItem(uri: string): ItemMetadata {
  const number = Number(uri.split(':').at(-1) ?? 0);
  return {
    uri,
    kind: KINDS[number % 3] ?? 'track',
    name: NAMES[number % NAMES.length] ?? '',
    artists: number % 4 === 0 ? [] : [NAMES[(number * 3) % NAMES.length] ?? ''],
    album: number % 5 === 0 ? null : (NAMES[(number * 7) % NAMES.length] ?? ''),
    durationMs: number % 6 === 0 ? null : (number % 9) * 1_000,
    isrc: null,
    imageUrl: null,
  };
}

const shownRow: fc.Arbitrary<ShownRow> = fc.record({
  uri: fc.option(
    fc.nat(24).map((number) => `spotify:track:${number}`),
    { freq: 8 },
  ),
  addedAtMs: fc.option(fc.nat(6)),
  addedBy: fc.constant('me'),
  availability: fc.constantFrom(...AVAILABILITIES),
});

const sort: fc.Arbitrary<RowsSort> = fc.record({
  by: fc.constantFrom(...rowsSortSchema.shape.by.options),
  direction: fc.constantFrom('ascending', 'descending'),
});

const filter: fc.Arbitrary<RowsFilter> = fc.record({
  text: fc.constantFrom('', '', '', 'a', 'vol', '東', '❤', '!', '"', 'zebra a'),
  kinds: fc.option(fc.subarray([...KINDS, 'unknown' as const]), { freq: 2 }),
  onlyUnavailable: fc.boolean(),
  onlyDuplicates: fc.boolean(),
});

type SortBy = RowsSort['by'];

function names(row: LibraryRow, by: readonly ('name' | 'artist' | 'album')[]): string[] | null {
  if (row.kind === 'gap') {
    return null;
  }
  const { name, artists, album } = row.item;
  const parts = { name, artist: artists.join(', '), album: album ?? '' };
  const keys = by.map((part) => sortKey(parts[part]));
  return keys[0] === '' ? null : keys;
}

/** What a row is sorted by, told naively: parts compared one after the other; null comes last. */
function keyOf(row: LibraryRow, by: SortBy): readonly (string | number)[] | null {
  switch (by) {
    case 'position':
      return [row.position];
    case 'added':
      return row.addedAtMs === null ? null : [row.addedAtMs];
    case 'duration':
      return row.kind === 'gap' || row.durationMs === null ? null : [row.durationMs];
    case 'availability':
      return [
        ['available', 'unknown', 'unavailable', 'missing'].indexOf(
          row.kind === 'gap' ? 'missing' : row.availability,
        ),
      ];
    case 'name':
      return names(row, ['name', 'artist', 'album']);
    case 'artist':
      return names(row, ['artist', 'album', 'name']);
    case 'album':
      return names(row, ['album', 'artist', 'name']);
  }
}

function compareRows({ by, direction }: RowsSort) {
  return (left: LibraryRow, right: LibraryRow): number => {
    const [one, other] = [keyOf(left, by), keyOf(right, by)];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null) || left.position - right.position;
    }
    const index = one.findIndex((part, at) => part !== other[at]);
    const [a, b] = [one[index] ?? '', other[index] ?? ''];
    const sign = direction === 'ascending' ? 1 : -1;
    return index === -1 ? left.position - right.position : a < b ? -sign : sign;
  };
}

function passes(row: LibraryRow, all: readonly LibraryRow[], asked: RowsFilter): boolean {
  const words = typedWords(asked.text);
  const kind = row.kind === 'gap' ? 'unknown' : row.item.kind;
  const uri = row.kind === 'gap' ? null : row.item.uri;
  const item = row.kind === 'gap' ? null : row.item;
  const itemWords = [item?.name ?? '', ...(item?.artists ?? []), item?.album ?? ''];
  const isGrey =
    row.kind === 'gap' || row.availability === 'unavailable' || row.availability === 'missing';
  const times = all.filter((one) => one.kind === 'item' && one.item.uri === uri).length;
  return (
    (asked.kinds === null || asked.kinds.includes(kind)) &&
    (words.length === 0 || isFound(itemWords.flatMap(wordsOf), words)) &&
    (!asked.onlyUnavailable || isGrey) &&
    (!asked.onlyDuplicates || times > 1)
  );
}

async function listed(rows: readonly ShownRow[]) {
  const written = new WrittenHistory(undefined, 'me', undefined, describeItem);
  const listId = written.savedTracks();
  await written.show(listId, rows);
  return { written, listId, library: new BrowsedLibrary(written) };
}

it('windows put together are the whole list, sorted and filtered, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(shownRow, { minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(sort, filter), { minLength: 4, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (rows, questions, count, isIndexed) => {
        const { listId, library } = await listed(rows);
        if (isIndexed) {
          await library.indexer.wake();
        }
        const scope = { kind: 'list', listId } as const;
        const position = { by: 'position', direction: 'ascending' } as const;
        const all = await library.windows({ scope, sort: position, filter: EVERY_ROW }, count);
        expect(all.map((row) => (row.kind === 'gap' ? null : row.item.uri))).toEqual(
          rows.map(({ uri }) => uri),
        );
        expect(all.map((row) => row.addedAtMs)).toEqual(rows.map(({ addedAtMs }) => addedAtMs));
        for (const [by, asked] of questions) {
          const expected = all.filter((row) => passes(row, all, asked)).toSorted(compareRows(by));
          const ofWindows = await library.windows({ scope, sort: by, filter: asked }, count);
          expect(ofWindows).toEqual(expected);
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('everything holds each item of any list once, and nothing of lists that are gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(shownRow, { maxLength: 12 }), { minLength: 2, maxLength: 4 }),
      sort,
      async (contents, by) => {
        const written = new WrittenHistory(undefined, 'me', undefined, describeItem);
        const library = new BrowsedLibrary(written);
        for (const [index, rows] of contents.entries()) {
          const list = written.playlist(`p${index}`, `P ${index}`);
          await written.show(list, rows);
          if (index === 0) {
            written.repositories.lists.writeGone(list, written.clock.nowMs());
          }
        }
        await written.showPlaylists(['p1']);
        const standing = contents
          .slice(1)
          .flat()
          .filter(({ uri }) => uri !== null);
        const scope = { kind: 'everything' } as const;
        const rows = await library.windows({ scope, sort: by, filter: EVERY_ROW }, 5);
        expect(rows).toEqual(rows.toSorted(compareRows(by)));
        const uris = rows.map((row) => (row.kind === 'gap' ? null : row.item.uri));
        expect(uris.toSorted()).toEqual([...new Set(standing.map(({ uri }) => uri))].toSorted());
        for (const row of rows) {
          const same = standing.filter(({ uri }) => row.kind === 'item' && uri === row.item.uri);
          const dates = same.flatMap(({ addedAtMs }) => addedAtMs ?? []);
          expect(row.addedAtMs).toBe(dates.length === 0 ? null : Math.min(...dates));
        }
      },
    ),
    { numRuns: 25 },
  );
});
