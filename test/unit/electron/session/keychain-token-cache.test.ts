import { expect, test } from 'vitest';
import type { Keychain, KeychainLoad } from '../../../../electron/session/keychain.ts';
import {
  KeychainTokenCache,
  keychainAccount,
} from '../../../../electron/session/keychain-token-cache.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { CLIENT_ID, tokens } from './harness/keeper-bench.ts';

/** Behaves as libsecret was seen to: locked, it reads as empty, deletes nothing and takes nothing. */
class FakeKeychain implements Keychain {
  readonly entries = new Map<string, string>();
  readonly calls: string[] = [];
  locked = false;
  gate = Promise.resolve();
  failure: Error | null = null;

  async getPassword(service: string, account: string) {
    await this.#enter('get');
    return this.locked ? null : (this.entries.get(`${service}/${account}`) ?? null);
  }

  async setPassword(service: string, account: string, password: string) {
    await this.#enter('set');
    if (this.locked) {
      throw new Error('Cannot create an item in a locked collection');
    }
    this.entries.set(`${service}/${account}`, password);
  }

  async deletePassword(service: string, account: string) {
    await this.#enter('delete');
    return !this.locked && this.entries.delete(`${service}/${account}`);
  }

  async #enter(name: string) {
    this.calls.push(`${name} begins`);
    await this.gate;
    this.calls.push(`${name} ends`);
    if (this.failure !== null) {
      throw this.failure;
    }
  }
}

function bench() {
  const keychain = new FakeKeychain();
  const load = async (): Promise<KeychainLoad> => ({ kind: 'loaded', keychain });
  return { keychain, cache: new KeychainTokenCache(load, CLIENT_ID) };
}

const some = tokens(new ManualClock());

test('tokens are stored under the name of the app and the client id', async () => {
  const { keychain, cache } = bench();
  expect(await cache.set(some)).toEqual({ kind: 'done' });
  expect([...keychain.entries.keys()]).toEqual([`Cratewatch/spotify-session-${CLIENT_ID}`]);
  expect(await cache.get()).toMatchObject({ kind: 'found' });
});

test('the same client id in capitals is the same entry, another is another', () => {
  expect(keychainAccount(CLIENT_ID.toUpperCase())).toBe(keychainAccount(CLIENT_ID));
  expect(keychainAccount('f'.repeat(32))).not.toBe(keychainAccount(CLIENT_ID));
});

test('garbage in the entry is unreadable and stays there', async () => {
  const { keychain, cache } = bench();
  keychain.entries.set(`Cratewatch/${keychainAccount(CLIENT_ID)}`, 'garbage');
  expect(await cache.get()).toMatchObject({ kind: 'unreadable' });
  expect(keychain.entries.size).toBe(1);
});

test('a locked keychain reads as empty and takes nothing', async () => {
  const { keychain, cache } = bench();
  await cache.set(some);
  keychain.locked = true;
  expect(await cache.get()).toEqual({ kind: 'empty' });
  expect(await cache.set(some)).toMatchObject({ kind: 'unavailable', cause: 'locked' });
});

test('a locked keychain does not pass for one from which the tokens were deleted', async () => {
  const { keychain, cache } = bench();
  await cache.set(some);
  keychain.locked = true;
  expect(await cache.delete()).toMatchObject({ kind: 'unavailable', cause: 'locked' });
  keychain.locked = false;
  expect(await cache.get()).toMatchObject({ kind: 'found' });
});

test('deleting leaves nothing, also when there was nothing', async () => {
  const { keychain, cache } = bench();
  expect(await cache.delete()).toEqual({ kind: 'done' });
  await cache.set(some);
  expect(await cache.delete()).toEqual({ kind: 'done' });
  expect(keychain.entries.size).toBe(0);
});

test('calls take effect one after the other', async () => {
  const { keychain, cache } = bench();
  const unlocked = deferred();
  keychain.gate = unlocked.promise;
  const calls = [cache.set(some), cache.get(), cache.delete()];
  unlocked.resolve();
  await Promise.all(calls);
  expect(keychain.calls).toEqual([
    'set begins',
    'set ends',
    'get begins',
    'get ends',
    'delete begins',
    'delete ends',
  ]);
});

test('a keychain that cannot be loaded is missing', async () => {
  const load = async (): Promise<KeychainLoad> => ({ kind: 'failed', reason: 'No libsecret.' });
  const cache = new KeychainTokenCache(load, CLIENT_ID);
  expect(await cache.get()).toEqual({
    kind: 'unavailable',
    cause: 'missing',
    reason: 'No libsecret.',
  });
});

test('a token too long for Windows leaves room for the refresh token', async () => {
  const { keychain, cache } = bench();
  await cache.set({ ...some, accessToken: new Secret('a'.repeat(4_000)) });
  const [entry = ''] = keychain.entries.values();
  expect(Buffer.byteLength(entry)).toBeLessThanOrEqual(2_500);
  expect(await cache.get()).toMatchObject({ kind: 'found' });
});

test('a service that is gone after it has answered was restarted, before that it is missing', async () => {
  const { keychain, cache } = bench();
  keychain.failure = new Error('The name is not activatable');
  expect(await cache.get()).toMatchObject({ kind: 'unavailable', cause: 'missing' });
  keychain.failure = null;
  expect(await cache.get()).toEqual({ kind: 'empty' });
  keychain.failure = new Error('The name is not activatable');
  expect(await cache.get()).toMatchObject({ kind: 'unavailable', cause: 'restarted' });
});

test('a pasted token too long for Windows is handed over whole, for the system to decide', async () => {
  const { cache } = bench();
  const pasted = { ...some, way: 'access-token', refreshToken: null } as const;
  await cache.set({ ...pasted, accessToken: new Secret('a'.repeat(4_000)) });
  const read = await cache.get();
  expect(read.kind === 'found' ? read.tokens.accessToken.reveal().length : 0).toBe(4_000);
});
