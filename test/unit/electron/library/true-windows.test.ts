import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeRow, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;

const rows = (kind: string, count: number): FakeRow[] =>
  Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${index}`,
    addedAtMs: 1_000 + index,
    addedBy: null,
  }));
const row = (uri: string): FakeRow => ({ uri, addedAtMs: 9_000, addedBy: null });
const windowOf = async (kind: string) => {
  const change = (await watched.changes()).find((candidate) => candidate.kind === kind);
  return change && [change.observedAfterMs, change.observedBeforeMs];
};

beforeEach(async () => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = rows('track', 60);
  api.savedAlbumRows = rows('album', 130);
  const details = { description: '', ownerId: 'x', isCollaborative: true, snapshot: 1 };
  api.playlistsInOrder = [{ ...details, id: 'ours', name: 'Ours', items: rows('track', 5) }];
  watched = new WatchedLibrary(api, clock);
  await watched.watch();
});

describe('the window of a change', () => {
  it('reaches back to when the rows were last seen, where the head of a list hid them', async () => {
    const swappedAtMs = clock.nowMs();
    api.savedAlbumRows.splice(100, 1, row('spotify:album:new'));
    for (let hour = 0; hour < 20 * 24 && (await windowOf('item-added')) === undefined; hour += 1) {
      await clock.advance(HOUR_MS);
    }
    for (const kind of ['item-added', 'item-removed']) {
      const [afterMs = 0, beforeMs = 0] = (await windowOf(kind)) ?? [];
      expect(beforeMs - swappedAtMs).toBeGreaterThan(2 * HOUR_MS);
      expect(afterMs).toBeLessThanOrEqual(swappedAtMs);
    }
  });

  it('is of one check where the length of the list tells when it was', async () => {
    await clock.advance(30 * HOUR_MS);
    const lastCheckAtMs = (await watched.library.status()).lastCheckAtMs ?? 0;
    api.savedAlbumRows.splice(100, 0, row('spotify:album:new'));
    await watched.check();
    expect((await windowOf('item-added'))?.[0]).toBeGreaterThan(lastCheckAtMs - HOUR_MS);
  });

  it('begins while nobody could look, for a playlist that was not ours in between', async () => {
    const playlist = api.find('ours');
    const lastSeenAtMs = clock.nowMs();
    playlist.isCollaborative = false;
    for (let hour = 0; hour < 5; hour += 1) {
      await clock.advance(HOUR_MS);
    }
    playlist.items.splice(0, 1);
    playlist.snapshot = 2;
    playlist.isCollaborative = true;
    await clock.advance(HOUR_MS);
    expect((await windowOf('item-removed'))?.[0]).toBeLessThanOrEqual(lastSeenAtMs);
  });

  it('never ends before it begins, where the clock was set back', async () => {
    clock.jump(-9 * DAY_MS);
    api.saved.splice(40, 1);
    api.saved.unshift(row('spotify:track:new'));
    api.find('ours').name = 'Another name';
    api.availability.set('spotify:track:3', 'unavailable');
    await watched.check();
    const changes = await watched.changes();
    expect(new Set(changes.map(({ kind }) => kind)).size).toBe(4);
    for (const { observedAfterMs, observedBeforeMs } of changes) {
      expect(observedAfterMs).toBeLessThanOrEqual(observedBeforeMs);
    }
  });
});
