import { kindOfRef } from '../catalogue/item-ref.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import type { ApiContext, Caller } from './api-context.ts';
import { apiError } from './api-error.ts';

const MOST_URIS = 40;
const URI = /^spotify:(track|album|episode|show|audiobook|artist|user|playlist):([^:,\s]+)$/;

/** The scope that a URI of each type needs. */
const SCOPES: Readonly<Record<string, string>> = {
  artist: 'user-follow-read',
  user: 'user-follow-read',
  playlist: 'playlist-read-private',
};
const USUAL_SCOPE = 'user-library-read';

/** `GET /me/library/contains?uris=`: whether each is saved or followed. */
export function getLibraryContains(
  query: URLSearchParams,
  caller: Caller,
  context: ApiContext,
): Answer {
  const uris = (query.get('uris') ?? '').split(',').filter((uri) => uri !== '');
  if (uris.length === 0) {
    return apiError(400, 'Missing required field: uris');
  }
  if (uris.length > MOST_URIS) {
    return apiError(400, 'Too many uris requested');
  }
  const types = uris.map((uri) => URI.exec(uri)?.[1]);
  if (types.includes(undefined)) {
    return apiError(400, 'Invalid uri');
  }
  if (types.some((type) => !caller.scopes.has(SCOPES[type ?? ''] ?? USUAL_SCOPE))) {
    return apiError(403, 'Insufficient client scope');
  }
  return jsonAnswer(
    200,
    uris.map((uri) => isInLibrary(uri, context)),
  );
}

function isInLibrary(uri: string, { library }: ApiContext): boolean {
  const [, type, id = ''] = uri.split(':');
  if (type === 'playlist') {
    return library.findPlaylist(id) !== null;
  }
  const ref = library.catalogue.refOfUri(uri);
  if (ref === null) {
    return false;
  }
  return kindOfRef(ref) === 'track' ? library.isSavedTrack(ref) : library.saved.has(ref);
}
