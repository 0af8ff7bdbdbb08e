import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext } from './api-context.ts';
import { apiError } from './api-error.ts';
import { parseLimit } from './paging.ts';
import { renderSaved } from './render-saved.ts';

/**
 * `GET /me/following?type=artist`: pages behind a cursor, the body below `artists`. The cursor is the
 * last artist of a page; it leads on also when that artist is no longer followed.
 */
export function getFollowedArtists(query: URLSearchParams, context: ApiContext): Answer {
  const { saved, catalogue } = context.library;
  if (query.get('type') !== 'artist') {
    return apiError(400, 'Invalid type');
  }
  const limit = parseLimit(query);
  if (limit === null) {
    return apiError(400, 'Invalid limit');
  }
  const after = query.get('after');
  const cursor = after === null ? null : catalogue.refOfId('artist', after);
  if (after !== null && cursor === null) {
    return apiError(400, 'Invalid cursor');
  }
  const { entries } = saved.list('artist');
  const before = cursor === null ? 0 : saved.followedBefore(cursor);
  const start = before + (cursor !== null && entries[before]?.ref === cursor ? 1 : 0);
  const page = entries.slice(start, start + limit);
  const last = page.at(-1);
  const more = last !== undefined && start + limit < entries.length;
  const lastId = more ? catalogue.object(last.ref).uri.split(':').at(-1) : undefined;
  const href = `${context.apiUrl}/me/following?type=artist&limit=${limit}`;
  return jsonAnswer(200, {
    artists: {
      cursors: { after: lastId ?? null },
      href: after === null ? href : `${href}&after=${after}`,
      items: page.map((entry) => renderSaved('artist', entry, false, context)),
      limit,
      next: lastId === undefined ? null : `${href}&after=${lastId}`,
      total: entries.length,
    },
  });
}
