import { expect, it } from 'vitest';
import { type FakeRow, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const rows = (kind: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${index}`,
    addedAtMs: 1_000 + index,
    addedBy: null,
  }));

it('reads a playlist that was refused while it changed and then not ours, once it is ours again', async () => {
  const clock = new ManualClock();
  const api = new FakeSpotifyApi();
  const details = { description: '', ownerId: 'x', isCollaborative: true, snapshot: 1 };
  api.playlistsInOrder = [{ ...details, id: 'ours', name: 'Ours', items: rows('track', 5) }];
  const watched = new WatchedLibrary(api, clock);
  await watched.watch();
  const playlist = api.find('ours');
  playlist.items.splice(0, 1);
  playlist.snapshot = 2;
  api.interfere = ({ endpoint }) => (endpoint === 'playlist' ? { kind: 'forbidden' } : null);
  await clock.advance(2 * HOUR_MS);
  playlist.isCollaborative = false;
  await clock.advance(HOUR_MS);
  api.interfere = () => null;
  playlist.isCollaborative = true;
  await clock.advance(2 * DAY_MS);
  expect(watched.stored('ours')).toEqual(playlist.items);
  const kinds = (await watched.changes()).map(({ kind }) => kind);
  expect(kinds).toContain('item-removed');
});
