import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { allowedArtworkUrl } from './artwork-address.ts';
import { type Image, ImageMemory } from './image-memory.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const TIME_LIMIT_MS = 10_000;
const MAX_AT_ONCE = 6;
const MEMORY_BYTES = 24 * 1024 * 1024;
const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** One image as it came from the network; `body` may be read once. */
export interface FetchedArtwork {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Requests an address without following redirects. Rejects when nothing came. */
export type FetchArtwork = (url: URL, signal: AbortSignal) => Promise<FetchedArtwork>;

interface ArtworkOptions {
  readonly fetchArtwork: FetchArtwork;
  /** The API's address when it is on this machine (development, sample library); else null. */
  readonly localApiUrl: () => string | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Cover images for the window, which has no network of its own. They stay in memory, never on disk:
 * artwork is not to be archived (facts §5).
 */
export class Artwork {
  readonly #options: ArtworkOptions;
  readonly #memory = new ImageMemory(MEMORY_BYTES);
  readonly #running = new Map<string, Promise<Image | null>>();
  readonly #queue: (() => void)[] = [];
  #atOnce = 0;

  constructor(options: ArtworkOptions) {
    this.#options = options;
  }

  /** Answers `app://cratewatch/artwork?url=…`. */
  async respond(request: URL): Promise<Response> {
    const url = allowedArtworkUrl(request.searchParams.get('url'), this.#options.localApiUrl());
    const image = url === null ? null : await this.#image(url);
    if (image === null) {
      return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
    }
    return new Response(image.bytes, {
      headers: { 'Content-Type': image.contentType, 'Cache-Control': 'no-store' },
    });
  }

  /** Forgets all images: the window is closed and nobody looks at them. */
  clear(): void {
    this.#memory.clear();
  }

  async #image(url: URL): Promise<Image | null> {
    const kept = this.#memory.get(url.href);
    if (kept !== null) {
      return kept;
    }
    const running = this.#running.get(url.href) ?? this.#load(url);
    this.#running.set(url.href, running);
    return running;
  }

  async #load(url: URL): Promise<Image | null> {
    await this.#turn();
    try {
      const image = await this.#fetch(url);
      if (image !== null) {
        this.#memory.keep(url.href, image);
      }
      return image;
    } catch (error) {
      this.#options.logger.debug('An image could not be loaded', { reason: String(error) });
      return null;
    } finally {
      this.#running.delete(url.href);
      this.#atOnce -= 1;
      this.#queue.shift()?.();
    }
  }

  /** Resolves when fewer than `MAX_AT_ONCE` images are being loaded. */
  async #turn(): Promise<void> {
    while (this.#atOnce >= MAX_AT_ONCE) {
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    }
    this.#atOnce += 1;
  }

  async #fetch(url: URL): Promise<Image | null> {
    const abort = new AbortController();
    const limit = this.#options.clock.setTimer(TIME_LIMIT_MS, () => abort.abort());
    try {
      const fetched = await this.#options.fetchArtwork(url, abort.signal);
      const contentType = fetched.contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
      if (fetched.status !== 200 || !IMAGE_TYPES.includes(contentType)) {
        abort.abort();
        return null;
      }
      const bytes = await readAtMost(fetched.body, MAX_BYTES);
      if (bytes === null) {
        abort.abort();
        return null;
      }
      return { contentType, bytes };
    } finally {
      limit.cancel();
    }
  }
}

/** The whole body, or null as soon as it grows over `limit` bytes. */
async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > limit) {
      return null;
    }
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
