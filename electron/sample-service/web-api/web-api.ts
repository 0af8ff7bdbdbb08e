import { createHash } from 'node:crypto';
import type { TokenStore } from '../accounts/token-store.ts';
import type { Answer, Incoming } from '../http/answer.ts';
import type { ApiContext, Caller } from './api-context.ts';
import { apiError, premiumLapsed, unauthorized } from './api-error.ts';
import { getPlaylist, getPlaylistItems, getPlaylists } from './playlists.ts';
import { getProfile } from './profile.ts';
import { getSavedTracks } from './saved-tracks.ts';

const PLAYLIST_PATH = /^\/playlists\/([^/]+)(?:\/([^/]+))?$/;
const REFUSED_TOKEN = 'Missing/invalid/expired access token';

/** Gone for clients of Development Mode (facts §2). */
const GONE = [
  /^\/playlists\/[^/]+\/tracks$/,
  /^\/users\//,
  /^\/browse\//,
  /^\/markets$/,
  /^\/artists\/[^/]+\/top-tracks$/,
  /^\/audio-features/,
  /^\/recommendations$/,
];

/** Answers everything below `/v1`. `path` is what follows it. */
export class WebApi {
  readonly #context: ApiContext;
  readonly #tokens: TokenStore;

  constructor(context: ApiContext, tokens: TokenStore) {
    this.#context = context;
    this.#tokens = tokens;
  }

  handle(incoming: Incoming, path: string): Answer {
    const caller = this.#identify(incoming);
    if ('status' in caller) {
      return caller;
    }
    const { behaviour } = this.#context;
    if (!behaviour.premiumActive) {
      return premiumLapsed();
    }
    if (caller.isUser && !behaviour.allowListed) {
      return apiError(403, 'User not registered in the Developer Dashboard');
    }
    if (GONE.some((gone) => gone.test(path))) {
      return apiError(403, 'Forbidden');
    }
    if (incoming.method !== 'GET') {
      return apiError(405, 'Method not allowed');
    }
    return withEtag(this.#read(path, incoming.query, caller), incoming);
  }

  #identify(incoming: Incoming): Caller | Answer {
    const header = incoming.headers.authorization;
    const token = /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) {
      return unauthorized(REFUSED_TOKEN, header !== undefined);
    }
    const check = this.#tokens.checkAccessToken(token);
    switch (check.kind) {
      case 'valid':
        return { isUser: check.isUser, scopes: check.scopes };
      case 'expired':
        return unauthorized('The access token expired', true);
      case 'unknown':
        return unauthorized(REFUSED_TOKEN, true);
    }
  }

  #read(path: string, query: URLSearchParams, caller: Caller): Answer {
    const context = this.#context;
    if (path.startsWith('/me') && !caller.isUser) {
      return unauthorized('Valid user authentication required', true);
    }
    switch (path) {
      case '/me':
        return getProfile(caller, context);
      case '/me/tracks':
        return withScope(caller, 'user-library-read', () => getSavedTracks(query, context));
      case '/me/playlists':
        return withScope(caller, 'playlist-read-private', () =>
          getPlaylists(query, caller, context),
        );
    }
    const [, id, part] = PLAYLIST_PATH.exec(path) ?? [];
    if (id !== undefined && part === undefined) {
      return getPlaylist(id, query, caller, context);
    }
    if (id !== undefined && part === 'items') {
      return withScope(caller, 'playlist-read-private', () => getPlaylistItems(id, query, context));
    }
    return apiError(404, 'Resource not found');
  }
}

function withScope(caller: Caller, scope: string, read: () => Answer): Answer {
  return caller.scopes.has(scope) ? read() : apiError(403, 'Insufficient client scope');
}

/** RFC 9110 §13.1.2: nothing is sent again to someone who has it already. */
function withEtag(answer: Answer, incoming: Incoming): Answer {
  if (answer.status !== 200) {
    return answer;
  }
  const etag = `"${createHash('sha1').update(answer.body).digest('base64url')}"`;
  const headers = { ...answer.headers, etag, 'cache-control': 'private, max-age=0' };
  const known = (incoming.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  return known.includes(etag)
    ? { status: 304, headers: { etag, 'cache-control': 'private, max-age=0' }, body: '' }
    : { ...answer, headers };
}
