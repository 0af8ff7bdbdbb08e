import { beforeAll, describe, expect, it } from 'vitest';
import { startSampleService } from '../../../electron/sample-service/start-sample-service.ts';
import { systemClock } from '../../../shared/clock.ts';
import type { BenchRow } from '../../bench/measurement.ts';
import { measureSideBySide, sideBySide } from '../../bench/side-by-side.ts';

const WHOLE = {
  savedTracks: 600,
  ownPlaylists: 10,
  followedPlaylists: 30,
  itemsPerPlaylist: 110,
  savedAlbums: 120,
  savedShows: 10,
  savedEpisodes: 100,
  savedAudiobooks: 10,
  followedArtists: 600,
};

describe('Spotify’s SDK and our client side by side', () => {
  let rows: readonly BenchRow[];
  beforeAll(async () => {
    rows = await measureSideBySide(WHOLE, 1);
  }, 120_000);

  function row(id: string): BenchRow {
    const found = rows.find((candidate) => candidate.id === id);
    if (found === undefined) {
      throw new Error(`There is no row "${id}".`);
    }
    return found;
  }

  it('yield the rows that are promised, in their order', () => {
    expect(rows.map(({ id }) => id)).toEqual(sideBySide.ids);
  });

  it('both get every row of the same library', () => {
    const [ours, theirs] = row('side-by-side-missing').outcomes ?? [];
    expect(ours).toMatchObject({ finished: true, missing: 0, refreshes: 0, error: null });
    expect(theirs).toMatchObject({ finished: true, missing: 0, refreshes: 0, error: null });
    expect(ours?.items).toBeGreaterThan(600 + 10 * 110);
  });

  it('need one request for each page, and ours fewer for a playlist', async () => {
    const service = await startSampleService({
      clock: systemClock,
      seed: 14,
      library: WHOLE,
      redirectUris: [],
    });
    const lengths = service.library
      .snapshot()
      .playlists.filter(({ readable }) => readable)
      .map(({ items }) => items.length);
    await service.close();
    // Profile 1, tracks 12, albums 3, shows 1, episodes 2, audiobooks 1, artists 12, playlists 1.
    const others = 33;
    const ours = lengths.map((length) => 1 + Math.ceil(Math.max(0, length - 100) / 50));
    const theirs = lengths.map((length) => Math.max(1, Math.ceil(length / 50)));
    expect(row('side-by-side-requests')).toMatchObject({
      value: others + ours.reduce((sum, count) => sum + count, 0),
      baseline: others + theirs.reduce((sum, count) => sum + count, 0),
      ok: true,
    });
  });

  it.each(['side-by-side-429', 'side-by-side-502', 'side-by-side-401'])(
    'meet %s alike, and only ours comes to its end',
    (id) => {
      const [ours, theirs] = row(id).outcomes ?? [];
      expect(ours).toMatchObject({ finished: true, missing: 0, duringBlock: 0, error: null });
      expect(ours?.refreshes).toBe(id === 'side-by-side-401' ? 1 : 0);
      expect(theirs).toMatchObject({ finished: false, duringBlock: 0, refreshes: 0 });
      expect(theirs?.missing).toBeGreaterThan(0);
      expect(theirs?.error).not.toBeNull();
    },
  );

  it('show that the SDK’s own address for playlist items is refused', () => {
    const [, theirs] = row('side-by-side-documented').outcomes ?? [];
    expect(theirs?.error).toContain('Bad OAuth request');
  });
});
