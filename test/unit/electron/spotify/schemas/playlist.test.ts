import { describe, expect, it } from 'vitest';
import {
  parsePlaylistSummary,
  parsePlaylistWithItems,
} from '../../../../../electron/spotify/schemas/playlist.ts';

const PLAYLIST = {
  id: 'aaa',
  uri: 'spotify:playlist:aaa',
  name: 'Long drives',
  description: 'Windows down',
  owner: { id: 'listener', display_name: 'A Listener' },
  public: false,
  collaborative: true,
  snapshot_id: 'AAAAAQ',
  images: [{ url: 'https://mosaic.scdn.co/640/a', width: null }],
};
const ROW = { added_at: null, item: { uri: 'spotify:track:1', name: 'One' } };

describe('parsePlaylistSummary', () => {
  it('takes everything', () => {
    expect(parsePlaylistSummary({ ...PLAYLIST, items: { href: '', total: 7 } })).toEqual({
      id: 'aaa',
      uri: 'spotify:playlist:aaa',
      name: 'Long drives',
      description: 'Windows down',
      ownerId: 'listener',
      ownerName: 'A Listener',
      isPublic: false,
      isCollaborative: true,
      snapshotId: 'AAAAAQ',
      itemsTotal: 7,
      imageUrl: 'https://mosaic.scdn.co/640/a',
    });
  });

  it('reads the number of items from the old field too', () => {
    expect(parsePlaylistSummary({ ...PLAYLIST, tracks: { total: 5 } })?.itemsTotal).toBe(5);
  });

  it('needs no more than an id', () => {
    expect(parsePlaylistSummary({ id: 'aaa' })).toEqual({
      id: 'aaa',
      uri: 'spotify:playlist:aaa',
      name: '',
      description: null,
      ownerId: null,
      ownerName: null,
      isPublic: null,
      isCollaborative: null,
      snapshotId: null,
      itemsTotal: null,
      imageUrl: null,
    });
  });

  it('tells no description from one that is left out', () => {
    expect(parsePlaylistSummary({ id: 'aaa', description: null })?.description).toBe('');
    expect(parsePlaylistSummary({ id: 'aaa', description: '' })?.description).toBe('');
  });

  it('finds the id in the URI', () => {
    expect(parsePlaylistSummary({ uri: 'spotify:playlist:bbb' })?.id).toBe('bbb');
  });

  it.each([null, 'aaa', {}, { id: '' }, { uri: 'spotify:album:a' }])('gives up on %o', (value) => {
    expect(parsePlaylistSummary(value)).toBeNull();
  });
});

describe('parsePlaylistWithItems', () => {
  it('has the first page in it, with the place of the next', () => {
    const items = { items: Array.from({ length: 100 }, () => ROW), total: 130, offset: 0 };
    const parsed = parsePlaylistWithItems({ ...PLAYLIST, items });
    expect(parsed?.playlist.itemsTotal).toBe(130);
    expect(parsed?.firstPage).toMatchObject({ offset: 0, total: 130, nextOffset: 100, dropped: 0 });
    expect(parsed?.firstPage.entries).toHaveLength(100);
  });

  it('takes the old field where the new one has no rows', () => {
    const body = { ...PLAYLIST, items: { total: 1 }, tracks: { items: [ROW], total: 1 } };
    expect(parsePlaylistWithItems(body)?.firstPage.entries).toHaveLength(1);
  });

  it('never shows a list without contents as an empty one', () => {
    const known = parsePlaylistWithItems({ ...PLAYLIST, items: { total: 12 } });
    expect(known?.firstPage).toMatchObject({ entries: [], total: 12, nextOffset: 0 });
    const unknown = parsePlaylistWithItems(PLAYLIST);
    expect(unknown?.firstPage).toMatchObject({ entries: [], nextOffset: 0 });
  });

  it('knows an empty list from one without contents', () => {
    const items = { items: [], total: 0, offset: 0 };
    expect(parsePlaylistWithItems({ ...PLAYLIST, items })?.firstPage.nextOffset).toBeNull();
  });
});
