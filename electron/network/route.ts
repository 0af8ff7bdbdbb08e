/** How an address is reached. */
export type Route =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy';
      /** `http://host:port` or `https://host:port`, without a name or password. */
      readonly address: string;
      readonly login: { readonly user: string; readonly password: string } | null;
    }
  /** Only proxies of a kind that cannot be used here are offered. */
  | { readonly kind: 'unusable'; readonly scheme: string };

export const DIRECT: Route = { kind: 'direct' };

/** Finds the way to an address. Asked before every connection, so a changed setting holds at once. */
export type FindRoute = (url: string) => Promise<Route>;

/** For what stands on this machine. */
export const alwaysDirect: FindRoute = () => Promise.resolve(DIRECT);

/** A route from the address of a proxy, which may hold a name and password. */
export function routeThrough(address: string): Route {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return { kind: 'unusable', scheme: url?.protocol.slice(0, -1) ?? 'unreadable' };
  }
  return {
    kind: 'proxy',
    address: url.origin,
    login:
      url.username === '' ? null : { user: decoded(url.username), password: decoded(url.password) },
  };
}

/** A name that only looks percent-encoded is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
