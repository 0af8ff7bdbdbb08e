import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canBeRenewed, revealTokens } from '../../electron/session/cached-tokens-json.ts';
import { Secret } from '../../electron/session/secret.ts';
import type { CachedTokens, CacheRead, TokenCache } from '../../electron/session/token-cache.ts';
import { anyTokens } from './any-tokens.ts';

/** A place for tokens that works: it is there, unlocked, and has room. */
export interface CacheUnderTest {
  /** Empty. */
  readonly cache: TokenCache;
  /** The same place and name, as the next start of the app finds it. */
  reopen(): TokenCache;
  /** The same place under another name, as another client id has it. Empty. */
  openOther(): TokenCache;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

export interface CacheContractOptions {
  /** The tokens end with the process: `reopen()` is not asked for. */
  readonly isVolatile?: boolean;
  /** Short of room, it leaves out an access token that can be had again. */
  readonly mayLeaveOutAccessToken?: boolean;
  /** Of the property test; fewer for a slow place. */
  readonly runs?: number;
}

/**
 * What the session relies on in each of its caches. Whoever adds one runs this on it: `setUp` is
 * called before every test and gives a place of its own, and the tests that are special to it (how
 * it is locked, full or missing, which must come to `unavailable` and never to `empty`, but for a
 * keychain that cannot tell) stand in a file of their own.
 */
export function describeTokenCache(
  name: string,
  setUp: () => Promise<CacheUnderTest>,
  options: CacheContractOptions = {},
): void {
  describe(`${name} as a token cache`, () => {
    let place: CacheUnderTest;
    beforeEach(async () => {
      place = await setUp();
    });
    afterEach(() => place.close());

    /** What may come back for these tokens. */
    const accepted = (given: CachedTokens) => {
      const whole = revealTokens(given);
      const without = { ...whole, accessToken: '', accessTokenExpiresAtMs: 0 };
      return options.mayLeaveOutAccessToken === true && canBeRenewed(given)
        ? [whole, without]
        : [whole];
    };
    const expectTokens = (read: CacheRead, given: CachedTokens) => {
      expect(read.kind).toBe('found');
      if (read.kind === 'found') {
        expect(accepted(given)).toContainEqual(revealTokens(read.tokens));
      }
    };

    test('it is empty at first', async () => {
      expect(await place.cache.get()).toEqual({ kind: 'empty' });
    });

    test('it gives back whatever it was given, and each time the last', async () => {
      await fc.assert(
        fc.asyncProperty(anyTokens, async (tokens) => {
          expect(await place.cache.set(tokens)).toEqual({ kind: 'done' });
          expectTokens(await place.cache.get(), tokens);
          expectTokens(await place.cache.get(), tokens);
        }),
        { numRuns: options.runs ?? 100 },
      );
    });

    test('it deletes, also when there is nothing', async () => {
      expect(await place.cache.delete()).toEqual({ kind: 'done' });
      await place.cache.set(tokensNamed('gone'));
      expect(await place.cache.delete()).toEqual({ kind: 'done' });
      expect(await place.cache.get()).toEqual({ kind: 'empty' });
      expect(await place.cache.delete()).toEqual({ kind: 'done' });
      await place.cache.set(tokensNamed('again'));
      expectTokens(await place.cache.get(), tokensNamed('again'));
    });

    test('calls take effect in the order in which they were made', async () => {
      const { cache } = place;
      const [, first, , , second, , third] = await Promise.all([
        cache.set(tokensNamed('first')),
        cache.get(),
        cache.set(tokensNamed('overwritten')),
        cache.set(tokensNamed('second')),
        cache.get(),
        cache.delete(),
        cache.get(),
        cache.set(tokensNamed('last')),
      ]);
      expectTokens(first, tokensNamed('first'));
      expectTokens(second, tokensNamed('second'));
      expect(third).toEqual({ kind: 'empty' });
      expectTokens(await cache.get(), tokensNamed('last'));
    });

    test('sessions under other names do not touch each other', async () => {
      const other = place.openOther();
      await place.cache.set(tokensNamed('mine'));
      expect(await other.get()).toEqual({ kind: 'empty' });
      await other.set(tokensNamed('theirs'));
      expectTokens(await place.cache.get(), tokensNamed('mine'));
      await place.cache.delete();
      expectTokens(await other.get(), tokensNamed('theirs'));
      expect(await other.delete()).toEqual({ kind: 'done' });
    });

    test('nothing that it answers shows a token when it is printed', async () => {
      const tokens = tokensNamed('hidden');
      const answers = [
        await place.cache.set(tokens),
        await place.cache.get(),
        await place.cache.delete(),
      ];
      expect(`${inspect(answers, { depth: 9 })}${JSON.stringify(answers)}`).not.toContain('hidden');
    });

    if (options.isVolatile !== true) {
      test('the next start finds what the last left', async () => {
        await place.cache.set(tokensNamed('left'));
        const next = place.reopen();
        expectTokens(await next.get(), tokensNamed('left'));
        await next.set(tokensNamed('newer'));
        expectTokens(await place.cache.get(), tokensNamed('newer'));
        await next.delete();
        expect(await place.cache.get()).toEqual({ kind: 'empty' });
        expect(await place.reopen().get()).toEqual({ kind: 'empty' });
      });
    }
  });
}

/** A session that can be told from others by its tokens. */
function tokensNamed(name: string): CachedTokens {
  return {
    way: 'authorization-code',
    clientSecret: null,
    accessToken: new Secret(`access-${name}`),
    accessTokenExpiresAtMs: 1_793_538_000_123,
    receivedAtMs: 1_793_534_400_123,
    refreshToken: new Secret(`refresh-${name}`),
    scopes: ['user-library-read'],
    missingScopes: [],
    authorizedAtMs: 1_793_534_400_000,
    setAside: null,
  };
}
