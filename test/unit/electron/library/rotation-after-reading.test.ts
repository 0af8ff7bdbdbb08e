import { expect, it } from 'vitest';
import { type FakeRow, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const DAY_MS = 24 * 3_600_000;

const rows = (kind: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${index}`,
    addedAtMs: 1_000 + index,
    addedBy: null,
  }));

it('does not read a list anew in the middle of whose round it was read whole', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  api.saved = rows('track', 1_000);
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  // The list is in the middle of its round some days later.
  await clock.advance(5 * DAY_MS);
  let pages = 0;
  api.interfere = ({ endpoint, offset }) => {
    pages += endpoint === 'saved-tracks' && offset > 0 ? 1 : 0;
    return null;
  };
  api.saved.splice(10, 1);
  await clock.advance(2 * DAY_MS);
  // 20 for the removal, and what the rotation looks at in two days.
  expect(pages).toBeLessThan(30);
  expect(watched.stored(null)).toHaveLength(999);
});
