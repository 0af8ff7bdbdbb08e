import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import { testTokenCache } from '../../../../electron/session/test-token-cache.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  keyringUnavailable,
  type PrivateKeyring,
  startPrivateKeyring,
} from '../../../harness/private-keyring.ts';
import { KeychainInProcess } from './harness/keychain-in-process.ts';

const lack = keyringUnavailable();
if (lack !== null) {
  process.stdout.write(`Skipped: the tests with a real keyring. ${lack}\n`);
}

async function withKeychain<T>(
  env: Record<string, string>,
  use: (cache: KeychainInProcess) => Promise<T>,
): Promise<T> {
  const cache = new KeychainInProcess(env, '0123456789abcdef0123456789abcdef');
  try {
    return await use(cache);
  } finally {
    await cache.close();
  }
}

/** Does the steps in a process of their own; one that is neither a read nor a deletion is a write. */
function keychain(env: Record<string, string>, ...steps: string[]): Promise<unknown[]> {
  return withKeychain(env, async (cache) => {
    const answers: unknown[] = [];
    for (const step of steps) {
      answers.push(await run(cache, step));
    }
    return answers;
  });
}

async function run(cache: KeychainInProcess, step: string): Promise<object> {
  if (step === 'delete') {
    return cache.delete();
  }
  if (step !== 'get') {
    return cache.set(tokensWith(step));
  }
  const read = await cache.get();
  return read.kind === 'found'
    ? { kind: read.kind, refreshToken: read.tokens.refreshToken?.reveal() ?? null }
    : read;
}

function tokensWith(refreshToken: string): CachedTokens {
  return {
    way: 'authorization-code',
    clientSecret: null,
    accessToken: new Secret('access-of-the-test'),
    accessTokenExpiresAtMs: 2,
    receivedAtMs: 1,
    refreshToken: new Secret(refreshToken),
    scopes: [],
    missingScopes: [],
    authorizedAtMs: 1,
    setAside: null,
  };
}

async function withKeyring(
  options: { locked?: boolean; absent?: boolean },
  use: (keyring: PrivateKeyring) => Promise<void>,
): Promise<void> {
  const keyring = await startPrivateKeyring(options);
  try {
    await use(keyring);
  } finally {
    await keyring.close();
  }
}

const DONE = { kind: 'done' };
const EMPTY = { kind: 'empty' };

describe.skipIf(lack !== null)('a real keyring', () => {
  test('that is unlocked keeps tokens over processes, replaces and deletes them', async () => {
    await withKeyring({}, async ({ env }) => {
      expect(await keychain(env, 'get', 'first', 'get')).toEqual([
        EMPTY,
        DONE,
        { kind: 'found', refreshToken: 'first' },
      ]);
      expect(await keychain(env, 'get', 'second', 'get', 'delete', 'get', 'delete')).toEqual([
        { kind: 'found', refreshToken: 'first' },
        DONE,
        { kind: 'found', refreshToken: 'second' },
        DONE,
        EMPTY,
        DONE,
      ]);
    });
  });

  test('that is locked reads as empty, takes nothing, deletes nothing, and loses nothing', async () => {
    await withKeyring({}, async (keyring) => {
      expect(await keychain(keyring.env, 'kept')).toEqual([DONE]);
      await keyring.lock();
      const locked = expect.objectContaining({ kind: 'unavailable', cause: 'locked' });
      expect(await keychain(keyring.env, 'get', 'new', 'delete')).toEqual([EMPTY, locked, locked]);
      await keyring.unlock();
      expect(await keychain(keyring.env, 'get')).toEqual([{ kind: 'found', refreshToken: 'kept' }]);
    });
  });

  test('that was never unlocked takes nothing', async () => {
    await withKeyring({ locked: true }, async ({ env }) => {
      const locked = expect.objectContaining({ kind: 'unavailable', cause: 'locked' });
      expect(await keychain(env, 'get', 'new')).toEqual([EMPTY, locked]);
    });
  });

  test('that was restarted while the process ran is told from one that is not there', async () => {
    await withKeyring({}, async (keyring) => {
      await withKeychain(keyring.env, async (cache) => {
        expect(await cache.set(tokensWith('kept'))).toEqual(DONE);
        await keyring.unlock();
        const restarted = expect.objectContaining({ kind: 'unavailable', cause: 'restarted' });
        expect(await cache.get()).toEqual(restarted);
        expect(await cache.set(tokensWith('new'))).toEqual(restarted);
        expect(await cache.delete()).toEqual(restarted);
      });
      expect(await keychain(keyring.env, 'get')).toEqual([{ kind: 'found', refreshToken: 'kept' }]);
    });
  });

  test.for([
    { options: {}, outcome: { kind: 'ok' } },
    { options: { locked: true }, outcome: { kind: 'failed', cause: 'locked' } },
    { options: { absent: true }, outcome: { kind: 'failed', cause: 'missing' } },
  ])('that is set up with $options stands the test: $outcome', async ({ options, outcome }) => {
    await withKeyring(options, ({ env }) =>
      withKeychain(env, async (cache) => {
        expect(await testTokenCache(cache, new ManualClock())).toMatchObject(outcome);
        expect((await cache.get()).kind).not.toBe('found');
      }),
    );
  });

  test('that is not there is missing', async () => {
    await withKeyring({ absent: true }, async ({ env }) => {
      const missing = expect.objectContaining({ kind: 'unavailable', cause: 'missing' });
      expect(await keychain(env, 'get', 'new', 'delete')).toEqual([missing, missing, missing]);
    });
  });
});

describe.skipIf(process.platform !== 'linux')('without D-Bus', () => {
  const missing = expect.objectContaining({ kind: 'unavailable', cause: 'missing' });

  test('the keychain is missing, and nothing crashes', async () => {
    const steps = ['get', 'new', 'delete'];
    expect(await keychain({ XDG_RUNTIME_DIR: '/nonexistent' }, ...steps)).toEqual([
      missing,
      missing,
      missing,
    ]);
  });

  test('a bus address that leads nowhere is the same', async () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
    expect(await keychain(env, 'get')).toEqual([missing]);
  });
});
