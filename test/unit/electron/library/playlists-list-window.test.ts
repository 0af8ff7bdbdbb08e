import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;

/** Two pages of playlists, the first pass done. */
async function watch(clock: ManualClock): Promise<WatchedLibrary> {
  const api = new FakeSpotifyApi();
  api.playlistsInOrder = Array.from({ length: 60 }, (_, index) => ({
    id: `list${index}`,
    name: `Name of list${index}`,
    description: '',
    ownerId: 'me',
    isCollaborative: false,
    snapshot: 1,
    items: [{ uri: `spotify:track:${index}`, addedAtMs: 1_000, addedBy: 'me' }],
  }));
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  return watched;
}

it.each([
  { where: 'in the same run of the app', isRestarted: false },
  { where: 'after a restart', isRestarted: true },
])('a wait between two pages hides no time from what is told later, $where', async (given) => {
  const clock = new ManualClock();
  let watched = await watch(clock);
  const { api } = watched;
  const untilMs = clock.nowMs() + 3 * HOUR_MS;
  api.interfere = ({ endpoint, offset }) =>
    endpoint === 'playlists' && offset > 0
      ? { kind: 'not-now', reason: 'quota-exhausted', untilMs }
      : null;
  await clock.advance(HOUR_MS / 2);
  expect(await watched.check()).toMatchObject({ kind: 'paused' });
  if (given.isRestarted) {
    await watched.library.close();
    watched = new WatchedLibrary(api, clock, watched.repositories.database);
  }
  await clock.advance(HOUR_MS);
  const changedAtMs = clock.nowMs();
  const first = api.find('list0');
  first.name = 'Other name';
  first.snapshot = 2;
  first.items.push({ uri: 'spotify:track:new', addedAtMs: changedAtMs, addedBy: 'me' });
  api.interfere = () => null;
  await clock.advance(3 * HOUR_MS);
  await watched.watch();
  await clock.advance(2 * HOUR_MS);
  await watched.check();
  const changes = await watched.changes();
  expect(changes).toMatchObject([{ kind: 'playlist-renamed' }, { kind: 'item-added' }]);
  for (const { observedAfterMs, observedBeforeMs } of changes) {
    expect(observedAfterMs).toBeLessThanOrEqual(changedAtMs);
    expect(observedBeforeMs).toBeGreaterThanOrEqual(changedAtMs);
  }
});
