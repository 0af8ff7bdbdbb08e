import { expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../../doubles/watched-library.ts';

it.each([
  ['a page that was read and one that was not', 150],
  ['two pages, after the last was read', 0],
])(
  'two rows that change places between %s are read anew, and neither is lost',
  async (_, offset) => {
    const api = new FakeSpotifyApi();
    const list = {
      id: 'long',
      name: 'long',
      description: '',
      ownerId: 'me',
      isCollaborative: false,
      snapshot: 1,
      items: Array.from({ length: 250 }, (_row, index) => ({
        uri: `spotify:track:t${index}`,
        addedAtMs: index,
        addedBy: 'me',
      })),
    };
    api.playlistsInOrder = [list];
    const watched = new WatchedLibrary(api, new ManualClock());
    await watched.watch();
    list.items.reverse();
    list.snapshot = 2;
    let isSwapped = false;
    let asked = 0;
    api.interfere = (request) => {
      // Nothing shifts by it, so no overlap of two pages can show it.
      asked += request.endpoint === 'playlist' ? 1 : 0;
      const isTime = offset > 0 ? request.offset >= offset : asked === 2;
      if (isTime && !isSwapped) {
        isSwapped = true;
        const [first, last] = [list.items[5], list.items[245]];
        if (first !== undefined && last !== undefined) {
          [list.items[5], list.items[245]] = [last, first];
        }
        list.snapshot = 3;
      }
      return null;
    };
    await watched.check();
    expect(isSwapped).toBe(true);
    expect(watched.stored('long')).toEqual(
      list.items.map(({ uri, addedAtMs }) => expect.objectContaining({ uri, addedAtMs })),
    );
    expect((await watched.changes()).map(({ kind }) => kind)).toEqual(['items-moved']);
  },
);
