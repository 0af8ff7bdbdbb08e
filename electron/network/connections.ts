import type { Dispatcher } from 'undici';
import {
  blamesIssuer,
  CLOSED,
  NetworkFailure,
  networkFailureCode,
  PROXY_UNREACHABLE,
} from './network-failure.ts';
import { type Route, routeKey } from './route.ts';
import type { Routes } from './routes.ts';
import type { SocketLimits } from './socket-limits.ts';

/** A route for the Web API, one for its artwork, and the former ones of a changed setting. */
const MOST_KEPT = 4;

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/**
 * The sockets of one consumer, one set for each route in use. undici is loaded with the first
 * request: it would otherwise be a good part of the start of the app.
 */
export class Connections {
  readonly #routes: Routes;
  readonly #limits: SocketLimits;
  readonly #kept = new Map<string, Dispatcher>();
  #isClosed = false;

  constructor(routes: Routes, limits: SocketLimits) {
    this.#routes = routes;
    this.#limits = limits;
  }

  /**
   * One request, no redirect followed (undici's default). Where a proxy is not there, the next route
   * is tried: nothing was sent yet.
   *
   * @throws NetworkFailure with the code of what went wrong
   */
  async request(url: string, request: OutgoingRequest): Promise<Dispatcher.ResponseData> {
    const routes = await beforeAbort(this.#routes.to(url), request.signal);
    if ('code' in routes) {
      throw new NetworkFailure(routes.code);
    }
    let failure = new NetworkFailure(PROXY_UNREACHABLE);
    for (const route of routes) {
      try {
        return await this.#trusting(route, url, request);
      } catch (error) {
        const code = networkFailureCode(error);
        this.#routes.failed(route, code);
        failure = error instanceof NetworkFailure ? error : new NetworkFailure(code, error);
        if (code !== PROXY_UNREACHABLE) {
          break;
        }
      }
    }
    throw failure;
  }

  /** Breaks off what is in flight and closes every socket. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map((dispatcher) => dispatcher.destroy()));
  }

  /** Asks the system who may vouch, once somebody unknown does: the request was not sent yet. */
  async #trusting(
    route: Route,
    url: string,
    request: OutgoingRequest,
  ): Promise<Dispatcher.ResponseData> {
    const { trust } = this.#routes;
    const { context } = trust;
    try {
      return await this.#along(route, url, request);
    } catch (error) {
      if (!blamesIssuer(error) || request.signal.aborted) {
        throw error;
      }
      trust.widen();
      if (trust.context === context) {
        throw error;
      }
      return await this.#along(route, url, request);
    }
  }

  async #along(
    route: Route,
    url: string,
    { method, headers, body, signal }: OutgoingRequest,
  ): Promise<Dispatcher.ResponseData> {
    const [{ request }, { openDispatcher }] = await Promise.all([
      import('undici'),
      import('./open-dispatcher.ts'),
    ]);
    const { context } = this.#routes.trust;
    const key = `${context === undefined ? 'usual' : 'wide'} ${routeKey(route)}`;
    const dispatcher = this.#dispatcher(key, () => openDispatcher(route, this.#limits, context));
    return await request(url, { method, headers, body: body ?? null, signal, dispatcher });
  }

  #dispatcher(key: string, open: () => Dispatcher): Dispatcher {
    if (this.#isClosed) {
      throw new NetworkFailure(CLOSED);
    }
    const kept = this.#kept.get(key) ?? open();
    // The one just used stands last.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept;
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) {
      this.#kept.delete(oldest[0]);
      // What still runs on it ends by itself; idle sockets go at once.
      void oldest[1].close();
    }
    return kept;
  }
}

/** Finding a way can take as long as a keychain's user; an aborted request does not wait for it. */
function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new NetworkFailure(CLOSED));
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
