import { describe, expect, it } from 'vitest';
import type { SavedTruth } from '../../../../../electron/sample-service/collection/sample-library.ts';
import { NOW_MS, SMALL, sampleCollection, WITH_COLLECTIONS } from './sample-collection.ts';

const truth = sampleCollection(7, WITH_COLLECTIONS).snapshot();

function datesOf(list: readonly SavedTruth[]): number[] {
  return list.map((entry) => entry.addedAtMs ?? Number.NaN);
}

describe('what is saved besides tracks', () => {
  it('is as much as was asked for, each thing once', () => {
    for (const seed of [1, 2, 3]) {
      const made = sampleCollection(seed, WITH_COLLECTIONS).snapshot();
      const lists: [readonly SavedTruth[], number][] = [
        [made.savedAlbums, 90],
        [made.savedShows, 12],
        [made.savedEpisodes, 40],
        [made.savedAudiobooks, 5],
        [made.followedArtists, 60],
      ];
      for (const [list, count] of lists) {
        expect(list).toHaveLength(count);
        expect(new Set(list.map((entry) => entry.uri)).size).toBe(count);
      }
    }
  });

  it('is nothing where the size does not tell', () => {
    const { savedAlbums, savedShows, savedEpisodes, savedAudiobooks, followedArtists } =
      sampleCollection(7, SMALL).snapshot();
    expect([
      ...savedAlbums,
      ...savedShows,
      ...savedEpisodes,
      ...savedAudiobooks,
      ...followedArtists,
    ]).toEqual([]);
  });

  it('leaves tracks and playlists of the same seed as they are', () => {
    const without = sampleCollection(7, SMALL).snapshot();
    expect(truth.savedTracks).toEqual(without.savedTracks);
    expect(truth.playlists.map((list) => list.name)).toEqual(
      without.playlists.map((list) => list.name),
    );
  });

  it('lists albums roughly newest first, with some out of order', () => {
    const dates = datesOf(truth.savedAlbums);
    expect(dates).not.toEqual(dates.toSorted((a, b) => b - a));
    const rising = dates.filter((date, at) => date > (dates[at - 1] ?? Number.POSITIVE_INFINITY));
    expect(rising.length).toBeGreaterThan(3);
    expect(rising.length).toBeLessThan(dates.length / 5);
    expect(Math.max(...dates)).toBeLessThanOrEqual(NOW_MS);
  });

  it('lists as few as three albums out of order', () => {
    const [first, second, third] = datesOf(
      sampleCollection(7, { ...SMALL, savedAlbums: 3 }).snapshot().savedAlbums,
    );
    expect(first).toBeGreaterThan(third ?? 0);
    expect(third).toBeGreaterThan(second ?? 0);
  });

  it('lists shows and episodes newest first', () => {
    for (const list of [truth.savedShows, truth.savedEpisodes]) {
      const dates = datesOf(list);
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    }
  });

  it('has no date for audiobooks and artists', () => {
    const undated = [...truth.savedAudiobooks, ...truth.followedArtists];
    expect(undated.every((entry) => entry.addedAtMs === null)).toBe(true);
  });

  it('has exactly one album and one episode that are gone, and none in a list below ten', () => {
    const gone = (list: readonly SavedTruth[]) => list.filter((entry) => entry.gone).length;
    expect([gone(truth.savedAlbums), gone(truth.savedEpisodes)]).toEqual([1, 1]);
    const few = sampleCollection(7, { ...SMALL, savedAlbums: 9, savedEpisodes: 9 }).snapshot();
    expect([gone(few.savedAlbums), gone(few.savedEpisodes)]).toEqual([0, 0]);
  });

  it('tells who made an album or a book, in names that are filled', () => {
    for (const { artists, name } of [...truth.savedAlbums, ...truth.savedAudiobooks]) {
      expect(artists.length).toBeGreaterThan(0);
      expect([name, ...artists].every((word) => word.trim() !== '')).toBe(true);
    }
  });

  it('places a million things', () => {
    const library = sampleCollection(1, {
      ...SMALL,
      savedAlbums: 300_000,
      savedShows: 50_000,
      savedEpisodes: 400_000,
      savedAudiobooks: 50_000,
      followedArtists: 200_000,
    });
    expect(library.saved.list('episode').entries).toHaveLength(400_000);
    expect(library.saved.list('artist').entries).toHaveLength(200_000);
  });
});
