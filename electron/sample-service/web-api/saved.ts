import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext } from './api-context.ts';
import { apiError } from './api-error.ts';
import { parsePageQuery, renderPage } from './paging.ts';
import { renderSaved, renderSavedShow, renderSavedTrack } from './render-saved.ts';

/** `GET /me/tracks`. */
export function getSavedTracks(query: URLSearchParams, context: ApiContext): Answer {
  const list = context.library.savedTracks;
  return onePage('tracks', list, query, context, (entry) => renderSavedTrack(entry, context));
}

/** `GET /me/albums`, `/me/episodes` and `/me/audiobooks`. */
export function getSaved(
  kind: 'album' | 'episode' | 'audiobook',
  query: URLSearchParams,
  context: ApiContext,
): Answer {
  const list = context.library.saved.list(kind).entries;
  return onePage(`${kind}s`, list, query, context, (entry) =>
    renderSaved(kind, entry, query.has('market'), context),
  );
}

/** `GET /me/shows`. */
export function getSavedShows(query: URLSearchParams, context: ApiContext): Answer {
  const { saved } = context.library;
  const shows = saved.list('show').entries;
  const list = context.behaviour.audiobooksAmongShows
    ? [...shows, ...saved.list('audiobook').entries]
    : shows;
  return onePage('shows', list, query, context, (entry) => renderSavedShow(entry, context));
}

function onePage<T>(
  path: string,
  list: readonly T[],
  query: URLSearchParams,
  context: ApiContext,
  render: (entry: T) => object | null,
): Answer {
  const parsed = parsePageQuery(query);
  if (parsed.kind === 'invalid') {
    return apiError(400, parsed.message);
  }
  const href = `${context.apiUrl}/me/${path}`;
  return jsonAnswer(200, renderPage({ list, page: parsed.page, href, query }, render));
}
