import { EnvHttpProxyAgent, request } from 'undici';
import type { FetchedArtwork } from './artwork.ts';

/** Follows HTTP(S)_PROXY. Idle connections close by themselves. */
const agent = new EnvHttpProxyAgent({ connections: 6, keepAliveTimeout: 10_000 });

/**
 * Fetches an image with undici. To be imported when the first image is asked for: without a window
 * there is none. Redirects are not followed (undici's default), so that an allowed host cannot lead
 * to another.
 */
export async function fetchArtwork(url: URL, signal: AbortSignal): Promise<FetchedArtwork> {
  const { statusCode, headers, body } = await request(url, { signal, dispatcher: agent });
  const contentType = headers['content-type'];
  return {
    status: statusCode,
    contentType: typeof contentType === 'string' ? contentType : null,
    body,
  };
}
