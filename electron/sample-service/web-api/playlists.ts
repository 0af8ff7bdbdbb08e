import { mayReadItems } from '../collection/library-truth.ts';
import type { PlaylistState } from '../collection/playlist-state.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext, Caller } from './api-context.ts';
import { apiError } from './api-error.ts';
import { type PageQuery, parsePageQuery, renderPage } from './paging.ts';
import {
  renderPlaylistDetails,
  renderPlaylistEntry,
  renderPlaylistRow,
  underNames,
} from './render-playlist.ts';

/** As many items come embedded in a playlist (facts §2). */
const EMBEDDED_ITEMS = 100;

/** `GET /me/playlists`. Collaborative ones are listed only for those who asked for that scope. */
export function getPlaylists(query: URLSearchParams, caller: Caller, context: ApiContext): Answer {
  const parsed = parsePageQuery(query);
  if (parsed.kind === 'invalid') {
    return apiError(400, parsed.message);
  }
  const list = caller.scopes.has('playlist-read-collaborative')
    ? context.library.playlists
    : context.library.playlists.filter((playlist) => !playlist.collaborative);
  const href = `${context.apiUrl}/me/playlists`;
  return jsonAnswer(
    200,
    renderPage({ list, page: parsed.page, href, query }, (playlist) =>
      renderPlaylistRow(playlist, context),
    ),
  );
}

/**
 * `GET /playlists/{id}`: contents only of own lists and those the user takes part in. A public one
 * needs no scope; a private one that may not be seen is answered as if it were not there.
 */
export function getPlaylist(
  id: string,
  query: URLSearchParams,
  caller: Caller,
  context: ApiContext,
): Answer {
  const playlist = context.library.findPlaylist(id);
  if (playlist === null || (!playlist.isPublic && !caller.isUser)) {
    return apiError(404, 'Resource not found');
  }
  if (!playlist.isPublic && !caller.scopes.has('playlist-read-private')) {
    return apiError(403, 'Insufficient client scope');
  }
  return jsonAnswer(200, {
    ...renderPlaylistDetails(playlist, context),
    followers: { href: null, total: 0 },
    ...(caller.isUser && mayReadItems(playlist) ? renderContents(playlist, query, context) : {}),
  });
}

/** `GET /playlists/{id}/items`. */
export function getPlaylistItems(id: string, query: URLSearchParams, context: ApiContext): Answer {
  const parsed = parsePageQuery(query);
  if (parsed.kind === 'invalid') {
    return apiError(400, parsed.message);
  }
  const playlist = context.library.findPlaylist(id);
  if (playlist === null) {
    return apiError(404, 'Resource not found');
  }
  if (!mayReadItems(playlist)) {
    return apiError(403, 'Forbidden');
  }
  return jsonAnswer(200, renderItems(playlist, 'items', parsed.page, query, context));
}

function renderContents(
  playlist: PlaylistState,
  query: URLSearchParams,
  context: ApiContext,
): object {
  const page = { limit: EMBEDDED_ITEMS, offset: 0 };
  return underNames(['items', 'tracks'], context, (name) =>
    renderItems(playlist, name, page, query, context),
  );
}

function renderItems(
  playlist: PlaylistState,
  path: 'items' | 'tracks',
  page: PageQuery,
  query: URLSearchParams,
  context: ApiContext,
): object {
  const withMarket = query.has('market');
  const href = `${context.apiUrl}/playlists/${playlist.id}/${path}`;
  return renderPage({ list: playlist.entries, page, href, query }, (entry) =>
    renderPlaylistEntry(entry, withMarket, context),
  );
}
