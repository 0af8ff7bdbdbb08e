import type {
  CachedTokens,
  CacheRead,
  CacheWrite,
  TokenCache,
} from '../../../../../electron/session/token-cache.ts';

const LOCKED = { kind: 'unavailable', cause: 'locked', reason: 'It is locked.' } as const;

/** A cache in memory that can be locked, be slow, and tells what was written in which order. */
export class WatchedCache implements TokenCache {
  tokens: CachedTokens | null;
  /** Reads as empty and takes nothing, as a locked keyring does. */
  locked = false;
  /** Awaited before every call. */
  gate: Promise<void> = Promise.resolve();
  readonly events: string[] = [];

  constructor(tokens: CachedTokens | null = null) {
    this.tokens = tokens;
  }

  async get(): Promise<CacheRead> {
    await this.gate;
    return this.locked || this.tokens === null
      ? { kind: 'empty' }
      : { kind: 'found', tokens: this.tokens };
  }

  async set(tokens: CachedTokens): Promise<CacheWrite> {
    await this.gate;
    this.events.push(
      `${this.locked ? 'refused' : 'stored'} ${tokens.refreshToken?.reveal()} ${tokens.accessToken.reveal()}`,
    );
    if (this.locked) {
      return LOCKED;
    }
    this.tokens = tokens;
    return { kind: 'done' };
  }

  async delete(): Promise<CacheWrite> {
    await this.gate;
    this.events.push(this.locked ? 'not deleted' : 'deleted');
    if (this.locked) {
      return LOCKED;
    }
    this.tokens = null;
    return { kind: 'done' };
  }
}
