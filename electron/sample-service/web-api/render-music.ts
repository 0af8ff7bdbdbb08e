import type { Album, Artist, LocalFile, Track } from '../catalogue/catalogue-object.ts';
import { hashText } from '../catalogue/seeded-random.ts';
import {
  olderFields,
  type Playability,
  type RenderContext,
  renderIdentity,
  renderImages,
  renderPlayability,
} from './render-identity.ts';

function popularityOf(id: string): number {
  return hashText(id) % 80;
}

/** As it stands in the credits of an album or a track. */
export function renderCredit(artist: Artist, context: RenderContext): object {
  return { ...renderIdentity('artist', artist.id, context), name: artist.name };
}

/** As it answers to its own id, and among the followed ones. */
export function renderArtist(artist: Artist, context: RenderContext): object {
  const popularity = popularityOf(artist.id);
  return {
    ...renderCredit(artist, context),
    genres: [],
    images: renderImages(artist.id, context),
    ...(context.behaviour.legacyFieldNames === false
      ? {}
      : { followers: { href: null, total: popularity * 131 }, popularity }),
  };
}

/** As it stands in a track and among an artist's releases. */
export function renderAlbum(
  album: Album,
  playability: Playability,
  context: RenderContext,
): object {
  return {
    ...renderIdentity('album', album.id, context),
    album_type: album.albumType,
    artists: album.artists.map((artist) => renderCredit(artist, context)),
    images: renderImages(album.id, context),
    name: album.name,
    release_date: album.releaseDate,
    release_date_precision: album.releaseDatePrecision,
    // An album has no `is_playable`, only the reason why not.
    ...(playability === 'restricted' ? { restrictions: { reason: 'market' } } : {}),
    total_tracks: album.totalTracks,
    ...olderFields(context, {}),
  };
}

/** What an album has besides when it is saved or answers to its own id. */
export function renderAlbumDetails(album: Album, tracks: object, context: RenderContext): object {
  const year = album.releaseDate.slice(0, 4);
  const [artist] = album.artists;
  return {
    copyrights: [{ text: `${year} ${artist?.name ?? album.name}`, type: 'C' }],
    external_ids: { upc: String(hashText(album.id)).padStart(12, '0') },
    genres: [],
    tracks,
    ...(context.behaviour.legacyFieldNames === false
      ? {}
      : { label: `${artist?.name ?? album.name} Records`, popularity: popularityOf(album.id) }),
  };
}

/** As it stands in its album: what they share is left out. */
export function renderAlbumTrack(
  track: Track,
  playability: Playability,
  context: RenderContext,
): object {
  return {
    ...renderIdentity('track', track.id, context),
    artists: track.artists.map((artist) => renderCredit(artist, context)),
    disc_number: 1,
    duration_ms: track.durationMs,
    explicit: track.explicit,
    is_local: false,
    ...renderPlayability(playability),
    name: track.name,
    preview_url: null,
    track_number: track.trackNumber,
    ...olderFields(context, {}),
  };
}

export function renderTrack(
  track: Track,
  playability: Playability,
  context: RenderContext,
): object {
  return {
    ...renderAlbumTrack(track, playability, context),
    album: renderAlbum(track.album, 'unknown', context),
    external_ids: { isrc: track.isrc },
    ...olderFields(context, { popularity: popularityOf(track.id) }),
  };
}

/** A file on the owner's own disk: Spotify knows its tags and nothing else. */
export function renderLocalFile(file: LocalFile): object {
  return {
    album: {
      album_type: null,
      artists: [],
      external_urls: {},
      href: null,
      id: null,
      images: [],
      name: file.album,
      release_date: null,
      release_date_precision: null,
      type: 'album',
      uri: null,
    },
    artists: [
      { external_urls: {}, href: null, id: null, name: file.artist, type: 'artist', uri: null },
    ],
    disc_number: 0,
    duration_ms: file.durationMs,
    explicit: false,
    external_ids: {},
    external_urls: {},
    href: null,
    id: null,
    is_local: true,
    name: file.name,
    preview_url: null,
    track_number: 0,
    type: 'track',
    uri: file.uri,
  };
}
