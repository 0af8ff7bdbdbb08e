import { expect, it } from 'vitest';
import type { Page } from '../../../../electron/spotify/catalogue.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';
import { LyingSpotifyApi } from './hardship/harness/lying-api.ts';

// A page can lack rows while its total and what follows know of no loss (recorded). In a playlist,
// where an item can stand twice, the rows that are then met again must not make up for them.

const HOUR_MS = 3_600_000;

/** Leaves rows out of a page; the next one is counted from those that came, as the Web API's is. */
function without<T>(page: Page<T>, from: number, count: number): Page<T> {
  const entries = page.entries.filter((_, index) => index < from || index >= from + count);
  const end = page.offset + entries.length;
  const nextOffset = entries.length > 0 && end < page.total ? end : null;
  return { ...page, entries, nextOffset };
}

it.each([
  ['the middle of the only page', 100, 46, 7, 0],
  ['the middle of the only page, by one', 60, 20, 1, 0],
  ['the middle of the first page', 250, 46, 1, 0],
  ['the middle of a later page', 250, 20, 1, 99],
  ['the middle of the last page', 120, 5, 1, 99],
  ['the end of the first page', 250, 99, 1, 0],
])(
  'takes no row of a playlist twice for one that is left out of %s',
  async (_, length, from, count, offset) => {
    const clock = new ManualClock();
    const api = new LyingSpotifyApi();
    const items = Array.from({ length }, (_, index) => ({
      uri: `spotify:track:${index}`,
      addedAtMs: 1_000,
      addedBy: 'me',
    }));
    const description = '';
    const details = { name: 'Long', description, ownerId: 'me', isCollaborative: false };
    const playlist = { id: 'long', ...details, snapshot: 1, items };
    api.playlistsInOrder = [playlist];
    const watched = new WatchedLibrary(api, clock);
    await watched.watch();

    let lies = 0;
    api.lie = (page, list, at) => {
      const isMet =
        list === 'playlist-items' && Math.abs(at - offset) <= 1 && page.entries.length > 1;
      lies += isMet ? 1 : 0;
      return isMet ? without(page, from, count) : page;
    };
    playlist.snapshot += 1;
    clock.jump(HOUR_MS);
    await watched.check();
    expect(lies).toBeGreaterThan(0);
    expect(watched.stored('long')).toEqual(items);
    expect(await watched.changes()).toEqual([]);
  },
);
