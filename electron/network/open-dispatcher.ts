import type { SecureContext } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { ProxySockets } from './proxy-sockets.ts';
import type { Route } from './route.ts';
import type { SocketLimits } from './socket-limits.ts';

/** A proxy that takes a connection and then says nothing. */
const PROXY_ANSWER_MS = 10_000;

/**
 * undici's sockets for a route. Through a proxy every exchange runs in a tunnel, so that the proxy
 * sees a host and no more.
 */
export function openDispatcher(
  route: Route,
  limits: SocketLimits,
  trusted: SecureContext | undefined,
): Dispatcher {
  const tls = {
    timeout: limits.connectMs,
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says: a token goes to nobody unknown.
    rejectUnauthorized: true,
    ...(trusted === undefined ? {} : { secureContext: trusted }),
  };
  const common = {
    connections: limits.connections,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyMs,
    keepAliveTimeout: limits.keepAliveMs,
    // Whatever longer time a server offers.
    keepAliveMaxTimeout: limits.keepAliveMs,
  };
  if (route.kind === 'direct') {
    return new Agent({ ...common, connect: tls });
  }
  return new ProxyAgent({
    ...common,
    uri: route.address,
    ...(route.login === null ? {} : { token: route.login.header() }),
    proxyTls: tls,
    requestTls: tls,
    clientFactory: (proxy, options) =>
      new ProxySockets(proxy, {
        ...options,
        connections: limits.connections,
        headersTimeout: limits.connectMs === 0 ? 0 : PROXY_ANSWER_MS,
      }),
  });
}
