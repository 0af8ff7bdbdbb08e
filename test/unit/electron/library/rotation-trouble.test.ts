import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;

it('notices what was saved while Spotify shows the contents of no playlist', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const saved = (id: string) => ({
    uri: `spotify:track:${id}`,
    addedAtMs: 1_000,
    addedBy: null,
  });
  api.saved = [saved('first')];
  api.playlistsInOrder = Array.from({ length: 40 }, (_, index) => {
    const details = { name: '', description: '', ownerId: 'me', isCollaborative: false };
    return { ...details, id: `p${index}`, snapshot: 1, items: [saved(`${index}`)] };
  });
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  api.interfere = ({ endpoint }) =>
    endpoint === 'playlist' ? { kind: 'server', status: 502 } : null;
  await clock.advance(24 * HOUR_MS);
  api.saved.unshift(saved('second'));
  await clock.advance(2 * HOUR_MS);
  expect(watched.stored(null)).toHaveLength(2);
});
