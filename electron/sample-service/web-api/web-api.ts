import type { TokenStore } from '../accounts/token-store.ts';
import { hash32, type Random, seededRandom } from '../catalogue/seeded-random.ts';
import type { Answer, Incoming } from '../http/answer.ts';
import type { RequestCounter } from '../limits/request-counter.ts';
import type { ApiContext, Caller } from './api-context.ts';
import { apiError, premiumLapsed, unauthorized } from './api-error.ts';
import { getArtistReleases } from './artist-releases.ts';
import { withEtag } from './etag.ts';
import { getFollowedArtists } from './followed-artists.ts';
import { isGone } from './gone-endpoints.ts';
import { getLibraryContains } from './library-contains.ts';
import { getObject, type ObjectKind } from './one-object.ts';
import { getPlaylist, getPlaylistItems, getPlaylists } from './playlists.ts';
import { getProfile } from './profile.ts';
import { getSaved, getSavedShows, getSavedTracks } from './saved.ts';
import { thinOut } from './sparse-body.ts';

const OBJECT_PATH = /^\/([a-z]+)\/([^/]+)(?:\/([^/]+))?$/;
const REFUSED_TOKEN = 'Missing/invalid/expired access token';

const OBJECT_KINDS: ReadonlyMap<string, ObjectKind> = new Map([
  ['tracks', 'track'],
  ['albums', 'album'],
  ['artists', 'artist'],
  ['shows', 'show'],
  ['episodes', 'episode'],
  ['audiobooks', 'audiobook'],
]);

export interface WebApiParts {
  readonly context: ApiContext;
  readonly tokens: TokenStore;
  readonly counter: RequestCounter;
  readonly seed: number;
}

/** Answers everything below `/v1`. `path` is what follows it. */
export class WebApi {
  readonly #context: ApiContext;
  readonly #tokens: TokenStore;
  readonly #counter: RequestCounter;
  readonly #random: Random;

  constructor({ context, tokens, counter, seed }: WebApiParts) {
    this.#context = context;
    this.#tokens = tokens;
    this.#counter = counter;
    this.#random = seededRandom(hash32(seed, 0x5ba5e));
  }

  handle(incoming: Incoming, path: string): Answer {
    const caller = this.#identify(incoming);
    if ('status' in caller) {
      return caller;
    }
    const refusal = this.#counter.refusalOf(path);
    if (refusal !== null) {
      return refusal;
    }
    const { behaviour } = this.#context;
    if (!behaviour.premiumActive) {
      return premiumLapsed();
    }
    if (caller.isUser && !behaviour.allowListed) {
      return apiError(403, 'User not registered in the Developer Dashboard');
    }
    if (isGone(path)) {
      return apiError(403, 'Forbidden');
    }
    if (incoming.method !== 'GET') {
      return apiError(405, 'Method not allowed');
    }
    const answer = this.#read(path, incoming.query, caller);
    return withEtag(thinOut(answer, behaviour.sparse, this.#random), incoming, behaviour.etags);
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
    if (path === '/me' || path.startsWith('/me/')) {
      return this.#readOwn(path.slice('/me'.length), query, caller);
    }
    const [, plural = '', id = '', part] = OBJECT_PATH.exec(path) ?? [];
    const kind = OBJECT_KINDS.get(plural);
    if (kind !== undefined && part === undefined) {
      return getObject(kind, id, query, context);
    }
    switch (part === undefined ? plural : `${plural}/${part}`) {
      case 'artists/albums':
        return getArtistReleases(id, query, context);
      case 'playlists':
        return getPlaylist(id, query, caller, context);
      case 'playlists/items':
        return withScopes(caller, ['playlist-read-private'], () =>
          getPlaylistItems(id, query, context),
        );
      default:
        return apiError(404, 'Resource not found');
    }
  }

  /** What belongs to the user: everything below `/me`. */
  #readOwn(path: string, query: URLSearchParams, caller: Caller): Answer {
    const context = this.#context;
    const library = ['user-library-read'];
    switch (path) {
      case '':
        return getProfile(caller, context);
      case '/tracks':
        return withScopes(caller, library, () => getSavedTracks(query, context));
      case '/albums':
        return withScopes(caller, library, () => getSaved('album', query, context));
      case '/shows':
        return withScopes(caller, library, () => getSavedShows(query, context));
      case '/episodes':
        return withScopes(caller, [...library, 'user-read-playback-position'], () =>
          getSaved('episode', query, context),
        );
      case '/audiobooks':
        return withScopes(caller, library, () => getSaved('audiobook', query, context));
      case '/following':
        return withScopes(caller, ['user-follow-read'], () => getFollowedArtists(query, context));
      case '/library/contains':
        return getLibraryContains(query, caller, context);
      case '/playlists':
        return withScopes(caller, ['playlist-read-private'], () =>
          getPlaylists(query, caller, context),
        );
      default:
        return apiError(404, 'Resource not found');
    }
  }
}

function withScopes(caller: Caller, scopes: readonly string[], read: () => Answer): Answer {
  return scopes.every((scope) => caller.scopes.has(scope))
    ? read()
    : apiError(403, 'Insufficient client scope');
}
