import type { Clock } from '../../shared/clock.ts';
import type { CacheTest } from '../../shared/connection.ts';
import type { Logger } from '../../shared/logger.ts';
import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { Account } from '../../shared/session-state.ts';
import { Signal } from '../../shared/signal.ts';
import type { ChosenTokenCache, MoveResult } from './chosen-token-cache.ts';
import { judgeRead } from './read-verdict.ts';
import type { SessionCore } from './session-core.ts';
import type { SessionMarkerStore } from './session-marker.ts';
import { SessionMarking } from './session-marking.ts';
import { withinLimit } from './time-limit.ts';
import type { CachedTokens, CacheRead, CacheTrouble, CacheWrite } from './token-cache.ts';

/** A keychain that takes longer shows a prompt to the user: it is locked. */
const KEYCHAIN_PATIENCE_MS = 10_000;
/** Tokens that could not be stored are offered to the cache again this often. */
const SAVE_RETRY_MS = 5 * 60_000;

export interface SessionStoreOptions {
  readonly clock: Clock;
  readonly clientId: string;
  readonly cache: ChosenTokenCache;
  readonly marker: SessionMarkerStore;
  readonly logger: Logger;
  /** When tokens should be refreshed; null for ones that never are. */
  readonly plan: (tokens: CachedTokens) => number | null;
}

/** Keeps the cache, the marker and what is in memory in step. */
export class SessionStore {
  readonly testChanged = new Signal<void>();
  readonly #core: SessionCore;
  readonly #options: SessionStoreOptions;
  readonly #marking: SessionMarking;
  #account: Account | null;
  #reading: Promise<void> | null = null;
  #deleting: Promise<CacheWrite> | null = null;
  #saveRetryAtMs = 0;
  /** New tokens that are being stored and are not in use yet. */
  #adopting: CachedTokens | null = null;
  #test: CacheTest = { kind: 'not-yet' };
  readonly #closing = new AbortController();

  constructor(core: SessionCore, options: SessionStoreOptions) {
    this.#core = core;
    this.#options = options;
    const { marker, clientId, logger } = options;
    this.#marking = new SessionMarking(marker, clientId, logger);
    this.#account = this.#marking.account;
  }

  get account(): Account | null {
    return this.#account;
  }

  /** When tokens that are only in memory are offered to the cache again. */
  get saveRetryAtMs(): number {
    return this.#saveRetryAtMs;
  }

  /** The wall clock was set back: the next offer is no later for it. */
  followSetBack(byMs: number): void {
    this.#saveRetryAtMs -= byMs;
  }

  /** Settles when no deletion is under way. */
  get deletion(): Promise<unknown> {
    return this.#deleting ?? Promise.resolve();
  }

  /** Whether the cache takes, gives back and deletes a dummy entry. */
  get test(): CacheTest {
    return this.#test;
  }

  setAccount(account: Account): void {
    this.#account = account;
    this.#marking.follow(this.#core.model.standing, this.#account);
  }

