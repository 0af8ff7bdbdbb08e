import { describe, expect, it } from 'vitest';
import type { ItemMetadata } from '../../../../../electron/storage/items.ts';
import { BrowsedLibrary } from '../../../../harness/browsed-library.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

/** Items are told as "name / artist / album". */
function describeItem(uri: string): ItemMetadata {
  const [name = '', artist = '', album = null] = uri.split(' / ');
  return {
    uri,
    kind: 'track',
    name,
    artists: [artist],
    album,
    durationMs: 1,
    isrc: null,
    imageUrl: null,
  };
}

async function withItems(...uris: string[]) {
  const written = new WrittenHistory(undefined, 'me', undefined, describeItem);
  const rows = uris.map((uri) => ({ uri, addedAtMs: 1, addedBy: null }));
  await written.show(written.savedTracks(), rows);
  return { written, library: new BrowsedLibrary(written) };
}

describe.each([
  ['before anything is indexed', false],
  ['from the index', true],
])('searching %s', (_, isIndexed) => {
  it('puts first what is called so, then what begins so, then artists and albums', async () => {
    const { library } = await withItems(
      'Zeppelin / Love / X',
      'Other / Someone / Love Songs',
      'All My Love / Band',
      'Love Me Do / Band',
      'love / Band',
      'Hate / Band',
    );
    if (isIndexed) await library.indexer.wake();
    expect(await library.found('Lové')).toEqual([
      'love',
      'Love Me Do',
      'All My Love',
      'Zeppelin',
      'Other',
    ]);
  });

  it('tells in how many lists an item stands, and since when it stands in none', async () => {
    const { written, library } = await withItems('Gone song / A', 'Kept song / A');
    const playlist = written.playlist('p', 'A playlist');
    const kept = { uri: 'Kept song / A', addedAtMs: 1, addedBy: null };
    await written.show(playlist, [kept, kept]);
    await written.clock.advance(60_000);
    await written.show(written.savedTracks(), [kept]);
    if (isIndexed) await library.indexer.wake();
    const { items } = await library.reader.search({ text: 'song', count: 10 });
    const { rows } = items;
    expect(rows.map(({ item, lists }) => [item.name, lists])).toEqual([
      ['Gone song', 0],
      ['Kept song', 2],
    ]);
    expect(rows.map(({ goneSinceMs }) => goneSinceMs)).toEqual([written.clock.nowMs(), null]);
  });

  it('never shows what belongs to another account', async () => {
    const { written, library } = await withItems('Mine / A');
    const other = new WrittenHistory(
      written.repositories.database,
      'other',
      written.clock,
      describeItem,
    );
    await other.show(other.savedTracks(), [{ uri: 'Mine too / B', addedAtMs: 1, addedBy: null }]);
    if (isIndexed) await library.indexer.wake();
    const { items } = await library.reader.search({ text: 'mine', count: 10 });
    expect([items.total, items.rows.length]).toEqual([1, 1]);
    expect(await new BrowsedLibrary(other).found('mine')).toEqual(['Mine too']);
  });

  it('puts beginnings first also where more is found than is compared', async () => {
    const many = Array.from({ length: 700 }, (__, index) => `Song ${index} tail / A`);
    const { library } = await withItems(...many, 'Tail feather / A');
    if (isIndexed) await library.indexer.wake();
    const { items } = await library.reader.search({ text: 'tail', count: 3 });
    expect(items.total).toBe(701);
    // What is not indexed yet is compared in the order of its arrival.
    expect(items.rows[0]?.item.name === 'Tail feather').toBe(isIndexed);
  });
});

it('finds playlists by name and owner, those that are gone too', async () => {
  const { written, library } = await withItems('x / y');
  written.playlist('a', 'Summer évenings');
  const gone = written.playlist('b', 'Evening walk');
  written.repositories.lists.writeGone(gone, 5);
  const { playlists } = await library.reader.search({ text: 'even', count: 10 });
  expect(playlists.rows.map(({ name, goneSinceMs }) => [name, goneSinceMs])).toEqual([
    ['Evening walk', 5],
    ['Summer évenings', null],
  ]);
});

it('takes over an index of a file that knew none, bit by bit and over restarts', async () => {
  const { written, library } = await withItems(
    ...Array.from({ length: 300 }, (_, index) => `Song ${index} / A`),
  );
  library.onPause = () => void library.indexer.close();
  await library.indexer.wake();
  expect(library.index.pending(written.account.id, 0, 1)).not.toEqual([]);
  expect((await library.reader.search({ text: 'song', count: 1 })).items.total).toBe(300);
  const next = new BrowsedLibrary(written);
  await next.indexer.wake();
  expect(next.index.pending(written.account.id, 0, 1)).toEqual([]);
  expect((await next.reader.search({ text: 'song', count: 1 })).items.total).toBe(300);
});

it('writes no index while a check runs', async () => {
  const { written, library } = await withItems('Song / A');
  library.isBusy = true;
  await library.indexer.wake();
  expect(library.index.pending(written.account.id, 0, 1)).toHaveLength(1);
});
