import type { Secret } from './secret.ts';

export interface AuthorizeRequest {
  /** For example `https://accounts.spotify.com`, without a slash at the end. */
  readonly accountsUrl: string;
  readonly clientId: string;
  /** Must equal a registered one character by character (facts §1). */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: Secret;
  /** S256 challenge (RFC 7636 §4.2). */
  readonly challenge: string;
  /** True shows Spotify's page even to a user who agreed before. */
  readonly showDialog: boolean;
}

/** The address that the browser opens: `GET /authorize` (facts §1, RFC 6749 §4.1.1). */
export function authorizeUrl(request: AuthorizeRequest): URL {
  const url = new URL(`${request.accountsUrl}/authorize`);
  url.search = new URLSearchParams({
    client_id: request.clientId,
    response_type: 'code',
    redirect_uri: request.redirectUri,
    scope: request.scopes.join(' '),
    state: request.state.reveal(),
    code_challenge_method: 'S256',
    code_challenge: request.challenge,
    show_dialog: String(request.showDialog),
  }).toString();
  return url;
}
