import { existsSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import { errorCode } from './error-code.ts';
import { placeOfFile } from './file-place.ts';
import { InOrder } from './in-order.ts';
import { readSmallFile } from './read-small-file.ts';
import { HAS_POSIX_MODES, removeUnfinished, replaceFile, syncFolder } from './replace-file.ts';
import type { CachedTokens, CacheRead, CacheWrite, TokenCache } from './token-cache.ts';
import { parseTokenFile, serializeTokenFile } from './token-file-json.ts';

/** What is longer was not written by anybody who keeps tokens. */
const MAX_BYTES = 1_000_000;

export interface FileTokenCacheOptions {
  readonly path: string;
  readonly clock: Clock;
}

/**
 * Tokens in a file that only its owner may read, in the format of Spotipy and the Python
 * spotify-sdk. Where the path is a link, the file that it leads to is read and replaced: whoever
 * keeps such files in a folder of his own, as many do, keeps doing so. The new file belongs to the
 * user alone wherever the link leads, so that following it shows nothing to anybody.
 */
export class FileTokenCache implements TokenCache {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #calls = new InOrder();
  /** What was last read or written. */
  #last: CachedTokens | null = null;

  constructor({ path, clock }: FileTokenCacheOptions) {
    this.#path = path;
    this.#clock = clock;
  }

  get(): Promise<CacheRead> {
    return this.#calls.run(() => this.#read());
  }

  set(tokens: CachedTokens): Promise<CacheWrite> {
    return this.#change('written', async (place) => {
      await replaceFile(place, serializeTokenFile(tokens));
      this.#last = tokens;
      // The session is kept: what cannot be cleared away now waits for the next write.
      await removeUnfinished(place, 'abandoned').catch(() => undefined);
    });
  }

  delete(): Promise<CacheWrite> {
    return this.#change('deleted', async (place) => {
      this.#last = null;
      await removeFile(place);
    });
  }

  async #read(): Promise<CacheRead> {
    const read = await readSmallFile(this.#path, MAX_BYTES);
    switch (read.kind) {
      case 'failed':
        return read.code === 'ENOENT' && !this.#hasLostItsFolder()
          ? { kind: 'empty' }
          : troubled('read', read.code);
      case 'not-a-file':
        return troubled('read', read.kind);
      case 'too-large':
        return { kind: 'unreadable', reason: 'The file is far too long to be one with tokens.' };
      case 'text': {
        await this.#tighten(read.mode);
        const parsed = parseTokenFile(read.text, this.#clock.nowMs());
        if (parsed.kind === 'refused') {
          return { kind: 'unreadable', reason: `The file holds no tokens (${parsed.reason}).` };
        }
        this.#last = parsed.isOurs ? parsed.tokens : withWhatIsKnown(parsed.tokens, this.#last);
        return { kind: 'found', tokens: this.#last };
      }
    }
  }

  /** A disk that was taken away is not a session that was deleted: deleting leaves the folder. */
  #hasLostItsFolder(): boolean {
    return this.#last !== null && !existsSync(dirname(this.#path));
  }

  /** Another program may have written the file for everybody to read. */
  async #tighten(mode: number): Promise<void> {
    if (HAS_POSIX_MODES && (mode & 0o077) !== 0) {
      // Not on every file system, nor for a file of another user; the next write replaces it.
      await chmod(this.#path, 0o600).catch(() => undefined);
    }
  }

  #change(what: string, change: (place: string) => Promise<void>): Promise<CacheWrite> {
    return this.#calls.run(async () => {
      try {
        const place = await placeOfFile(this.#path);
        if (place === null) {
          return troubled(what, 'not-a-file');
        }
        await change(place);
        return { kind: 'done' };
      } catch (error) {
        return troubled(what, errorCode(error));
      }
    });
  }
}

/**
 * Another program that renews the tokens writes the file without our part. While the refresh token
 * is the same, so is the session, and what is known of it stays true.
 */
function withWhatIsKnown(tokens: CachedTokens, known: CachedTokens | null): CachedTokens {
  if (
    tokens.refreshToken === null ||
    tokens.refreshToken.reveal() !== known?.refreshToken?.reveal()
  ) {
    return tokens;
  }
  const { way, clientSecret, missingScopes, authorizedAtMs } = known;
  return { ...tokens, way, clientSecret, missingScopes, authorizedAtMs };
}

async function removeFile(place: string): Promise<void> {
  try {
    await rm(place, { force: true });
    await removeUnfinished(place, 'all');
    await syncFolder(dirname(place));
  } catch (error) {
    // Without the folder there is no file either.
    if (errorCode(error) !== 'ENOENT') {
      throw error;
    }
  }
}

/** The file system's word is told, and nothing that stands in the file. */
function troubled(what: string, code: string) {
  const reason = `The file with the tokens could not be ${what} (${code}).`;
  return { kind: 'unavailable', cause: 'unwritable', reason } as const;
}
