import type { CacheTest } from '../../shared/connection.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { CachedTokens, CacheRead, CacheWrite, TokenCache } from './token-cache.ts';

/** Opens caches and remembers which kind was chosen. */
export interface TokenCacheShelf {
  readonly chosen: TokenCacheKind;
  choose(kind: TokenCacheKind): void;
  /** `name` tells sessions apart: a client id. One cache of each kind and name is enough. */
  open(kind: TokenCacheKind, name: string): TokenCache;
  /** Where a file cache writes; null for the other kinds. */
  pathOf(kind: TokenCacheKind, name: string): string | null;
  /** Writes, reads and deletes a dummy entry. */
  test(kind: TokenCacheKind): Promise<CacheTest>;
}

/** `left-behind`: moved, but the former place could not be emptied. */
export type MoveResult = 'done' | 'not-taken' | 'left-behind';

/** The cache of one session, whichever kind the user chose; the session can move. */
export class ChosenTokenCache implements TokenCache {
  readonly #shelf: TokenCacheShelf;
  readonly #name: string;
  readonly #leftIn = new Set<TokenCacheKind>();

  constructor(shelf: TokenCacheShelf, name: string) {
    this.#shelf = shelf;
    this.#name = name;
  }

  get kind(): TokenCacheKind {
    return this.#shelf.chosen;
  }

  get path(): string | null {
    return this.#shelf.pathOf(this.kind, this.#name);
  }

  get(): Promise<CacheRead> {
    return this.#open(this.kind).get();
  }

  set(tokens: CachedTokens): Promise<CacheWrite> {
    return this.#open(this.kind).set(tokens);
  }

  /** Also empties a place that a move could not empty. */
  async delete(): Promise<CacheWrite> {
    for (const kind of [...this.#leftIn]) {
      if ((await this.#open(kind).delete()).kind === 'done') {
        this.#leftIn.delete(kind);
      }
    }
    return await this.#open(this.kind).delete();
  }

  test(): Promise<CacheTest> {
    return this.#shelf.test(this.kind);
  }

  /** The new place takes the tokens first, then the choice is kept, then the old place is emptied. */
  async moveTo(kind: TokenCacheKind, tokens: CachedTokens | null): Promise<MoveResult> {
    const from = this.kind;
    if (kind === from) {
      return 'done';
    }
    if (tokens !== null && (await this.#open(kind).set(tokens)).kind !== 'done') {
      return 'not-taken';
    }
    this.#leftIn.delete(kind);
    this.#shelf.choose(kind);
    if (tokens !== null && (await this.#open(from).delete()).kind !== 'done') {
      this.#leftIn.add(from);
      return 'left-behind';
    }
    return 'done';
  }

  #open(kind: TokenCacheKind): TokenCache {
    return this.#shelf.open(kind, this.#name);
  }
}