  /**
   * Reads the cache; joins a read that is under way, since each could show a prompt of its own.
   * Resolves after 10 s at most: the session then counts as locked, and a late answer is used.
   */
  read(): Promise<void> {
    this.#reading ??= this.#readNow().finally(() => {
      this.#reading = null;
    });
    return this.#withPatience(this.#reading).then((read) => {
      if (read.kind === 'late' && !this.#closing.signal.aborted) {
        this.#core.apply({ kind: 'cache-troubled', trouble: this.#silence.cause });
      }
    });
  }

  async #readNow(): Promise<void> {
    const { generation } = this.#core;
    const read = await this.#options.cache.get();
    // A sign-in or a disconnection that came meanwhile knows better than a slow keychain.
    if (this.#closing.signal.aborted || generation !== this.#core.generation) {
      return;
    }
    if (read.kind === 'unreadable' || read.kind === 'unavailable') {
      this.#options.logger.warn('The tokens could not be read', { reason: read.reason });
    }
    const marker = this.#marking.read();
    const circumstances = { marker, cache: this.#options.cache.kind };
    this.#core.apply(judgeRead(read, circumstances, this.#options.plan));
    if (read.kind === 'found' && marker?.authorizedAtMs !== read.tokens.authorizedAtMs) {
      // The marker speaks of another sign-in: a crash came between the two writes.
      this.#account = null;
    }
    this.#marking.follow(this.#core.model.standing, this.#account);
    if (read.kind === 'unavailable') {
      this.#noteTest(read.cause);
    }
  }

  get cacheKind(): TokenCacheKind {
    return this.#options.cache.kind;
  }

  /** What the cache holds at this moment, unless it takes too long to say. */
  async peek(): Promise<CacheRead> {
    const read = await this.#withPatience(this.#options.cache.get());
    return read.kind === 'in-time' ? read.value : this.#silence;
  }

  /** Uses what another process has put into the cache. */
  take(tokens: CachedTokens): void {
    this.#forgetWhose(tokens);
    this.#core.apply({ kind: 'refreshed', tokens, refreshAtMs: this.#options.plan(tokens) });
    this.#marking.follow(this.#core.model.standing, this.#account);
  }

  /** Tokens of another sign-in, which took place over there: nobody here knows yet whose. */
  #forgetWhose({ authorizedAtMs }: CachedTokens): void {
    const { standing } = this.#core.model;
    if (standing.kind === 'holding' && standing.tokens.authorizedAtMs !== authorizedAtMs) {
      this.#account = null;
    }
  }

  /** Tries the cache with a dummy entry. A locked keychain may show a prompt. */
  async tryOut(): Promise<CacheTest> {
    const test = await this.#withPatience(this.#options.cache.test());
    if (this.#closing.signal.aborted) {
      return this.#test;
    }
    if (test.kind === 'in-time') {
      this.#test = test.value;
      this.testChanged.emit();
    } else {
      this.#noteTest(this.#silence.cause);
    }
    return this.#test;
  }

  /** Moves the session to another kind of cache; where that fails, it stays where it is. */
  async moveTo(kind: TokenCacheKind): Promise<MoveResult> {
    const { standing } = this.#core.model;
    const moved = await this.#options.cache.moveTo(kind, {
      tokens:
        standing.kind === 'holding'
          ? standing.tokens
          : standing.kind === 'ended'
            ? standing.kept
            : null,
      isUnsaved: standing.kind === 'holding' && standing.unsaved !== null,
      // One that is missing holds nothing that could stay behind.
      isUnread: standing.kind === 'cache' && standing.trouble !== 'missing',
    });
    if (moved === 'not-taken') {
      return moved;
    }
    this.#core.apply({ kind: 'saved' });
    this.#marking.follow(this.#core.model.standing, this.#account);
    await this.tryOut();
    if (standing.kind === 'cache') {
      await this.read();
    }
    return moved;
  }

  /** Stores new tokens, and only then lets them be used (facts §1, rotation). */
  async adopt(
    tokens: CachedTokens,
    how:
      | { readonly kind: 'signed-in'; readonly account: Account | null }
      | { readonly kind: 'refreshed' },
  ): Promise<void> {
    if (how.kind === 'signed-in') {
      this.#account = how.account;
    } else {
      this.#forgetWhose(tokens);
    }
    const generation = this.#core.generation;
    this.#adopting = tokens;
    const write = await this.#patiently(this.#options.cache.set(tokens));
    if (this.#adopting === tokens) {
      this.#adopting = null;
    }
    if (generation !== this.#core.generation) {
      return;
    }
    const refreshAtMs = this.#options.plan(tokens);
    const taken = { kind: how.kind, tokens, refreshAtMs } as const;
    if (write.kind === 'done') {
      this.#core.apply(taken);
      this.#marking.follow(this.#core.model.standing, this.#account);
    } else {
      // Better a session that lives until the app quits than none: it is offered again and again.
      this.#noteUnsaved(write.reason);
      this.#core.apply(taken, { kind: 'not-saved', trouble: write.cause });
    }
  }

  /** The expected end of tokens that nobody can renew. They leave the cache. */
  async endToken(): Promise<void> {
    this.#core.apply({ kind: 'session-ended', reason: 'token-ended', kept: null });
    this.#marking.end('token-ended');
    await this.#patiently(this.#options.cache.delete());
  }

  /** Stops the use of refused tokens at once and keeps them aside (facts §1). */
  async putAside(kept: CachedTokens): Promise<void> {
    const reason = kept.setAside?.reason ?? 'refused';
    this.#core.apply({ kind: 'session-ended', reason, kept });
    const write = await this.#patiently(this.#options.cache.set(kept));
    if (write.kind !== 'done') {
      this.#options.logger.warn('The tokens could not be put aside', { reason: write.reason });
    }
  }

  async eraseKept(): Promise<void> {
    const { standing } = this.#core.model;
    this.#core.apply({ kind: 'kept-erased' });
    if (standing.kind === 'ended') {
      this.#marking.end(standing.reason);
    }
    await this.#patiently(this.#options.cache.delete());
  }

  /** Offers tokens to the cache that are only in memory. */
  async saveAgain(): Promise<void> {
    const { standing } = this.#core.model;
    if (standing.kind !== 'holding' || standing.unsaved === null) {
      return;
    }
    if (this.#adopting !== null) {
      // Newer ones are on their way: these would be written over them, with a dead refresh token.
      return;
    }
    // At once, so that a tick during the write begins no second one.
    this.#saveRetryAtMs = this.#options.clock.nowMs() + SAVE_RETRY_MS;
    const write = await this.#patiently(this.#options.cache.set(standing.tokens));
    const now = this.#core.model.standing;
    if (now.kind !== 'holding' || now.tokens !== standing.tokens) {
      return;
    }
    if (write.kind === 'done') {
      this.#core.apply({ kind: 'saved' });
      this.#marking.follow(this.#core.model.standing, this.#account);
    } else {
      this.#noteUnsaved(write.reason);
      this.#core.apply({ kind: 'not-saved', trouble: write.cause });
    }
  }

  /** Deletes tokens and marker; where the cache cannot delete, everything stays as it is. */
  async delete(): Promise<CacheWrite> {
    this.#deleting = this.#patiently(this.#options.cache.delete());
    const deleted = await this.#deleting;
    this.#deleting = null;
    if (deleted.kind === 'done') {
      this.#core.beginGeneration();
      this.#account = null;
      this.#marking.remove();
      this.#core.apply({ kind: 'disconnected' });
    } else {
      this.#options.logger.warn('The tokens could not be deleted', { reason: deleted.reason });
    }
    return deleted;
  }

  /** A read that comes later changes nothing any more. */
  close(): void {
    this.#closing.abort();
  }

  /** What a place says that says nothing: a keychain waits for its user, a file for its disk. */
  get #silence() {
    const cause: CacheTrouble = this.#options.cache.kind === 'file' ? 'unwritable' : 'locked';
    return { kind: 'unavailable', cause, reason: 'There was no answer in time.' } as const;
  }

  #noteTest(cause: Extract<CacheTest, { kind: 'failed' }>['cause']): void {
    this.#test = { kind: 'failed', atMs: this.#options.clock.nowMs(), cause };
    this.testChanged.emit();
  }

  #noteUnsaved(reason: string): void {
    this.#saveRetryAtMs = this.#options.clock.nowMs() + SAVE_RETRY_MS;
    this.#options.logger.warn('The tokens could not be stored', { reason });
  }

  /** For what only looks: it is given up when the session closes. */
  #withPatience<T>(work: Promise<T>) {
    const { clock } = this.#options;
    return withinLimit(work, clock, KEYCHAIN_PATIENCE_MS, this.#closing.signal);
  }

  async #patiently(write: Promise<CacheWrite>): Promise<CacheWrite> {
    const result = await withinLimit(write, this.#options.clock, KEYCHAIN_PATIENCE_MS);
    return result.kind === 'in-time' ? result.value : this.#silence;
  }
}
