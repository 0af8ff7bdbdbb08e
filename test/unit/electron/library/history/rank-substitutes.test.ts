import { describe, expect, it } from 'vitest';
import { rankSubstitutes } from '../../../../../electron/library/history/rank-substitutes.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

const candidate = (uri: string, album: string | null, isSaved = false, lists = 1) => ({
  item: { uri, kind: 'track' as const, name: 'Song', artists: ['A'], album, imageUrl: null },
  isSaved,
  lists,
});

describe('what could stand in for an item', () => {
  it('is ordered by album, then by being saved, then by lists, and always the same way', () => {
    const candidates = [
      candidate('u7', 'Best of', false, 1),
      candidate('u6', 'Best of', false, 4),
      candidate('u5', null, true, 1),
      candidate('u4', 'Album', false, 1),
      candidate('u3', ' ALBUM', true, 1),
      candidate('u2', 'album', true, 2),
      candidate('u8', 'Best of', false, 1),
    ];
    const order = ['u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8'];
    expect(rankSubstitutes('Album', candidates).map(({ item }) => item.uri)).toEqual(order);
    const otherWay = rankSubstitutes('Album', candidates.toReversed());
    expect(otherWay.map(({ item }) => item.uri)).toEqual(order);
    expect(otherWay.map(({ isSameAlbum }) => isSameAlbum)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });

  it('is on no album like one that is not known', () => {
    expect(rankSubstitutes(null, [candidate('u', null)])[0]?.isSameAlbum).toBe(false);
  });

  it('is found among what the library holds and Spotify plays', async () => {
    const written = new WrittenHistory();
    const row = (uri: string, availability: 'available' | 'unavailable' = 'available') => ({
      uri,
      addedAtMs: 1,
      addedBy: 'me',
      availability,
    });
    const saved = written.savedTracks();
    const playlist = written.playlist('p1', 'One');
    const gone = written.playlist('p2', 'Two');
    const same = { isrc: 'GB-AYE-68-00011' };
    await written.show(saved, [row('grey', 'unavailable'), row('saved')], same);
    await written.show(playlist, [row('listed'), row('grey-too', 'unavailable')], {
      isrc: 'gbaye6800011',
    });
    await written.show(gone, [row('in-gone-list')], same);
    written.repositories.lists.writeGone(gone, 5);
    const other = written.playlist('p3', 'Three');
    await written.show(other, [row('removed')], same);
    await written.show(other, []);
    await written.show(other, [row('other-recording')], { isrc: 'GBAYE6800012' });
    await written.show(other, [row('no-isrc')]);

    const found = await written.history.substitutes('grey');
    expect(found.map(({ item, isSaved, lists }) => [item.uri, isSaved, lists])).toEqual([
      ['saved', true, 1],
      ['listed', false, 1],
    ]);
    const others = (await written.history.substitutes('saved')).map(({ item }) => item.uri);
    expect(others).toEqual(['listed']);
    expect(await written.history.substitutes('no-isrc')).toEqual([]);
    expect(await written.history.substitutes('never-seen')).toEqual([]);
  });
});
