import type { HttpAnswer } from './http-transport.ts';

/** About what the head pages and the playlists list of a large library take. */
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_ENTRIES = 64;
/** A server whose tags never change must not hide changes for ever. */
const MAX_AGE_MS = 12 * 3_600_000;

/** What an entity tag may look like (RFC 9110 §8.8.3), and no longer than any server's is. */
const ENTITY_TAG = /^(W\/)?"[\x21\x23-\x7e]{1,200}"$/;

/** An answer that was given with an entity tag. */
export interface KnownAnswer {
  readonly etag: string;
  readonly text: () => string;
}

interface Entry {
  readonly etag: string;
  /** In UTF-8, which for JSON takes half of what a string with one foreign letter takes. */
  readonly bytes: Buffer;
  readonly sinceMs: number;
}

/**
 * Remembers answers that had an entity tag, as long as the app runs: the least recently used one
 * leaves first. Nothing depends on it; what is missing here is read anew.
 */
export class EtagMemory {
  /** In order of use, the least recent first. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  get entryCount(): number {
    return this.#entries.size;
  }

  get byteCount(): number {
    return this.#bytes;
  }

  /** @param monotonicMs now */
  recall(key: string, monotonicMs: number): KnownAnswer | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) {
      return null;
    }
    this.forget(key);
    if (monotonicMs - entry.sinceMs >= MAX_AGE_MS) {
      return null;
    }
    this.#add(key, entry);
    return { etag: entry.etag, text: () => entry.bytes.toString('utf8') };
  }

  /** Takes the place of what was known; an answer without a sound tag only makes that forgotten. */
  remember(key: string, { headers, body }: HttpAnswer, monotonicMs: number): void {
    this.forget(key);
    const etag = headers.get('etag') ?? '';
    if (!ENTITY_TAG.test(etag) || /\bno-store\b/i.test(headers.get('cache-control') ?? '')) {
      return;
    }
    const bytes = Buffer.from(body, 'utf8');
    if (bytes.length <= MAX_BYTES) {
      this.#add(key, { etag, bytes, sinceMs: monotonicMs });
    }
  }

  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) {
      this.#entries.delete(key);
      this.#bytes -= entry.bytes.length;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #add(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= MAX_BYTES && this.#entries.size <= MAX_ENTRIES) {
        return;
      }
      this.forget(oldest);
    }
  }
}

/** Whether a 304 speaks of this tag: by the weak comparison, and only where it names one. */
export function isAbout(notModified: HttpAnswer, etag: string): boolean {
  const named = notModified.headers.get('etag');
  return named === undefined || opaque(named) === opaque(etag);
}

function opaque(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}

const LIBRARY = /^\/me(\/(tracks|albums|shows|episodes|audiobooks|following|playlists))?$/;

/**
 * Whether an answer will be asked for again and may then be the same: the profile, the playlists
 * list and the head page of each other list. Deeper pages are read rarely, and a playlist's items
 * only when its snapshot has moved.
 *
 * @param path below the API's base address
 */
export function isWorthRemembering(
  path: string,
  query: Readonly<Record<string, string | number | null>>,
): boolean {
  const isHead = (query.offset ?? 0) === 0 && (query.after ?? null) === null;
  return LIBRARY.test(path) && (isHead || path === '/me/playlists');
}
