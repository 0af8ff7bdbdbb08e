import type { ApiResult } from '../api-failure.ts';

/** What is answered for an id that can be none, without asking. */
export const NO_SUCH_OBJECT: ApiResult<never> = { kind: 'failed', failure: { kind: 'not-found' } };

/**
 * `/playlists/{id}`. Null for an id that would lead elsewhere: nothing, or the dots by which a path
 * goes up (RFC 3986 §5.2.4, also when they are percent-encoded). All others are encoded.
 */
export function objectPath(collection: string, id: string): string | null {
  const leadsElsewhere = id === '' || id === '.' || id === '..' || /\p{Surrogate}/u.test(id);
  return leadsElsewhere ? null : `/${collection}/${encodeURIComponent(id)}`;
}
