import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;
const ROWS = 130;

it('tells of a new name for a time after the page that showed the old one, not after the last', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const uri = (index: number) => `spotify:track:${index}`;
  const playlist = {
    id: 'long',
    name: 'Long',
    description: '',
    ownerId: api.userId,
    isCollaborative: false,
    snapshot: 1,
    items: Array.from({ length: ROWS }, (_, index) => ({
      uri: uri(index),
      addedAtMs: 1_000 + index,
      addedBy: 'me',
    })),
  };
  api.playlistsInOrder = [playlist];
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  playlist.snapshot += 1;
  let renamedAtMs = 0;
  api.interfere = ({ endpoint }) => {
    clock.jump(HOUR_MS);
    if (endpoint === 'playlist-items' && renamedAtMs === 0) {
      api.names.set(uri(0), 'Another name');
      renamedAtMs = clock.nowMs();
      clock.jump(HOUR_MS);
    }
    return null;
  };
  await watched.check();
  playlist.snapshot += 1;
  await watched.check();
  const [change] = await watched.changes();
  expect(change).toMatchObject({ kind: 'item-renamed', item: { name: 'Another name' } });
  expect(change?.observedAfterMs).toBeLessThanOrEqual(renamedAtMs);
  expect(change?.observedBeforeMs).toBeGreaterThanOrEqual(renamedAtMs);
});
