import { expect, it } from 'vitest';
import {
  type PlaylistsQuery,
  playlistsQuerySchema,
  rowsQuerySchema,
  searchQuerySchema,
} from '../../../../../shared/library-rows.ts';
import { BrowsedLibrary, EVERY_ROW } from '../../../../harness/browsed-library.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

const BY_NAME = { by: 'name', direction: 'ascending' } as const;
const IN_ORDER = { by: 'position', direction: 'ascending' } as const;
const WINDOW = { offset: 0, count: 10 };

function shown(...uris: string[]) {
  return uris.map((uri) => ({ uri, addedAtMs: 1, addedBy: null }));
}

async function withList(...uris: string[]) {
  const written = new WrittenHistory();
  const list = written.savedTracks();
  await written.show(list, shown(...uris));
  const library = new BrowsedLibrary(written);
  const ask = async (sort: typeof BY_NAME | typeof IN_ORDER, revision: string | null = null) => {
    const scope = { kind: 'collection', collection: 'saved-tracks' } as const;
    const window = await library.reader.rows({
      scope,
      sort,
      filter: EVERY_ROW,
      ...WINDOW,
      revision,
    });
    const uris = window?.rows.map((row) => (row.kind === 'gap' ? null : row.item.uri));
    return { uris, revision: window?.revision ?? '', isCurrent: window?.isCurrent };
  };
  return { written, list, library, ask };
}

it.each([
  ['sorted', BY_NAME],
  ['as the list stands', IN_ORDER],
])('windows of a revision still fit together after the list has changed: %s', async (_, sort) => {
  const { written, list, ask } = await withList('b', 'c');
  const before = await ask(sort);
  expect(before).toMatchObject({ uris: ['b', 'c'], isCurrent: true });
  await written.clock.advance(1_000);
  await written.show(list, shown('a', 'b', 'c'));
  expect(await ask(sort, before.revision)).toEqual({ ...before, isCurrent: false });
  const after = await ask(sort);
  expect(after).toMatchObject({ uris: ['a', 'b', 'c'], isCurrent: true });
  expect(after.revision).not.toBe(before.revision);
});

it('a revision that is not kept any more is answered with the newest', async () => {
  const { ask } = await withList('b');
  const newest = await ask(BY_NAME);
  expect(await ask(BY_NAME, 'of long ago')).toEqual(newest);
});

it('what a check leaves as it was stays current, and a new name or availability does not', async () => {
  const { written, list, ask } = await withList('b', 'c');
  const first = await ask(BY_NAME);
  await written.clock.advance(1_000);
  await written.show(list, shown('b', 'c'));
  expect((await ask(BY_NAME)).revision).toBe(first.revision);
  await written.show(list, shown('b', 'c'), { name: 'Another' });
  const renamed = await ask(BY_NAME);
  expect(renamed.revision).not.toBe(first.revision);
  const [row] = shown('b');
  await written.show(list, [
    { uri: 'b', addedAtMs: 1, addedBy: null, availability: 'unavailable' },
    ...shown('c'),
  ]);
  expect(row?.uri).toBe('b');
  expect((await ask(BY_NAME)).revision).not.toBe(renamed.revision);
});

it('lets go of what it keeps when nobody has asked for a while, and answers the same again', async () => {
  const { written, library, ask } = await withList('b', 'a');
  const before = await ask(BY_NAME);
  await written.clock.advance(3 * 60_000);
  expect(await ask(BY_NAME)).toEqual(before);
  library.reader.close();
  expect(written.clock.pendingCount).toBe(0);
});

it('rows of lists of another account, and of the list of playlists, are not told', async () => {
  const { written, list, library } = await withList('a');
  const other = new WrittenHistory(written.repositories.database, 'other', written.clock);
  const playlists = await written.showPlaylists(['p']);
  const ask = (reader: BrowsedLibrary, listId: number) =>
    reader.reader.rows({
      scope: { kind: 'list', listId },
      sort: IN_ORDER,
      filter: EVERY_ROW,
      ...WINDOW,
      revision: null,
    });
  expect(await ask(library, list)).not.toBeNull();
  expect(await ask(new BrowsedLibrary(other), list)).toBeNull();
  expect(await ask(library, playlists)).toBeNull();
});

