import { indexOfRef } from '../catalogue/item-ref.ts';
import { RELEASE_GROUPS } from '../collection/artist-releases.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext } from './api-context.ts';
import { apiError } from './api-error.ts';
import { playabilityOf } from './one-object.ts';
import { parsePageQuery, renderPage } from './paging.ts';
import { renderAlbum } from './render-music.ts';

const LIMITS = { most: 10, usual: 5 };

/** `GET /artists/{id}/albums`: pages of 10 at most, 5 where no limit is asked for (facts §2). */
export function getArtistReleases(id: string, query: URLSearchParams, context: ApiContext): Answer {
  const { library } = context;
  const parsed = parsePageQuery(query, LIMITS);
  if (parsed.kind === 'invalid') {
    return apiError(400, parsed.message);
  }
  const groups = (query.get('include_groups') ?? RELEASE_GROUPS.join(',')).split(',');
  if (!groups.every((group) => RELEASE_GROUPS.some((known) => known === group))) {
    return apiError(400, 'Invalid include_groups');
  }
  const artist = library.catalogue.refOfId('artist', id);
  if (artist === null || !library.isInCatalogue(artist)) {
    return apiError(404, 'Resource not found');
  }
  const list = library.releases.of(artist).filter(({ group }) => groups.includes(group));
  const href = `${context.apiUrl}/artists/${id}/albums`;
  return jsonAnswer(
    200,
    renderPage({ list, page: parsed.page, href, query }, ({ ref, group }) => ({
      ...renderAlbum(
        library.catalogue.album(indexOfRef(ref)),
        playabilityOf(ref, query.has('market'), context),
        context,
      ),
      album_group: group,
    })),
  );
}
