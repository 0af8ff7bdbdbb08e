import { isSecureRedirectUri, type RegisteredClient } from './registered-client.ts';

/** A request to authorize that may be shown to the user. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string | null;
  readonly scope: string;
  readonly codeChallenge: string | null;
  readonly showDialog: boolean;
}

export type AuthorizeCheck =
  | { readonly kind: 'valid'; readonly request: AuthorizeRequest }
  /** Shown in the browser as plain text; the app never hears of it (facts §1). */
  | { readonly kind: 'refused'; readonly text: string }
  /** Told to the app at its redirect URI (RFC 6749 §4.1.2.1). */
  | { readonly kind: 'error'; readonly location: string };

const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

export function checkAuthorizeRequest(
  query: URLSearchParams,
  client: RegisteredClient,
): AuthorizeCheck {
  if (query.get('client_id') !== client.id) {
    return { kind: 'refused', text: 'INVALID_CLIENT: Invalid client' };
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (URL.canParse(redirectUri) && !isSecureRedirectUri(redirectUri)) {
    return { kind: 'refused', text: 'INVALID_CLIENT: Insecure redirect URI' };
  }
  if (!client.hasRedirectUri(redirectUri)) {
    return { kind: 'refused', text: 'INVALID_CLIENT: Invalid redirect URI' };
  }
  const state = query.get('state');
  const fail = (error: string, description: string): AuthorizeCheck => ({
    kind: 'error',
    location: callbackLocation(redirectUri, { error, error_description: description }, state),
  });
  if (query.get('response_type') !== 'code') {
    return fail('unsupported_response_type', 'response_type must be code');
  }
  const codeChallenge = query.get('code_challenge');
  if (codeChallenge === null && query.has('code_challenge_method')) {
    return fail('invalid_request', 'code_challenge must be supplied');
  }
  if (codeChallenge !== null && query.get('code_challenge_method') !== 'S256') {
    return fail('invalid_request', 'code_challenge_method must be S256');
  }
  if (codeChallenge !== null && !CHALLENGE.test(codeChallenge)) {
    return fail('invalid_request', 'code_challenge must be a base64url-encoded SHA-256 hash');
  }
  return {
    kind: 'valid',
    request: {
      redirectUri,
      state,
      scope: query.get('scope') ?? '',
      codeChallenge,
      showDialog: query.get('show_dialog') === 'true',
    },
  };
}

/** The redirect URI with the answer in its query; `state` comes back as it was sent. */
export function callbackLocation(
  redirectUri: string,
  answer: Readonly<Record<string, string>>,
  state: string | null,
): string {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    location.searchParams.set(name, value);
  }
  if (state !== null) {
    location.searchParams.set('state', state);
  }
  return location.href;
}
