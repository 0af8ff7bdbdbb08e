import type { TokenCacheShelf } from '../../../../../electron/session/chosen-token-cache.ts';
import type {
  CachedTokens,
  CacheTrouble,
  TokenCache,
} from '../../../../../electron/session/token-cache.ts';
import type { Clock } from '../../../../../shared/clock.ts';
import type { CacheTest } from '../../../../../shared/connection.ts';
import type { TokenCacheKind } from '../../../../../shared/session-settings.ts';

/** For example `file set`. */
export type ShelfCall = `${TokenCacheKind} ${'get' | 'set' | 'delete'}`;

/** Three caches of one session; every call can break, and is written down in its order. */
export class WatchedShelf implements TokenCacheShelf {
  chosen: TokenCacheKind = 'keychain';
  /** Calls that come to nothing. */
  readonly breaks = new Set<ShelfCall>();
  /** Asked at every call too; for ones that break now and then. */
  breaksNow: () => boolean = () => false;
  /** What a keychain's broken calls say. */
  keychainTrouble: CacheTrouble = 'locked';
  /** Calls that wait for a promise. */
  readonly gates = new Map<ShelfCall, Promise<void>>();
  /** In place of one that went well. */
  testResult: CacheTest | null = null;
  readonly events: string[] = [];
  readonly #clock: Clock;
  readonly #stored = new Map<TokenCacheKind, CachedTokens>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  choose(kind: TokenCacheKind): void {
    this.chosen = kind;
    this.events.push(`${kind} chosen`);
  }

  stored(kind: TokenCacheKind): CachedTokens | null {
    return this.#stored.get(kind) ?? null;
  }

  open(kind: TokenCacheKind): TokenCache {
    const cause: CacheTrouble = kind === 'file' ? 'unwritable' : this.keychainTrouble;
    const trouble = { kind: 'unavailable', cause, reason: 'It does not work.' } as const;
    return {
      get: async () => {
        this.events.push(`${kind} get`);
        if (await this.#doesBreak(`${kind} get`)) {
          return trouble;
        }
        const tokens = this.stored(kind);
        return tokens === null ? { kind: 'empty' } : { kind: 'found', tokens };
      },
      set: async (tokens) => {
        const isBroken = await this.#doesBreak(`${kind} set`);
        const name = tokens.refreshToken?.reveal();
        this.events.push(`${kind} set ${name}: ${isBroken ? 'broken' : 'done'}`);
        if (isBroken) {
          return trouble;
        }
        this.#stored.set(kind, tokens);
        return { kind: 'done' };
      },
      delete: async () => {
        const isBroken = await this.#doesBreak(`${kind} delete`);
        this.events.push(`${kind} delete: ${isBroken ? 'broken' : 'done'}`);
        if (isBroken) {
          return trouble;
        }
        this.#stored.delete(kind);
        return { kind: 'done' };
      },
    };
  }

  pathOf(kind: TokenCacheKind, name: string): string | null {
    return kind === 'file' ? `/nowhere/${name}.json` : null;
  }

  async test(kind: TokenCacheKind): Promise<CacheTest> {
    this.events.push(`${kind} tested`);
    return this.testResult ?? { kind: 'ok', atMs: this.#clock.nowMs() };
  }

  async #doesBreak(call: ShelfCall): Promise<boolean> {
    await this.gates.get(call);
    return this.breaks.has(call) || this.breaksNow();
  }
}
