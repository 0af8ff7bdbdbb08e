import { describe, expect, it } from 'vitest';
import { RELEASE_GROUPS } from '../../../../../electron/sample-service/collection/artist-releases.ts';
import { sampleCollection, WITH_COLLECTIONS } from './sample-collection.ts';

const library = sampleCollection(7, { ...WITH_COLLECTIONS, savedAlbums: 400 });
const { savedAlbums, followedArtists } = library.snapshot();
const names = new Map(followedArtists.map((artist) => [artist.name, artist]));

describe('the releases of an artist', () => {
  it('hold every saved album of the artist', () => {
    let found = 0;
    for (const album of savedAlbums) {
      const artist = names.get(album.artists[0] ?? '');
      if (artist !== undefined) {
        found += 1;
        expect(library.releasesOf(artist.uri).map(({ uri }) => uri)).toContain(album.uri);
      }
    }
    expect(found).toBeGreaterThan(50);
  });

  it('stand group by group, each once, in every group for some artist', () => {
    const seen = new Set<string>();
    for (const { uri } of followedArtists) {
      const releases = library.releasesOf(uri);
      const groups = releases.map(({ group }) => RELEASE_GROUPS.indexOf(group));
      expect(groups).toEqual(groups.toSorted());
      expect(new Set(releases.map((release) => release.uri)).size).toBe(releases.length);
      for (const { group } of releases) {
        seen.add(group);
      }
    }
    expect([...seen].toSorted()).toEqual([...RELEASE_GROUPS].toSorted());
  });

  it('hold albums of others only where the artist is heard on a track', () => {
    const [artist] = followedArtists.filter(({ uri }) =>
      library.releasesOf(uri).some(({ group }) => group === 'appears_on'),
    );
    const ref = library.catalogue.refOfUri(artist?.uri ?? '');
    const index = ref === null ? -1 : Math.floor(ref / 8);
    for (const { uri, group } of library.releasesOf(artist?.uri ?? '')) {
      const album = library.catalogue.refOfUri(uri);
      const albumIndex = album === null ? -1 : Math.floor(album / 8);
      const isOwn = library.catalogue.albumArtistIndex(albumIndex) === index;
      expect(isOwn).toBe(group !== 'appears_on');
      const heard = Array.from({ length: library.catalogue.albumLength(albumIndex) }, (_, place) =>
        library.catalogue.track(albumIndex * 16 + place),
      ).some((track) => track.artists.some(({ name }) => name === artist?.name));
      expect(heard).toBe(true);
    }
  });

  it('grow with the catalogue', () => {
    const all = () => followedArtists.flatMap(({ uri }) => library.releasesOf(uri)).length;
    const before = all();
    library.newTrackUris(200);
    expect(all()).toBeGreaterThan(before);
  });
});
