import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const MINUTE_MS = 60_000;

it('tells of a playlist that went for the time at which it went, also where a check could not confirm it', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  api.playlistsInOrder = Array.from({ length: 60 }, (_, index) => ({
    id: `p${index}`,
    name: `Playlist ${index}`,
    description: '',
    ownerId: 'friend',
    isCollaborative: false,
    snapshot: 1,
    items: [],
  }));
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  clock.jump(MINUTE_MS);
  api.playlistsInOrder.splice(6, 1);
  const wentAtMs = clock.nowMs();
  clock.jump(MINUTE_MS);
  let looks = 0;
  api.interfere = ({ endpoint }) => {
    clock.jump(1_000);
    looks += endpoint === 'playlists' ? 1 : 0;
    // Between the two pages of the second reading something moves.
    if (endpoint === 'playlists' && looks === 4) {
      api.playlistsInOrder.unshift(...api.playlistsInOrder.splice(55, 1));
    }
    return null;
  };
  await watched.check();
  await clock.advance(16 * MINUTE_MS);
  await watched.check();
  const gone = (await watched.changes()).filter(({ kind }) => kind === 'playlist-gone');
  expect(gone).toHaveLength(1);
  expect(gone[0]?.observedAfterMs).toBeLessThanOrEqual(wentAtMs);
  expect(gone[0]?.observedBeforeMs).toBeGreaterThanOrEqual(wentAtMs);
});
