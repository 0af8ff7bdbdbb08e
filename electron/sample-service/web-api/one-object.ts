import {
  episodeIndexOf,
  type ItemRef,
  indexOfRef,
  refOf,
  trackIndexOf,
  trackRef,
} from '../catalogue/item-ref.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext } from './api-context.ts';
import { apiError } from './api-error.ts';
import { renderPage } from './paging.ts';
import type { Playability } from './render-identity.ts';
import {
  renderAlbum,
  renderAlbumDetails,
  renderAlbumTrack,
  renderArtist,
  renderTrack,
} from './render-music.ts';
import {
  renderAudiobook,
  renderChapter,
  renderEpisode,
  renderShow,
  renderShowEpisode,
} from './render-spoken-word.ts';

export type ObjectKind = 'track' | 'album' | 'artist' | 'show' | 'episode' | 'audiobook';

/** So many tracks, episodes or chapters come embedded. */
const EMBEDDED = { limit: 50, offset: 0 };
const NO_QUERY = new URLSearchParams();

/** `GET /tracks/{id}` and its like. 404 for what never was and for what is gone. */
export function getObject(
  kind: ObjectKind,
  id: string,
  query: URLSearchParams,
  context: ApiContext,
): Answer {
  const ref = context.library.catalogue.refOfId(kind, id);
  return ref === null || !context.library.isInCatalogue(ref)
    ? apiError(404, 'Resource not found')
    : jsonAnswer(200, renderWhole(kind, ref, query.has('market'), context));
}

function renderWhole(
  kind: ObjectKind,
  ref: ItemRef,
  withMarket: boolean,
  context: ApiContext,
): object {
  const { catalogue } = context.library;
  const index = indexOfRef(ref);
  switch (kind) {
    case 'track':
      return renderTrack(catalogue.track(index), playabilityOf(ref, withMarket, context), context);
    case 'album':
      return renderWholeAlbum(index, withMarket, context);
    case 'artist':
      return renderArtist(catalogue.artist(index), context);
    case 'show':
      return renderWholeShow(index, context);
    case 'episode':
      // Recorded: `is_playable` stands here also where no market was asked for.
      return renderEpisode(catalogue.episode(index), playabilityOf(ref, true, context), context);
    case 'audiobook':
      return renderWholeAudiobook(index, context);
  }
}

/** With its tracks, as it is saved and as it answers to its id. */
export function renderWholeAlbum(index: number, withMarket: boolean, context: ApiContext): object {
  const { catalogue } = context.library;
  const album = catalogue.album(index);
  const list = Array.from({ length: album.totalTracks }, (_, place) => trackIndexOf(index, place));
  const href = `${context.apiUrl}/albums/${album.id}/tracks`;
  const tracks = renderPage({ list, page: EMBEDDED, href, query: NO_QUERY }, (trackIndex) =>
    renderAlbumTrack(
      catalogue.track(trackIndex),
      playabilityOf(trackRef(trackIndex), withMarket, context),
      context,
    ),
  );
  return {
    ...renderAlbum(album, playabilityOf(refOf('album', index), withMarket, context), context),
    ...renderAlbumDetails(album, tracks, context),
  };
}

/** With its newest episodes. */
function renderWholeShow(index: number, context: ApiContext): object {
  const { catalogue } = context.library;
  const show = catalogue.show(index);
  const length = show.totalEpisodes;
  const list = Array.from({ length }, (_, nth) => episodeIndexOf(index, length - 1 - nth));
  const href = `${context.apiUrl}/shows/${show.id}/episodes`;
  const episodes = renderPage({ list, page: EMBEDDED, href, query: NO_QUERY }, (episodeIndex) =>
    renderShowEpisode(
      catalogue.episode(episodeIndex),
      playabilityOf(refOf('episode', episodeIndex), true, context),
      context,
    ),
  );
  return { ...renderShow(show, context), episodes };
}

function renderWholeAudiobook(index: number, context: ApiContext): object {
  const { catalogue } = context.library;
  const book = catalogue.audiobook(index);
  const list = Array.from({ length: book.totalChapters }, (_, place) => place);
  const href = `${context.apiUrl}/audiobooks/${book.id}/chapters`;
  const chapters = renderPage({ list, page: EMBEDDED, href, query: NO_QUERY }, (place) =>
    renderChapter(book, place, catalogue.chapterId(index, place), context),
  );
  return { ...renderAudiobook(book, context), chapters };
}

export function playabilityOf(ref: ItemRef, withMarket: boolean, context: ApiContext): Playability {
  if (!withMarket) {
    return 'unknown';
  }
  return context.library.isPlayable(ref) ? 'playable' : 'restricted';
}
