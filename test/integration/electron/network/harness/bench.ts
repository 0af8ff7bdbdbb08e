import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Connections } from '../../../../../electron/network/connections.ts';
import type { NoRoute, Route } from '../../../../../electron/network/route.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import { HttpTokenEndpoint } from '../../../../../electron/session/token-endpoint.ts';
import type { TokenOutcome } from '../../../../../electron/session/token-response.ts';
import {
  createHttpTransport,
  type HttpOutcome,
} from '../../../../../electron/spotify/http-transport.ts';
import { systemClock } from '../../../../../shared/clock.ts';
import { type BareServer, startBareServer } from './bare-server.ts';
import { type RealProxy, type RealProxyOptions, startRealProxy } from './real-proxy.ts';
import { type RecordedRoutes, routesBy } from './routes-by.ts';
import { startTlsServer, type TlsServer } from './tls-server.ts';

/** What a test starts on this machine, and ends with it. */
export class NetworkBench {
  readonly #closing: (() => Promise<unknown>)[] = [];

  async proxy(options?: RealProxyOptions): Promise<RealProxy> {
    const started = await startRealProxy(options);
    this.#closing.push(() => started.kill());
    return started;
  }

  async tls(options: Parameters<typeof startTlsServer>[0]): Promise<TlsServer> {
    const started = await startTlsServer(options);
    this.#closing.push(() => started.close());
    return started;
  }

  async bare(onSocket: (socket: Socket) => void): Promise<BareServer> {
    const started = await startBareServer(onSocket);
    this.#closing.push(() => started.close());
    return started;
  }

  /** A server without TLS. */
  async plain(listener: RequestListener): Promise<{ readonly port: number }> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#closing.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    return { port: (server.address() as AddressInfo).port };
  }

  /** A port of this machine on which nobody listens. */
  async deadPort(): Promise<number> {
    const { port, close } = await startBareServer(() => undefined);
    await close();
    return port;
  }

  /** The Web API's transport along these ways. */
  transport(ways: readonly Route[] | NoRoute, ca?: string) {
    return this.transportBy(routesBy(ways, ca));
  }

  transportBy(routes: RecordedRoutes) {
    const transport = createHttpTransport({ clock: systemClock, routes });
    this.#closing.push(() => transport.close());
    return {
      routes,
      get: (url: string, signal = new AbortController().signal): Promise<HttpOutcome> =>
        transport.get(url, {}, signal),
      close: () => transport.close(),
    };
  }

  /** Sockets of their own along these ways. */
  connections(ways: readonly Route[]): Connections {
    const connections = new Connections(routesBy(ways), {
      connections: 1,
      connectMs: 5_000,
      headersMs: 5_000,
      bodyMs: 5_000,
      keepAliveMs: 5_000,
    });
    this.#closing.push(() => connections.close());
    return connections;
  }

  /** How one token request along these ways ends. */
  async token(
    accountsUrl: string,
    ways: readonly Route[] | NoRoute,
    ca?: string,
  ): Promise<TokenOutcome> {
    const endpoint = new HttpTokenEndpoint({
      accountsUrl,
      clock: systemClock,
      timeoutSeconds: () => 10,
      routes: routesBy(ways, ca),
    });
    const { outcome } = await endpoint.request({
      grant: 'refresh-token',
      client: { id: 'x'.repeat(32), secret: null },
      refreshToken: new Secret('refresh'),
    });
    return outcome;
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) {
      await close();
    }
  }
}
