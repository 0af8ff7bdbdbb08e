import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { assertNever } from '../../shared/assert-never.ts';
import type { Clock, Timer } from '../../shared/clock.ts';
import { type CallbackPage, callbackPage, callbackPageHeaders } from './callback-page.ts';
import { type CallbackVerdict, judgeCallback, redirectUriFor } from './callback-request.ts';
import type { CallbackOutcome, CallbackSource } from './callback-source.ts';
import type { Secret } from './secret.ts';

/** Loopback as a literal: a name could lead elsewhere, and Spotify refuses `localhost` (facts §1). */
const LOOPBACK = '127.0.0.1';

/** How long an accepted callback waits for the browser to take its last page. */
const FAREWELL_MS = 2_000;

export interface LoopbackListenerOptions {
  readonly clock: Clock;
  readonly state: Secret;
  readonly limitMs: number;
}

/**
 * Waits on one loopback port for the one callback of one sign-in (RFC 8252 §7.3). Whatever ends the
 * wait closes the port and every socket at once.
 */
export class LoopbackListener implements CallbackSource {
  readonly port: number;
  readonly redirectUri: string;
  readonly outcome: Promise<CallbackOutcome>;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #state: Secret;
  readonly #clock: Clock;
  readonly #closed: Promise<void>;
  #timer: Timer;
  #accepted = false;
  #settle: ((outcome: CallbackOutcome) => void) | null = null;

  private constructor(server: Server, port: number, options: LoopbackListenerOptions) {
    this.port = port;
    this.redirectUri = redirectUriFor(port);
    this.#server = server;
    this.#state = options.state;
    this.#clock = options.clock;
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#closed = new Promise((resolve) => {
      server.once('close', () => resolve());
    });
    this.#timer = options.clock.setTimer(options.limitMs, () => this.#end({ kind: 'timed-out' }));
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    // Without a listener an accept that fails (no file handles left) would end the process.
    server.on('error', () => this.#end({ kind: 'cancelled' }));
    server.on('request', (request, response) => this.#answer(request, response));
  }

  /** Binds the first free port of the list; null when every one is taken. Port 0 is any port. */
  static async open(
    ports: readonly number[],
    options: LoopbackListenerOptions,
  ): Promise<LoopbackListener | null> {
    for (const port of ports) {
      const server = createServer();
      const bound = await bind(server, port);
      if (bound !== null) {
        return new LoopbackListener(server, bound, options);
      }
    }
    return null;
  }

  /** Ends the wait as cancelled, unless it has ended; resolves when port and sockets are free. */
  async close(): Promise<void> {
    this.#end({ kind: 'cancelled' });
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await this.#closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    // A second callback while the first one's page is on its way finds nothing.
    const verdict: CallbackVerdict = this.#accepted
      ? { kind: 'wrong-path' }
      : judgeCallback(
          {
            method: request.method ?? '',
            target: request.url ?? '',
            host: request.headers.host ?? null,
          },
          { port: this.port, state: this.#state },
        );
    switch (verdict.kind) {
      case 'code':
        this.#accept(response, 'success', verdict);
        return;
      case 'refused':
        this.#accept(response, verdict.byUser ? 'refused' : 'failed', verdict);
        return;
      case 'wrong-state':
      case 'incomplete':
        this.#show(response, 'wrong-state');
        return;
      case 'wrong-path':
        this.#show(response, 'not-here');
        return;
      case 'wrong-method':
        response.writeHead(405, { ...callbackPageHeaders(), Allow: 'GET' }).end();
        return;
      case 'wrong-host':
        response.writeHead(421, callbackPageHeaders()).end();
        return;
      default:
        assertNever(verdict);
    }
  }

  /** The wait ends when the page has left, the browser is gone, or the browser dawdles. */
  #accept(response: ServerResponse, page: CallbackPage, outcome: CallbackOutcome): void {
    this.#accepted = true;
    this.#timer.cancel();
    this.#timer = this.#clock.setTimer(FAREWELL_MS, () => this.#end(outcome));
    response.once('close', () => this.#end(outcome));
    this.#show(response, page);
  }

  #show(response: ServerResponse, page: CallbackPage): void {
    const { status, html } = callbackPage(page);
    response.writeHead(status, callbackPageHeaders()).end(html);
  }

  #end(outcome: CallbackOutcome): void {
    const settle = this.#settle;
    if (settle === null) {
      return;
    }
    this.#settle = null;
    this.#timer.cancel();
    this.#server.close();
    settle(outcome);
  }
}

function bind(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : null);
    });
  });
}
