import type { CallbackRefusal } from '../../shared/ipc-contract.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { onlyParameter } from './only-parameter.ts';
import { Secret } from './secret.ts';

export type PastedVerdict =
  | { readonly kind: 'code'; readonly code: Secret }
  | { readonly kind: 'refused'; readonly byUser: boolean }
  | { readonly kind: 'not-it'; readonly reason: CallbackRefusal };

/**
 * Judges an address that the user pasted: it must be the redirect URI of this sign-in, and bring
 * its `state`, before anything else of it is looked at (RFC 6749 §4.1.2, §10.12). Browsers hide
 * `http://`, so it may be missing.
 */
export function judgePastedAddress(
  pasted: string,
  expected: { readonly redirectUri: string; readonly state: Secret },
): PastedVerdict {
  const text = pasted.trim();
  if (text === '') {
    return notIt('empty');
  }
  const address = parseAddress(text);
  if (address === null) {
    return notIt('not-an-address');
  }
  if (!isAt(address, expected.redirectUri)) {
    return notIt('other-address');
  }
  const { searchParams } = address;
  if (!constantTimeEqual(onlyParameter(searchParams, 'state') ?? '', expected.state.reveal())) {
    return notIt('other-sign-in');
  }
  const error = onlyParameter(searchParams, 'error');
  if (error !== null) {
    return { kind: 'refused', byUser: error === 'access_denied' };
  }
  const code = onlyParameter(searchParams, 'code');
  return code === null ? notIt('no-code') : { kind: 'code', code: new Secret(code) };
}

function notIt(reason: CallbackRefusal): PastedVerdict {
  return { kind: 'not-it', reason };
}

/** Nothing is at a redirect URI that is no address: Spotify would not have sent anyone there. */
function isAt({ host, pathname }: URL, redirectUri: string): boolean {
  const redirect = URL.canParse(redirectUri) ? new URL(redirectUri) : null;
  return host === redirect?.host && pathname === redirect.pathname;
}

function parseAddress(text: string): URL | null {
  if (/\s/.test(text)) {
    return null;
  }
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}