it('playlists come in windows, by any order, listed or gone', async () => {
  const written = new WrittenHistory();
  const { lists, accounts } = written.repositories;
  accounts.writeProfile(written.account.id, { userId: 'me', country: null });
  const first = written.playlist('p1', 'Ärger');
  const second = written.playlist('p2', 'abend');
  const third = written.playlist('p3', 'Zug');
  await written.showPlaylists(['p3', 'p1']);
  await written.show(first, shown('a', 'b'));
  await written.show(third, shown('a'));
  await written.clock.advance(1_000);
  await written.show(third, shown('a', 'b', 'c'));
  lists.writeGone(second, 7);
  lists.writeContentsAccess(second, 'not-ours');
  const { reader } = new BrowsedLibrary(written);
  const ask = async (
    by: 'position' | 'name' | 'owner' | 'items' | 'changed',
    direction: 'ascending' | 'descending' = 'ascending',
    filter: PlaylistsQuery['filter'] = { text: '', state: 'any' },
  ) => (await reader.playlists({ sort: { by, direction }, filter, ...WINDOW })).rows;
  const names = async (...asked: Parameters<typeof ask>) =>
    (await ask(...asked)).map(({ name }) => name);
  expect(await names('position')).toEqual(['Zug', 'Ärger', 'abend']);
  expect(await names('name')).toEqual(['abend', 'Ärger', 'Zug']);
  expect(await names('name', 'descending')).toEqual(['Zug', 'Ärger', 'abend']);
  expect(await names('items', 'descending')).toEqual(['Zug', 'Ärger', 'abend']);
  expect(await names('changed', 'descending')).toEqual(['Zug', 'Ärger', 'abend']);
  expect(await names('name', 'ascending', { text: '', state: 'gone' })).toEqual(['abend']);
  expect(await names('name', 'ascending', { text: 'är', state: 'listed' })).toEqual(['Ärger']);
  const alone = { text: '', state: 'any', listId: second } as const;
  expect(await names('position', 'ascending', alone)).toEqual(['abend']);
  const rows = await ask('position');
  expect(rows.map(({ items, contents, changedAtMs }) => [items, contents, changedAtMs])).toEqual([
    [3, 'watched', written.clock.nowMs()],
    [2, 'watched', null],
    [null, 'not-watched', null],
  ]);
  expect(rows.map(({ isOwn }) => isOwn)).toEqual([true, true, true]);
  const window = await reader.playlists({
    sort: { by: 'name', direction: 'ascending' },
    filter: { text: '', state: 'any' },
    offset: 1,
    count: 1,
  });
  expect([window.total, window.offset, window.rows.map(({ name }) => name)]).toEqual([
    3,
    1,
    ['Ärger'],
  ]);
});

it('no question is answered with more than 200 rows, and none is too long to be asked', () => {
  const filter = { ...EVERY_ROW, text: 'x'.repeat(10_000) };
  const rows = { scope: { kind: 'everything' }, sort: BY_NAME, filter, revision: null };
  const playlists = { sort: BY_NAME, filter: { text: '"*', state: 'any' } };
  for (const count of [0, 201, 1.5, -1, Number.NaN]) {
    expect(rowsQuerySchema.safeParse({ ...rows, offset: 0, count }).success).toBe(false);
    expect(playlistsQuerySchema.safeParse({ ...playlists, offset: 0, count }).success).toBe(false);
    expect(searchQuerySchema.safeParse({ text: 'a', count }).success).toBe(false);
  }
  expect(rowsQuerySchema.safeParse({ ...rows, offset: -1, count: 1 }).success).toBe(false);
  expect(rowsQuerySchema.parse({ ...rows, offset: 0, count: 200 }).filter.text).toHaveLength(1_000);
  expect(playlistsQuerySchema.safeParse({ ...playlists, offset: 0, count: 200 }).success).toBe(
    true,
  );
  expect(searchQuerySchema.parse({ text: 'x'.repeat(10_000), count: 200 }).text).toHaveLength(
    1_000,
  );
});
