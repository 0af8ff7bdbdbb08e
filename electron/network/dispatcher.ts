import type { Dispatcher } from 'undici';
import type { Route } from './route.ts';

export interface SocketLimits {
  readonly connections: number;
  /** Milliseconds; 0 for none of undici's own. */
  readonly connectMs: number;
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly bodyMs: number;
  readonly keepAliveMs: number;
}

/** Opens sockets along a route. `unusable` has none: see `routeFailure`. */
export type UsableRoute = Exclude<Route, { kind: 'unusable' }>;

/**
 * undici's sockets for a route. It is loaded with the first of them: it would otherwise be a good
 * part of the start of the app. Through a proxy every exchange runs in a tunnel, so that the proxy
 * sees a host and no more.
 *
 * @param ca certificates to trust instead of the usual ones
 */
export async function openDispatcher(
  route: UsableRoute,
  limits: SocketLimits,
  ca?: string,
): Promise<Dispatcher> {
  const { Agent, ProxyAgent } = await import('undici');
  const tls = { timeout: limits.connectMs, ...(ca === undefined ? {} : { ca }) };
  const common = {
    connections: limits.connections,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyMs,
    keepAliveTimeout: limits.keepAliveMs,
  };
  if (route.kind === 'direct') {
    return new Agent({ ...common, connect: tls });
  }
  return new ProxyAgent({
    ...common,
    uri: route.address,
    ...(route.login === null ? {} : { token: basic(route.login) }),
    proxyTls: tls,
    requestTls: tls,
  });
}

/** RFC 7617 §2. */
function basic({ user, password }: { readonly user: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
