import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCollection } from './sample-collection.ts';

const MISSING = '0'.repeat(22);

describe('the controls of the sample library', () => {
  it('move a block of items as a list is moved by hand', () => {
    const library = sampleCollection();
    const id = library.createPlaylist({ name: 'List', uris: library.newTrackUris(12) });
    const uris = () => library.playlistById(id).items.map((entry) => entry.uri);
    fc.assert(
      fc.property(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 12 }), (a, b, size) => {
        const count = Math.min(size, 12 - a);
        const to = Math.min(b, 12 - count);
        const rest = uris();
        const block = rest.splice(a, count);
        rest.splice(to, 0, ...block);
        library.moveItems(id, a, to, count);
        expect(uris()).toEqual(rest);
      }),
    );
  });

  it('find a playlist by its name, and refuse a name that is not there or there twice', () => {
    const library = sampleCollection();
    const id = library.createPlaylist({ name: 'Once' });
    expect(library.playlistByName('Once').id).toBe(id);
    expect(() => library.playlistByName('Never')).toThrow(RangeError);
    library.createPlaylist({ name: 'Once' });
    expect(() => library.playlistByName('Once')).toThrow('More than one');
  });

  it('refuse what is not there', () => {
    const library = sampleCollection();
    const id = library.createPlaylist({ name: 'Three', uris: library.newTrackUris(3) });
    expect(() => library.rename(MISSING, 'x')).toThrow(RangeError);
    expect(() => library.removeItems(id, 3)).toThrow(RangeError);
    expect(() => library.removeItems(id, 2, 2)).toThrow(RangeError);
    expect(() => library.moveItems(id, 0, 3)).toThrow(RangeError);
    expect(() => library.insertItems(id, library.newTrackUris(1), 4)).toThrow(RangeError);
    expect(() => library.insertItems(id, [`spotify:track:${MISSING}`])).toThrow(RangeError);
    expect(() => library.removeSavedTrack(library.newTrackUris(1)[0] ?? '')).toThrow(RangeError);
    expect(() => library.setPlayable('spotify:track:x', false)).toThrow(RangeError);
  });

  it('save a track again on top and only once', () => {
    const library = sampleCollection();
    const last = library.snapshot().savedTracks.at(-1)?.uri ?? '';
    library.saveTrack(last);
    const uris = library.snapshot().savedTracks.map((entry) => entry.uri);
    expect(uris[0]).toBe(last);
    expect(uris).toHaveLength(120);
    expect(new Set(uris).size).toBe(120);
  });

  it('hand out tracks that stand in no list', () => {
    const library = sampleCollection();
    const truth = library.snapshot();
    const known = new Set(
      [truth.savedTracks, ...truth.playlists.map((list) => list.items)]
        .flat()
        .map((entry) => entry.uri),
    );
    const uris = library.newTrackUris(200);
    expect(new Set(uris).size).toBe(200);
    expect(uris.filter((uri) => known.has(uri))).toEqual([]);
  });
});
