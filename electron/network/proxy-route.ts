import { PROXY_UNUSABLE } from './network-failure.ts';
import { ProxyLogin } from './proxy-login.ts';
import type { NoRoute, Route } from './route.ts';

/**
 * A route from the address of a proxy as programs and systems write it: a name and password may
 * stand in it, `http://` is meant where no scheme does, and a port that is missing is the scheme's.
 */
export function routeThrough(address: string): Route | NoRoute {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    // SOCKS too: undici calls its own form of it experimental, and nothing here depends on that.
    return { kind: 'none', code: PROXY_UNUSABLE };
  }
  const { username, password } = url;
  return {
    kind: 'proxy',
    address: url.origin,
    login:
      username === '' && password === ''
        ? null
        : new ProxyLogin(decoded(username), decoded(password)),
  };
}

/** A password that only looks percent-encoded is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
