import type { Entry } from '../collection/playlist-state.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext } from './api-context.ts';
import { apiError } from './api-error.ts';
import { parsePageQuery, renderPage } from './paging.ts';
import { renderObject } from './render-item.ts';

/** A moment as the Web API writes it: no fraction of a second. */
export function renderMoment(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `GET /me/tracks`. Recorded bodies tell `is_playable` here even where no market was asked for. */
export function getSavedTracks(query: URLSearchParams, context: ApiContext): Answer {
  const parsed = parsePageQuery(query);
  if (parsed.kind === 'invalid') {
    return apiError(400, parsed.message);
  }
  const { library } = context;
  const render = (entry: Entry): object => ({
    added_at: renderMoment(entry.addedAtMs),
    track: library.isInCatalogue(entry.ref)
      ? renderObject(
          library.catalogue.object(entry.ref),
          library.isPlayable(entry.ref) ? 'playable' : 'restricted',
          context,
        )
      : null,
  });
  const href = `${context.apiUrl}/me/tracks`;
  return jsonAnswer(
    200,
    renderPage({ list: library.savedTracks, page: parsed.page, href, query }, render),
  );
}
