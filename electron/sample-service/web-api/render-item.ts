import type {
  Album,
  Artist,
  CatalogueObject,
  Episode,
  LocalFile,
  Track,
} from '../catalogue/sample-catalogue.ts';

export interface RenderContext {
  /** Scheme, host and port of this service, where the covers are. */
  readonly origin: string;
  readonly apiUrl: string;
}

/** What is known about playing it; `unknown` where no market was asked for. */
export type Playability = 'playable' | 'restricted' | 'unknown';

const COVER_SIZES = [640, 300, 64] as const;

/** Three sizes, as recorded bodies have them. */
export function renderImages(seed: string, context: RenderContext): object[] {
  return COVER_SIZES.map((size) => ({
    height: size,
    url: `${context.origin}/artwork/${seed}.png?size=${size}`,
    width: size,
  }));
}

/** The fields that every object of Spotify's has. */
export function renderIdentity(
  type: 'album' | 'artist' | 'track' | 'episode' | 'show' | 'playlist' | 'user',
  id: string,
  context: RenderContext,
): object {
  return {
    external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
    href: `${context.apiUrl}/${type}s/${id}`,
    id,
    type,
    uri: `spotify:${type}:${id}`,
  };
}

function renderArtist(artist: Artist, context: RenderContext): object {
  return { ...renderIdentity('artist', artist.id, context), name: artist.name };
}

function renderAlbum(album: Album, context: RenderContext): object {
  return {
    ...renderIdentity('album', album.id, context),
    album_type: album.albumType,
    artists: album.artists.map((artist) => renderArtist(artist, context)),
    images: renderImages(album.id, context),
    name: album.name,
    release_date: album.releaseDate,
    release_date_precision: album.releaseDatePrecision,
    total_tracks: album.totalTracks,
  };
}

function renderPlayability(playability: Playability): object {
  switch (playability) {
    case 'playable':
      return { is_playable: true };
    case 'restricted':
      return { is_playable: false, restrictions: { reason: 'market' } };
    case 'unknown':
      return {};
  }
}

function renderTrack(track: Track, playability: Playability, context: RenderContext): object {
  return {
    ...renderIdentity('track', track.id, context),
    album: renderAlbum(track.album, context),
    artists: track.artists.map((artist) => renderArtist(artist, context)),
    disc_number: 1,
    duration_ms: track.durationMs,
    explicit: track.explicit,
    external_ids: { isrc: track.isrc },
    is_local: false,
    ...renderPlayability(playability),
    name: track.name,
    preview_url: null,
    track_number: track.trackNumber,
  };
}

function renderEpisode(episode: Episode, playability: Playability, context: RenderContext): object {
  const about = `An episode of ${episode.show.name}.`;
  return {
    ...renderIdentity('episode', episode.id, context),
    audio_preview_url: null,
    description: about,
    duration_ms: episode.durationMs,
    explicit: false,
    html_description: `<p>${about}</p>`,
    images: renderImages(episode.show.id, context),
    is_externally_hosted: false,
    ...renderPlayability(playability),
    language: 'en',
    languages: ['en'],
    name: episode.name,
    release_date: episode.releaseDate,
    release_date_precision: 'day',
    show: {
      ...renderIdentity('show', episode.show.id, context),
      copyrights: [],
      description: `${episode.show.name}, every other week.`,
      explicit: false,
      html_description: `<p>${episode.show.name}, every other week.</p>`,
      images: renderImages(episode.show.id, context),
      is_externally_hosted: false,
      languages: ['en'],
      media_type: 'audio',
      name: episode.show.name,
      total_episodes: 220,
    },
  };
}

/** A file on the owner's own disk: Spotify knows its tags and nothing else. */
function renderLocalFile(file: LocalFile): object {
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

export function renderObject(
  object: CatalogueObject,
  playability: Playability,
  context: RenderContext,
): object {
  switch (object.kind) {
    case 'track':
      return renderTrack(object, playability, context);
    case 'episode':
      return renderEpisode(object, playability, context);
    case 'local':
      return renderLocalFile(object);
  }
}
