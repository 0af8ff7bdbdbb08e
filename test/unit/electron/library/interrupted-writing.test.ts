import { describe, expect, it } from 'vitest';
import type { FakeRow } from '../../../doubles/fake-spotify-api.ts';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase, WatchedLibrary } from '../../../doubles/watched-library.ts';

const rows = (prefix: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:track:${prefix}${index}`,
    addedAtMs: 1_000 + index,
    addedBy: 'me',
  }));

/** A check that removes, adds, moves, greys out, creates and renames; ended at one of its pauses. */
async function checkEndedAt(pause: number) {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const base = { description: '', ownerId: 'me', isCollaborative: false, snapshot: 1 };
  api.saved = rows('s', 60);
  api.playlistsInOrder = [
    { ...base, id: 'p1', name: 'One', items: rows('a', 40) },
    { ...base, id: 'p2', name: 'Two', items: rows('b', 130) },
  ];
  const database = memoryDatabase();
  let pausesLeft = Number.POSITIVE_INFINITY;
  const start = () =>
    new WatchedLibrary(api, clock, database, async () => {
      pausesLeft -= 1;
      if (pausesLeft === 0) {
        throw new Error('The process ends here.');
      }
    });
  const first = start();
  await first.watch();
  await clock.advance(60_000);
  for (const { items } of api.playlistsInOrder) {
    items.splice(3, 2);
    items.splice(20, 0, ...rows('new', 4));
    items.push(...items.splice(10, 3));
  }
  api.saved.splice(30, 1);
  api.availability.set('spotify:track:a9', 'unavailable');
  api.playlistsInOrder = api.playlistsInOrder.map((playlist) => ({ ...playlist, snapshot: 2 }));
  api.playlistsInOrder.push({ ...base, id: 'p3', name: 'Three', items: rows('c', 5) });
  api.find('p1').name = 'Renamed';
  pausesLeft = pause;
  await first.check();
  const ended = pausesLeft <= 0;
  pausesLeft = Number.POSITIVE_INFINITY;
  await first.library.close();
  const second = start();
  await second.watch();
  for (const { id, items } of api.playlistsInOrder) {
    expect(second.stored(id)).toEqual(items);
  }
  expect(second.stored(null)).toEqual(api.saved);
  const told = (await second.changes()).map((change) => [
    change.kind,
    change.list.name,
    'item' in change ? change.item.uri : '',
  ]);
  await second.library.close();
  return { ended, told };
}

describe('a check that ends between two pieces of writing', () => {
  it('is as if it had never ended, wherever that was: every change once', async () => {
    const undisturbed = await checkEndedAt(Number.POSITIVE_INFINITY);
    expect(undisturbed.told.length).toBe(2 * (2 + 4 + 1) + 1 + 1 + 1 + 1);
    let pause = 1;
    for (; ; pause += 1) {
      const { ended, told } = await checkEndedAt(pause);
      if (!ended) {
        break;
      }
      expect(told).toEqual(undisturbed.told);
    }
    expect(pause).toBeGreaterThan(8);
  });
});
