import { Connections } from '../network/connections.ts';
import type { Routes } from '../network/routes.ts';
import type { FetchedArtwork } from './artwork.ts';

const LIMITS = {
  connections: 6,
  connectMs: 10_000,
  headersMs: 20_000,
  bodyMs: 20_000,
  keepAliveMs: 10_000,
} as const;

/** Fetches images. Redirects are not followed, so an allowed host cannot lead to another. */
export class ArtworkFetcher {
  readonly #connections: Connections;

  constructor(routes: Routes) {
    this.#connections = new Connections(routes, LIMITS);
  }

  /** Rejects where nothing came: the page then shows none. */
  async fetch(url: URL, signal: AbortSignal): Promise<FetchedArtwork> {
    const { statusCode, headers, body } = await this.#connections.request(url.href, {
      method: 'GET',
      headers: {},
      signal,
    });
    const contentType = headers['content-type'];
    return {
      status: statusCode,
      contentType: typeof contentType === 'string' ? contentType : null,
      body,
    };
  }

  /** Closes all sockets at once. */
  async close(): Promise<void> {
    await this.#connections.close();
  }
}
