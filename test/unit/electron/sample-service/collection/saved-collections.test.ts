import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  LibraryTruth,
  SampleLibrary,
  SavedTruth,
} from '../../../../../electron/sample-service/collection/sample-library.ts';
import { NOW_MS, SMALL, sampleCollection, WITH_COLLECTIONS } from './sample-collection.ts';

interface Kind {
  readonly kind: string;
  readonly list: (truth: LibraryTruth) => readonly SavedTruth[];
  readonly save: (library: SampleLibrary, uri?: string) => string;
  readonly remove: (library: SampleLibrary, uri: string) => void;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'album',
    list: (truth) => truth.savedAlbums,
    save: (library, uri) => library.saveAlbum(uri),
    remove: (library, uri) => library.removeSavedAlbum(uri),
  },
  {
    kind: 'show',
    list: (truth) => truth.savedShows,
    save: (library, uri) => library.saveShow(uri),
    remove: (library, uri) => library.removeSavedShow(uri),
  },
  {
    kind: 'episode',
    list: (truth) => truth.savedEpisodes,
    save: (library, uri) => library.saveEpisode(uri),
    remove: (library, uri) => library.removeSavedEpisode(uri),
  },
  {
    kind: 'audiobook',
    list: (truth) => truth.savedAudiobooks,
    save: (library, uri) => library.saveAudiobook(uri),
    remove: (library, uri) => library.removeSavedAudiobook(uri),
  },
  {
    kind: 'artist',
    list: (truth) => truth.followedArtists,
    save: (library, uri) => library.followArtist(uri),
    remove: (library, uri) => library.unfollowArtist(uri),
  },
];

const urisOf = (list: readonly SavedTruth[]) => list.map((entry) => entry.uri);

describe.each(KINDS)(
  'the controls of saved things of kind $kind',
  ({ kind, list, save, remove }) => {
    it.each([
      ['a filled', WITH_COLLECTIONS],
      ['an empty', SMALL],
    ])('save something new each time in %s library, and leave the others in order', (_, size) => {
      const library = sampleCollection(7, size);
      const before = urisOf(list(library.snapshot()));
      const added = Array.from({ length: 150 }, () => save(library));
      const after = urisOf(list(library.snapshot()));
      expect(new Set(after).size).toBe(before.length + 150);
      expect(added.every((uri) => after.includes(uri))).toBe(true);
      expect(after.filter((uri) => before.includes(uri))).toEqual(before);
      expect(list(library.snapshot()).every((entry) => entry.kind === kind)).toBe(true);
    });

    it('remove exactly what was named, and save it again only once', () => {
      const library = sampleCollection(7, WITH_COLLECTIONS);
      const [first = '', ...rest] = urisOf(list(library.snapshot()));
      remove(library, first);
      expect(urisOf(list(library.snapshot()))).toEqual(rest);
      expect(() => remove(library, first)).toThrow(RangeError);
      expect([save(library, first), save(library, first)]).toEqual([first, first]);
      expect(urisOf(list(library.snapshot())).filter((uri) => uri === first)).toHaveLength(1);
    });

    it('refuse the URI of another kind, and one that never was', () => {
      const library = sampleCollection(7, WITH_COLLECTIONS);
      const other = kind === 'artist' ? library.saveAlbum() : library.followArtist();
      for (const uri of [other, 'spotify:track:x', `spotify:${kind}:${'0'.repeat(22)}`, '']) {
        expect(() => save(library, uri)).toThrow(RangeError);
        expect(() => remove(library, uri)).toThrow(RangeError);
      }
    });
  },
);

describe('the date of what is saved', () => {
  it('is now for albums, shows and episodes, and none for the others', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    const dateOf = ({ list, save }: Kind) => {
      const uri = save(library);
      return list(library.snapshot()).find((entry) => entry.uri === uri)?.addedAtMs;
    };
    expect(KINDS.map(dateOf)).toEqual([NOW_MS, NOW_MS, NOW_MS, null, null]);
  });
});

describe('the place of what is saved', () => {
  it('is on top for shows, episodes and audiobooks', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    for (const { list, save } of KINDS.slice(1, 4)) {
      const uri = save(library);
      expect(list(library.snapshot())[0]?.uri).toBe(uri);
    }
  });

  it('can be anywhere for albums', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    const places = Array.from({ length: 20 }, () => {
      const uri = library.saveAlbum();
      return urisOf(library.snapshot().savedAlbums).indexOf(uri);
    });
    expect(new Set(places).size).toBeGreaterThan(10);
  });

  it('of an artist is the same whoever else is followed', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    const before = urisOf(library.snapshot().followedArtists);
    fc.assert(
      fc.property(fc.shuffledSubarray(before), (some) => {
        for (const uri of some) library.unfollowArtist(uri);
        for (const uri of some) library.followArtist(uri);
        expect(urisOf(library.snapshot().followedArtists)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe('availability', () => {
  it('of albums and episodes can be switched, and is refused for what never tells it', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    for (const uri of [library.saveAlbum(), library.saveEpisode()]) {
      library.setPlayable(uri, false);
      const { savedAlbums, savedEpisodes } = library.snapshot();
      const entry = [...savedAlbums, ...savedEpisodes].find((found) => found.uri === uri);
      expect(entry?.playable).toBe(false);
    }
    for (const uri of [library.saveShow(), library.saveAudiobook(), library.followArtist()]) {
      expect(() => library.setPlayable(uri, false)).toThrow(RangeError);
    }
  });

  it('in the catalogue can be taken from everything', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    for (const { list, save } of KINDS) {
      const uri = save(library);
      library.setInCatalogue(uri, false);
      const gone = () => list(library.snapshot()).find((entry) => entry.uri === uri)?.gone;
      expect(gone()).toBe(true);
      library.setInCatalogue(uri, true);
      expect(gone()).toBe(false);
    }
  });
});

describe('playlists', () => {
  it('hold tracks and episodes only', () => {
    const library = sampleCollection(7, WITH_COLLECTIONS);
    const uris = [library.saveAlbum(), library.saveShow(), library.followArtist()];
    for (const uri of uris) {
      expect(() => library.createPlaylist({ name: 'Wrong', uris: [uri] })).toThrow(RangeError);
      expect(() => library.saveTrack(uri)).toThrow(RangeError);
    }
    const id = library.createPlaylist({ name: 'Talk', uris: [library.saveEpisode()] });
    expect(library.playlistById(id).items[0]?.kind).toBe('episode');
  });
});
