import { KeptDispatchers } from '../network/kept-dispatchers.ts';
import type { FindRoute } from '../network/route.ts';
import type { FetchedArtwork } from './artwork.ts';

const LIMITS = {
  connections: 6,
  connectMs: 10_000,
  headersMs: 20_000,
  bodyMs: 20_000,
  keepAliveMs: 10_000,
} as const;

/**
 * Fetches images with undici, which is loaded with the first image: without a window there is none.
 * Redirects are not followed (undici's default), so an allowed host cannot lead to another.
 */
export class ArtworkFetcher {
  readonly #dispatchers = new KeptDispatchers(LIMITS);
  readonly #findRoute: FindRoute;

  constructor(findRoute: FindRoute) {
    this.#findRoute = findRoute;
  }

  /** Rejects where there is no way to it: the page then shows none. */
  async fetch(url: URL, signal: AbortSignal): Promise<FetchedArtwork> {
    const route = await this.#findRoute(url.href);
    const dispatcher = route.kind === 'unusable' ? null : await this.#dispatchers.for(route);
    if (dispatcher === null) {
      throw new Error('There is no way to the artwork.');
    }
    const { request } = await import('undici');
    const { statusCode, headers, body } = await request(url, { signal, dispatcher });
    const contentType = headers['content-type'];
    return {
      status: statusCode,
      contentType: typeof contentType === 'string' ? contentType : null,
      body,
    };
  }

  /** Closes all sockets at once. */
  async close(): Promise<void> {
    await this.#dispatchers.close();
  }
}
