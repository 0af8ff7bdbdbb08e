import { describe, expect, it } from 'vitest';
import { daysPlan } from '../../../../harness/watched-days/days-plan.ts';
import { WatchedDays } from '../../../../harness/watched-days/watched-days.ts';

const DAYS = 2;
const LIBRARY = {
  savedTracks: 130,
  ownPlaylists: 8,
  followedPlaylists: 4,
  itemsPerPlaylist: 30,
  savedAlbums: 60,
  savedShows: 5,
  savedEpisodes: 9,
  savedAudiobooks: 3,
  followedArtists: 55,
};

// The bench lets thirty of them pass: `npm run bench -- --only thirty-days`.
describe.each([3])('two days of watching a library that is lived in (seed %i)', (seed) => {
  it('lose nothing, invent nothing and never fail for want of a token', async () => {
    const plan = daysPlan({ seed, days: DAYS, changesPerDay: 40 });
    const watched = await WatchedDays.begin({ seed, days: DAYS, library: LIBRARY, plan });
    try {
      const result = await watched.toTheirEnd();
      expect(result.complaints).toEqual([]);
      expect(result.callsFailedForToken).toBe(0);
      expect(result.told.changes.length).toBeGreaterThan(40);
      expect(result.tokens).toBeGreaterThan(24 * DAYS);
      expect(result.kills).toBeGreaterThan(1);
    } finally {
      await watched.dispose();
    }
  }, 240_000);
});
