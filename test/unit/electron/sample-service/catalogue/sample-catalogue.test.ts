import { describe, expect, it } from 'vitest';
import {
  episodeIndexOf,
  episodeRef,
  kindOfRef,
  localRef,
  refOf,
  trackIndexOf,
  trackRef,
} from '../../../../../electron/sample-service/catalogue/item-ref.ts';
import { SampleCatalogue } from '../../../../../electron/sample-service/catalogue/sample-catalogue.ts';

const catalogue = new SampleCatalogue(7, 300, 2025);
const albums = Array.from({ length: 400 }, (_, index) => catalogue.album(index));

describe('the sample catalogue', () => {
  it('always makes the same object of the same index', () => {
    const again = new SampleCatalogue(7, 300, 2025);
    const index = trackIndexOf(12, 0);
    expect(again.track(index)).toEqual(catalogue.track(index));
    expect(new SampleCatalogue(8, 300, 2025).track(index)).not.toEqual(catalogue.track(index));
  });

  it('leads from the URI of anything but a local file back to it, and not from any other', () => {
    const others = (['album', 'show', 'audiobook', 'artist'] as const).map((kind) =>
      refOf(kind, 5),
    );
    for (const ref of [trackRef(trackIndexOf(3, 0)), episodeRef(9), ...others]) {
      expect(catalogue.object(ref).uri).toBe(catalogue.uriOf(ref));
      expect(catalogue.refOfUri(catalogue.uriOf(ref))).toBe(ref);
    }
    expect(kindOfRef(localRef(4))).toBe('local');
    for (const uri of [catalogue.uriOf(localRef(4)), 'spotify:track:x', 'nonsense', '']) {
      expect(catalogue.refOfUri(uri)).toBeNull();
    }
  });

  it('takes an audiobook by the URI of a show, which it carries, and by its own', () => {
    const book = catalogue.audiobook(3);
    expect(book.uri).toBe(`spotify:show:${book.id}`);
    for (const uri of [book.uri, `spotify:audiobook:${book.id}`]) {
      expect(catalogue.refOfUri(uri)).toBe(refOf('audiobook', 3));
    }
    expect(catalogue.refOfId('show', book.id)).toBeNull();
  });

  it('numbers the episodes of a show by their place, the newest last', () => {
    const show = catalogue.show(2);
    const dates = [0, 1, show.totalEpisodes - 1].map((place) => {
      const episode = catalogue.episode(episodeIndexOf(2, place));
      expect(episode.show).toEqual(show);
      expect(episode.name.startsWith(`${place + 1}: `)).toBe(true);
      return episode.releaseDate;
    });
    expect(dates).toEqual(dates.toSorted());
    expect(dates.at(-1)?.slice(0, 4)).toBe('2025');
    const beyond = catalogue.uriOf(episodeRef(episodeIndexOf(2, show.totalEpisodes)));
    expect(catalogue.refOfUri(beyond)).toBeNull();
  });

  it('puts nothing into a playlist but tracks, episodes and local files', () => {
    expect(() => catalogue.listed(refOf('album', 1))).toThrow(RangeError);
  });

  it('knows no track beyond the end of its album', () => {
    const length = catalogue.albumLength(0);
    const beyond = catalogue.uriOf(trackRef(trackIndexOf(0, length)));
    expect(catalogue.refOfUri(beyond)).toBeNull();
  });

  it('puts the tracks of an album under its name, artist and number', () => {
    const album = catalogue.album(5);
    for (let place = 0; place < album.totalTracks; place += 1) {
      const track = catalogue.track(trackIndexOf(5, place));
      expect(track.album).toEqual(album);
      expect(track.trackNumber).toBe(place + 1);
      expect(track.artists[0]).toEqual(album.artists[0]);
    }
  });

  it('writes ISRCs, dates and lengths as they are written', () => {
    for (let index = 0; index < 300; index += 1) {
      const track = catalogue.track(trackIndexOf(index, 0));
      expect(track.isrc).toMatch(/^[A-Z]{5}\d{7}$/);
      expect(track.album.releaseDate).toMatch(
        track.album.releaseDatePrecision === 'day' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}$/,
      );
      expect(track.durationMs).toBeGreaterThan(60_000);
    }
  });

  it('writes “an” before a vowel', () => {
    const names = Array.from({ length: 3_000 }, (_, index) => [
      catalogue.album(index).name,
      catalogue.audiobook(index).name,
      catalogue.track(trackIndexOf(index, 0)).name,
    ]).flat();
    expect(names.filter((name) => /\b[Aa]n [A-Z]/.test(name)).length).toBeGreaterThan(20);
    expect(names.filter((name) => /\b(a|A) [AEIOU]|\ban [^AEIOUH]/.test(name))).toEqual([]);
  });

  it('has favourites among its artists, and names that vary and leave ASCII now and then', () => {
    const names = albums.map((album) => album.artists[0]?.name ?? '');
    const counts = new Map<string, number>();
    for (const name of names) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Math.max(...counts.values())).toBeGreaterThan(3);
    expect(counts.size).toBeGreaterThan(120);
    expect(names.some((name) => /[^ -~’]/.test(name))).toBe(true);
    const years = new Set(albums.map((album) => album.releaseDate.slice(0, 4)));
    expect(years.size).toBeGreaterThan(20);
    expect([...years].every((year) => Number(year) <= 2025)).toBe(true);
  });
});
