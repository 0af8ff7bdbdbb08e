import type { AuthorizeEndpoint } from '../accounts/authorize-endpoint.ts';
import type { TokenEndpoint } from '../accounts/token-endpoint.ts';
import type { ArtworkEndpoint } from '../artwork/artwork-endpoint.ts';
import type { WebApi } from '../web-api/web-api.ts';
import { type Answer, type Incoming, textAnswer } from './answer.ts';
import { GUEST_LOGIN_PATH, guestLoginPage } from './guest-login.ts';

export interface RouterParts {
  readonly authorize: AuthorizeEndpoint;
  readonly token: TokenEndpoint;
  readonly webApi: WebApi;
  readonly artwork: ArtworkEndpoint;
}

/** Leads each request to the part that answers it: two hosts of Spotify's in one. */
export class SampleRouter {
  readonly #parts: RouterParts;

  constructor(parts: RouterParts) {
    this.#parts = parts;
  }

  handle(incoming: Incoming): Answer | Promise<Answer> {
    const { method, path } = incoming;
    if (path.startsWith('/v1/')) {
      return this.#parts.webApi.handle(incoming, path.slice('/v1'.length));
    }
    if (path === '/authorize' && method === 'GET') {
      return this.#parts.authorize.show(incoming);
    }
    if (path === '/authorize' && method === 'POST') {
      return this.#parts.authorize.decide(incoming);
    }
    if (path === '/api/token' && method === 'POST') {
      return this.#parts.token.handle(incoming);
    }
    if (path.startsWith('/artwork/') && method === 'GET') {
      return this.#parts.artwork.handle(incoming);
    }
    if (path === GUEST_LOGIN_PATH) {
      return guestLoginPage();
    }
    return textAnswer(404, 'Not found');
  }
}
