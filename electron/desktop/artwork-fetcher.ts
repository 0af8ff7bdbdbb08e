import type { Dispatcher } from 'undici';
import type { FetchedArtwork } from './artwork.ts';

/**
 * Fetches images with undici, which is loaded with the first image: without a window there is none.
 * Redirects are not followed (undici's default), so an allowed host cannot lead to another.
 */
export class ArtworkFetcher {
  #dispatcher: Dispatcher | null = null;

  async fetch(url: URL, signal: AbortSignal): Promise<FetchedArtwork> {
    const { EnvHttpProxyAgent, request } = await import('undici');
    this.#dispatcher ??= new EnvHttpProxyAgent({ connections: 6, keepAliveTimeout: 10_000 });
    const { statusCode, headers, body } = await request(url, {
      signal,
      dispatcher: this.#dispatcher,
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
    await this.#dispatcher?.destroy();
    this.#dispatcher = null;
  }
}
