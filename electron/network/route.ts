import type { ProxyLogin } from './proxy-login.ts';

/** How an address is reached. */
export type Route =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy';
      /** `http://host:port` or `https://host:port`, without a name or password. */
      readonly address: string;
      readonly login: ProxyLogin | null;
    };

/** Why there is no route: a code of `network-failure.ts`. */
export interface NoRoute {
  readonly kind: 'none';
  readonly code: string;
}

export const DIRECT: Route = { kind: 'direct' };

/** Tells routes apart, logins included. It can hold a password: never to be shown. */
export function routeKey(route: Route): string {
  return route.kind === 'direct' ? 'direct' : `${route.address} ${route.login?.header() ?? ''}`;
}
