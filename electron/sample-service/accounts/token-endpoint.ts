import { type Answer, htmlAnswer, type Incoming, jsonAnswer } from '../http/answer.ts';
import type { SampleBehaviour } from '../sample-service.ts';
import { isCodeVerifier, sameSecret, verifierMatches } from './pkce.ts';
import type { RegisteredClient } from './registered-client.ts';
import type { Authorization, TokenStore } from './token-store.ts';

const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' };

type ClientProof = { readonly kind: 'secret' } | { readonly kind: 'public' } | Answer;

/** `POST /api/token` (facts §1): what each grant needs, and what it gets. */
export class TokenEndpoint {
  readonly #client: RegisteredClient;
  readonly #tokens: TokenStore;
  readonly #behaviour: SampleBehaviour;

  constructor(client: RegisteredClient, tokens: TokenStore, behaviour: SampleBehaviour) {
    this.#client = client;
    this.#tokens = tokens;
    this.#behaviour = behaviour;
  }

  handle(incoming: Incoming): Answer {
    switch (this.#behaviour.tokenEndpoint) {
      case 'out':
        return htmlAnswer(503, '<html><body><h1>503 Service Unavailable</h1></body></html>');
      case 'refuses-everybody':
        return oauthError('invalid_grant', 'Invalid refresh token');
      case 'working':
        return this.#grant(incoming);
    }
  }

  #grant(incoming: Incoming): Answer {
    if (!/^application\/x-www-form-urlencoded\b/i.test(incoming.headers['content-type'] ?? '')) {
      return oauthError('invalid_request', 'The body must be form-encoded');
    }
    const form = new URLSearchParams(incoming.body);
    const proof = this.#authenticate(incoming, form);
    if ('status' in proof) {
      return proof;
    }
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return this.#exchangeCode(form, proof.kind);
      case 'refresh_token':
        return this.#refresh(form, proof.kind);
      case 'client_credentials':
        return proof.kind === 'secret'
          ? this.#answer('', false, {})
          : oauthError('invalid_client', 'Invalid client secret');
      default:
        return oauthError(
          'unsupported_grant_type',
          'grant_type must be client_credentials, authorization_code or refresh_token',
        );
    }
  }

  #authenticate(incoming: Incoming, form: URLSearchParams): ClientProof {
    const basic = /^Basic (\S+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
    if (basic === undefined) {
      return form.get('client_id') === this.#client.id
        ? { kind: 'public' }
        : oauthError('invalid_client', 'Invalid client');
    }
    const pair = Buffer.from(basic, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (colon < 0 || pair.slice(0, colon) !== this.#client.id) {
      return oauthError('invalid_client', 'Invalid client');
    }
    return sameSecret(pair.slice(colon + 1), this.#client.secret)
      ? { kind: 'secret' }
      : oauthError('invalid_client', 'Invalid client secret');
  }

  #exchangeCode(form: URLSearchParams, proof: 'secret' | 'public'): Answer {
    const verifier = form.get('code_verifier');
    if (verifier !== null) {
      this.#tokens.remember('code-verifier', verifier);
    }
    if (proof === 'public' && (verifier === null || !isCodeVerifier(verifier))) {
      return oauthError('invalid_request', 'code_verifier must be supplied');
    }
    const redeemed = this.#tokens.redeemCode(form.get('code') ?? '');
    if (redeemed.kind !== 'ok') {
      const what =
        redeemed.kind === 'expired' ? 'Authorization code expired' : 'Invalid authorization code';
      return oauthError('invalid_grant', what);
    }
    const { request, authorization } = redeemed;
    if (form.get('redirect_uri') !== request.redirectUri) {
      return oauthError('invalid_grant', 'Invalid redirect URI');
    }
    if (request.codeChallenge === null && proof === 'public') {
      return oauthError('invalid_client', 'Invalid client secret');
    }
    if (request.codeChallenge !== null && !verifierMatches(verifier ?? '', request.codeChallenge)) {
      return oauthError('invalid_grant', 'code_verifier was incorrect');
    }
    return this.#answer(authorization.scope, true, {
      refresh_token: this.#tokens.issueRefreshToken(authorization),
    });
  }

  #refresh(form: URLSearchParams, proof: 'secret' | 'public'): Answer {
    const token = form.get('refresh_token');
    if (token === null || token === '') {
      return oauthError('invalid_request', 'refresh_token must be supplied');
    }
    this.#tokens.remember('refresh-token', token);
    const check = this.#tokens.checkRefreshToken(token);
    switch (check.kind) {
      case 'unknown':
        return oauthError('invalid_grant', 'Invalid refresh token');
      case 'revoked':
        return oauthError('invalid_grant', 'Refresh token revoked');
      case 'expired':
        return oauthError('invalid_grant', 'Refresh token expired');
      case 'ok':
        return this.#answer(
          check.authorization.scope,
          true,
          // Only clients without a secret have their refresh tokens rotated (facts §1).
          this.#behaviour.rotation && proof === 'public'
            ? this.#rotate(token, check.authorization)
            : {},
        );
    }
  }

  #rotate(token: string, authorization: Authorization): object {
    this.#tokens.revokeRefreshToken(token);
    return { refresh_token: this.#tokens.issueRefreshToken(authorization) };
  }

  #answer(scope: string, isUser: boolean, more: object): Answer {
    return jsonAnswer(
      200,
      {
        access_token: this.#tokens.issueAccessToken(scope, isUser),
        token_type: 'Bearer',
        expires_in: this.#behaviour.tokenLifeSeconds,
        ...(isUser ? { scope } : {}),
        ...more,
      },
      NO_STORE,
    );
  }
}

/** RFC 6749 §5.2. Spotify answers 400 to all of them. */
function oauthError(error: string, description: string): Answer {
  return jsonAnswer(400, { error, error_description: description }, NO_STORE);
}
