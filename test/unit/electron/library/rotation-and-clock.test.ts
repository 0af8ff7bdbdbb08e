import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const DAY_MS = 24 * 3_600_000;

it('the rotation comes to lists that were last read by a clock that was weeks ahead', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const row = (id: string) => ({ uri: `spotify:track:${id}`, addedAtMs: 1_000, addedBy: null });
  api.saved = Array.from({ length: 60 }, (_, index) => row(`${index}`));
  const watched = new WatchedLibrary(api, clock);
  clock.jump(40 * DAY_MS);
  await watched.watch();
  clock.jump(-40 * DAY_MS);
  const details = { name: '', description: '', ownerId: 'me', isCollaborative: false };
  api.playlistsInOrder = [{ ...details, id: 'later', snapshot: 1, items: [row('other')] }];
  await watched.check();
  api.availability.set('spotify:track:55', 'unavailable');
  await clock.advance(14 * DAY_MS);
  const kinds = (await watched.changes()).map(({ kind }) => kind);
  expect(kinds).toContain('item-unavailable');
});
