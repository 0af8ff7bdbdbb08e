import type { CacheTest } from '../../shared/connection.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import { InOrder } from './in-order.ts';
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

/** What is to be moved. */
export interface MovingSession {
  /** As they are in memory; null where there are none. */
  readonly tokens: CachedTokens | null;
  /** They are only in memory: what is stored is older. */
  readonly isUnsaved: boolean;
  /** The old place cannot be read, so nobody knows what stays there. */
  readonly isUnread: boolean;
}

/** `left-behind`: moved, but the former place could not be emptied. */
export type MoveResult = 'done' | 'not-taken' | 'left-behind';

/** The cache of one session, whichever kind the user chose; the session can move. */
export class ChosenTokenCache implements TokenCache {
  readonly #shelf: TokenCacheShelf;
  readonly #name: string;
  readonly #calls = new InOrder();
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

  /** Not in the row with the others: a look must not wait behind a prompt, nor they behind it. */
  get(): Promise<CacheRead> {
    return this.#open(this.kind).get();
  }

  set(tokens: CachedTokens): Promise<CacheWrite> {
    return this.#calls.run(() => this.#open(this.kind).set(tokens));
  }

  /** Also empties a place that a move could not empty. */
  delete(): Promise<CacheWrite> {
    return this.#calls.run(async () => {
      for (const kind of [...this.#leftIn]) {
        if ((await this.#open(kind).delete()).kind === 'done') {
          this.#leftIn.delete(kind);
        }
      }
      return await this.#open(this.kind).delete();
    });
  }

  test(): Promise<CacheTest> {
    return this.#shelf.test(this.kind);
  }

  /** The new place takes the tokens first, then the choice is kept, then the old place is emptied. */
  moveTo(kind: TokenCacheKind, session: MovingSession): Promise<MoveResult> {
    return this.#calls.run(() => this.#move(kind, session));
  }

  async #move(kind: TokenCacheKind, session: MovingSession): Promise<MoveResult> {
    const from = this.kind;
    if (kind === from && !session.isUnsaved) {
      return 'done';
    }
    const tokens = await this.#newest(session);
    if (tokens !== null && (await this.#open(kind).set(tokens)).kind !== 'done') {
      return 'not-taken';
    }
    this.#leftIn.delete(kind);
    if (kind === from) {
      return 'done';
    }
    this.#shelf.choose(kind);
    if (session.isUnread || (tokens !== null && !(await this.#empty(from)))) {
      this.#leftIn.add(from);
      return 'left-behind';
    }
    return 'done';
  }

  /** A refresh that ended just before may have stored newer tokens than the caller knew. */
  async #newest({ tokens, isUnsaved }: MovingSession): Promise<CachedTokens | null> {
    if (tokens === null || isUnsaved) {
      return tokens;
    }
    const read = await this.get();
    return read.kind === 'found' ? read.tokens : tokens;
  }

  async #empty(kind: TokenCacheKind): Promise<boolean> {
    return (await this.#open(kind).delete()).kind === 'done';
  }

  #open(kind: TokenCacheKind): TokenCache {
    return this.#shelf.open(kind, this.#name);
  }
}
