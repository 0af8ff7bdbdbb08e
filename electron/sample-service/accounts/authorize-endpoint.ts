import { randomBytes } from 'node:crypto';
import { SAMPLE_USER } from '../collection/sample-user.ts';
import { type Answer, type Incoming, redirectAnswer, textAnswer } from '../http/answer.ts';
import type { SampleBehaviour } from '../sample-service.ts';
import {
  type AuthorizeRequest,
  callbackLocation,
  checkAuthorizeRequest,
} from './authorize-request.ts';
import { consentPage } from './consent-page.ts';
import type { RegisteredClient } from './registered-client.ts';
import type { TokenStore } from './token-store.ts';

/** `GET /authorize` shows the page, `POST /authorize` takes what was pressed on it. */
export class AuthorizeEndpoint {
  readonly #client: RegisteredClient;
  readonly #tokens: TokenStore;
  readonly #behaviour: SampleBehaviour;
  readonly #tickets = new Map<string, AuthorizeRequest>();
  #approvedScopes: ReadonlySet<string> | null = null;

  constructor(client: RegisteredClient, tokens: TokenStore, behaviour: SampleBehaviour) {
    this.#client = client;
    this.#tokens = tokens;
    this.#behaviour = behaviour;
  }

  show(incoming: Incoming): Answer {
    const check = checkAuthorizeRequest(incoming.query, this.#client);
    switch (check.kind) {
      case 'refused':
        return textAnswer(400, check.text);
      case 'error':
        return redirectAnswer(check.location);
      case 'valid':
        return this.#needsPage(check.request)
          ? this.#page(check.request)
          : this.#approve(check.request);
    }
  }

  decide(incoming: Incoming): Answer {
    const form = new URLSearchParams(incoming.body);
    const ticket = form.get('ticket') ?? '';
    const request = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (request === undefined) {
      return textAnswer(400, 'This page was used already. Start again in the app.');
    }
    return form.get('decision') === 'agree'
      ? this.#approve(request)
      : redirectAnswer(
          callbackLocation(request.redirectUri, { error: 'access_denied' }, request.state),
        );
  }

  /** Somebody who approved all of it before may be sent straight back (facts §1). */
  #needsPage(request: AuthorizeRequest): boolean {
    const approved = this.#approvedScopes;
    return (
      !this.#behaviour.skipPageWhenApproved ||
      request.showDialog ||
      approved === null ||
      !scopesOf(request).every((scope) => approved.has(scope))
    );
  }

  #page(request: AuthorizeRequest): Answer {
    const ticket = randomBytes(24).toString('base64url');
    this.#tickets.set(ticket, request);
    return consentPage({
      userName: SAMPLE_USER.displayName,
      scope: request.scope,
      ticket,
      redirectUri: request.redirectUri,
    });
  }

  #approve(request: AuthorizeRequest): Answer {
    this.#approvedScopes = new Set([...(this.#approvedScopes ?? []), ...scopesOf(request)]);
    const { scope, redirectUri, codeChallenge, state } = request;
    const code = this.#tokens.issueCode({ scope, redirectUri, codeChallenge });
    return redirectAnswer(callbackLocation(redirectUri, { code }, state));
  }
}

function scopesOf(request: AuthorizeRequest): string[] {
  return request.scope.split(' ').filter((scope) => scope !== '');
}
