import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

it('a pause after trouble is no longer for a clock that is set back', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  api.interfere = () => ({ kind: 'server', status: 502 });
  await clock.advance(HOUR_MS);
  expect((await watched.library.status()).monitor.kind).toBe('paused');
  api.interfere = () => null;
  clock.jump(-DAY_MS);
  await clock.advance(2 * HOUR_MS);
  expect((await watched.library.status()).monitor.kind).toBe('watching');
});
