import { describe, expect, it } from 'vitest';
import { NOW_MS, SMALL, sampleCollection } from './sample-collection.ts';

const truth = sampleCollection().snapshot();
const own = truth.playlists.filter((list) => list.ownerId === truth.userId);

describe('a generated library', () => {
  it('is the same for the same seed on the same day, and another for another seed', () => {
    expect(sampleCollection(7, SMALL, NOW_MS + 3_600_000).snapshot()).toEqual(truth);
    expect(sampleCollection(8).snapshot()).not.toEqual(truth);
  });

  it.each([
    { savedTracks: 0, ownPlaylists: 0, followedPlaylists: 0, itemsPerPlaylist: 0 },
    { savedTracks: 1, ownPlaylists: 1, followedPlaylists: 0, itemsPerPlaylist: 1 },
    { savedTracks: 57, ownPlaylists: 9, followedPlaylists: 2, itemsPerPlaylist: 13 },
    { savedTracks: 3_000, ownPlaylists: 60, followedPlaylists: 30, itemsPerPlaylist: 33 },
  ])('has exactly the size asked for: %j', (size) => {
    const { savedTracks, playlists, userId } = sampleCollection(3, size).snapshot();
    const mine = playlists.filter((list) => list.ownerId === userId);
    expect(savedTracks).toHaveLength(size.savedTracks);
    expect(mine).toHaveLength(size.ownPlaylists);
    expect(playlists).toHaveLength(size.ownPlaylists + size.followedPlaylists);
    expect(mine.reduce((sum, list) => sum + list.items.length, 0)).toBe(
      size.ownPlaylists * size.itemsPerPlaylist,
    );
  });

  it('saves no track twice, newest first, over years', () => {
    const { savedTracks } = sampleCollection(5, { ...SMALL, savedTracks: 2_000 }).snapshot();
    expect(new Set(savedTracks.map((entry) => entry.uri)).size).toBe(2_000);
    const dates = savedTracks.map((entry) => entry.addedAtMs ?? Number.NaN);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect((dates[0] ?? 0) - (dates.at(-1) ?? 0)).toBeGreaterThan(5 * 365 * 86_400_000);
    expect(dates[0]).toBeLessThanOrEqual(NOW_MS);
  });

  it('names each playlist once', () => {
    const { playlists } = sampleCollection(5, {
      ...SMALL,
      ownPlaylists: 400,
      followedPlaylists: 200,
    }).snapshot();
    expect(new Set(playlists.map((list) => list.name)).size).toBe(600);
    expect(new Set(playlists.map((list) => list.id)).size).toBe(600);
  });

  it('has one of each oddity of real lists, even when it is small', () => {
    const items = own.flatMap((list) => list.items);
    expect(items.some((entry) => entry.kind === 'local')).toBe(true);
    expect(items.some((entry) => entry.kind === 'episode')).toBe(true);
    expect(items.some((entry) => entry.gone)).toBe(true);
    expect(items.some((entry) => entry.addedAtMs === null)).toBe(true);
    expect(
      own.some((list) => new Set(list.items.map((entry) => entry.uri)).size < list.items.length),
    ).toBe(true);
    expect(items.filter((entry) => entry.kind !== 'track').length).toBeLessThan(items.length / 10);
  });

  it('never answers null for a saved track', () => {
    const { savedTracks } = sampleCollection(5, { ...SMALL, savedTracks: 2_000 }).snapshot();
    expect(savedTracks.filter((entry) => entry.gone)).toEqual([]);
  });

  it('keeps others’ lists closed, except where the user takes part', () => {
    for (const list of truth.playlists) {
      expect(list.readable).toBe(list.ownerId === truth.userId || list.collaborative);
    }
    const others = truth.playlists.filter((list) => list.ownerId !== truth.userId);
    expect(others.some((list) => list.readable)).toBe(true);
    expect(others.some((list) => !list.readable)).toBe(true);
  });

  it('places a hundred thousand items', () => {
    const library = sampleCollection(1, { ...SMALL, savedTracks: 100_000 });
    expect(library.savedTracks).toHaveLength(100_000);
  });
});
