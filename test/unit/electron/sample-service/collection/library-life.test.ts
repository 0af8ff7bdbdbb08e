import { describe, expect, it } from 'vitest';
import { LibraryLife } from '../../../../../electron/sample-service/collection/library-life.ts';
import type {
  LibraryTruth,
  PlaylistTruth,
} from '../../../../../electron/sample-service/collection/sample-library.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { SMALL, sampleCollection, WITH_COLLECTIONS } from './sample-collection.ts';

function living(seed = 7, size = SMALL) {
  const clock = new ManualClock();
  const library = sampleCollection(seed, size);
  return { clock, library, life: new LibraryLife(library, clock, seed) };
}

function withoutSnapshot(list: PlaylistTruth): unknown {
  const items = list.items.map(({ uri, addedAtMs }) => ({ uri, addedAtMs }));
  return { ...list, items, snapshotId: null };
}

function byId(truth: LibraryTruth): Map<string, PlaylistTruth> {
  return new Map(truth.playlists.map((list) => [list.id, list]));
}

describe('the life of a library', () => {
  it('is the same for the same seed', () => {
    const [one, other] = [living(), living()];
    expect(one.life.step(300)).toEqual(other.life.step(300));
    expect(one.library.snapshot()).toEqual(other.library.snapshot());
    expect(living(8).life.step(300)).not.toEqual(living().life.step(300));
  });

  it('brings every kind of change in time', () => {
    const kinds = new Set(
      living()
        .life.step(600)
        .map((event) => event.kind),
    );
    expect([...kinds].toSorted()).toEqual([
      'brought-back',
      'described',
      'greyed-out',
      'item-moved',
      'item-removed',
      'items-added',
      'playlist-created',
      'playlist-deleted',
      'renamed',
      'track-saved',
      'track-unsaved',
    ]);
  });

  it('changes something with every step, and moves a snapshot exactly when the list changed', () => {
    // Every step compares the whole library: a small one keeps the test quick on a busy machine.
    const tiny = { savedTracks: 20, ownPlaylists: 6, followedPlaylists: 2, itemsPerPlaylist: 5 };
    const { library, life } = living(7, tiny);
    let before = library.snapshot();
    for (let step = 0; step < 250; step += 1) {
      const [event] = life.step();
      const after = library.snapshot();
      expect(after, event?.kind).not.toEqual(before);
      const old = byId(before);
      for (const list of after.playlists) {
        const was = old.get(list.id);
        if (was !== undefined) {
          const changed =
            JSON.stringify(withoutSnapshot(was)) !== JSON.stringify(withoutSnapshot(list));
          expect(was.snapshotId !== list.snapshotId, event?.kind).toBe(changed);
        }
      }
      before = after;
    }
  });

  it('touches every collection that the library has, and says what it did', () => {
    const { library, life } = living(7, WITH_COLLECTIONS);
    const kinds = ['album', 'artist', 'audiobook', 'episode', 'show'] as const;
    const uris = () =>
      kinds.flatMap((kind) =>
        library.saved.list(kind).entries.map(({ ref }) => library.catalogue.uriOf(ref)),
      );
    const seen = new Set<string>();
    let before = uris();
    for (let step = 0; step < 900; step += 1) {
      const [event] = life.step();
      const after = uris();
      if (event?.kind === 'saved' || event?.kind === 'unsaved') {
        seen.add(`${event.kind} ${event.what}`);
        const [fewer, more] = event.kind === 'saved' ? [before, after] : [after, before];
        expect(more.toSorted()).toEqual([...fewer, event.uri].toSorted());
      } else {
        expect(after).toEqual(before);
      }
      before = after;
    }
    expect([...seen].toSorted()).toEqual(
      ['saved', 'unsaved'].flatMap((what) => kinds.map((kind) => `${what} ${kind}`)),
    );
  });

  it('saves nothing where the library has only tracks and playlists', () => {
    const { library, life } = living();
    life.step(400);
    expect(library.saved.isEmpty).toBe(true);
  });

  it('goes on at its interval until it is stopped', async () => {
    const { clock, library, life } = living();
    life.start(60_000);
    let before = library.snapshot();
    await clock.advance(59_999);
    expect(library.snapshot()).toEqual(before);
    for (let minute = 0; minute < 3; minute += 1) {
      await clock.advance(60_000);
      expect(library.snapshot()).not.toEqual(before);
      before = library.snapshot();
    }
    life.stop();
    await clock.advance(600_000);
    expect(library.snapshot()).toEqual(before);
    expect(clock.pendingCount).toBe(0);
  });

  it('finds something to do in an empty library', () => {
    const clock = new ManualClock();
    const size = { savedTracks: 0, ownPlaylists: 0, followedPlaylists: 0, itemsPerPlaylist: 0 };
    const library = sampleCollection(2, size);
    new LibraryLife(library, clock, 2).step(50);
    expect(library.snapshot().savedTracks.length).toBeGreaterThan(0);
  });
});
