import { type Answer, type Incoming, textAnswer } from '../http/answer.ts';
import { drawCover } from './draw-cover.ts';

const PATH = /^\/artwork\/([A-Za-z0-9._-]{1,64})\.png$/;
const DEFAULT_SIZE = 300;
const MAX_SIZE = 640;
const CACHE_BYTES = 16 * 1024 * 1024;

/** `GET /artwork/{seed}.png?size=`: draws a cover and keeps those asked for last, within a bound. */
export class ArtworkEndpoint {
  /** A Map remembers its order: what was used last stands at the end. */
  readonly #cache = new Map<string, Buffer>();
  #cachedBytes = 0;

  async handle(incoming: Incoming): Promise<Answer> {
    const seed = PATH.exec(incoming.path)?.[1];
    const size = Number(incoming.query.get('size') ?? DEFAULT_SIZE);
    if (seed === undefined || !Number.isInteger(size) || size < 1 || size > MAX_SIZE) {
      return textAnswer(404, 'No such cover');
    }
    const key = `${seed}@${size}`;
    const png = this.#cache.get(key) ?? (await drawCover(seed, size));
    this.#keep(key, png);
    return {
      status: 200,
      headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
      body: png,
    };
  }

  get cachedBytes(): number {
    return this.#cachedBytes;
  }

  #keep(key: string, png: Buffer): void {
    if (this.#cache.delete(key)) {
      this.#cachedBytes -= png.length;
    }
    this.#cache.set(key, png);
    this.#cachedBytes += png.length;
    for (const [oldKey, old] of this.#cache) {
      if (this.#cachedBytes <= CACHE_BYTES) {
        break;
      }
      this.#cache.delete(oldKey);
      this.#cachedBytes -= old.length;
    }
  }
}
