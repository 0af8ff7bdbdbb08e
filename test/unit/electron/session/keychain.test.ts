import { expect, test } from 'vitest';
import { createSystemKeychain, type Keychain } from '../../../../electron/session/keychain.ts';
import { deferred } from './harness/deferred.ts';

const QUIET: Keychain = {
  getPassword: async () => 'kept',
  setPassword: async () => undefined,
  deletePassword: async () => true,
};

async function loaded(keychain: Keychain) {
  const system = createSystemKeychain(async () => ({ kind: 'loaded', keychain }));
  const load = await system.load();
  if (load.kind !== 'loaded') {
    throw new Error(load.reason);
  }
  return { idle: system.idle, keychain: load.keychain };
}

test('calls pass through with what they were given', async () => {
  const seen: string[][] = [];
  const { keychain } = await loaded({
    ...QUIET,
    setPassword: async (...entry) => void seen.push(entry),
  });
  await keychain.setPassword('service', 'account', 'password');
  expect(seen).toEqual([['service', 'account', 'password']]);
  expect(await keychain.getPassword('service', 'account')).toBe('kept');
  expect(await keychain.deletePassword('service', 'account')).toBe(true);
});

test('it is idle only when every call has ended, one that failed included', async () => {
  const slow = deferred();
  const { idle, keychain } = await loaded({
    ...QUIET,
    getPassword: async () => {
      await slow.promise;
      throw new Error('The prompt was dismissed');
    },
  });
  let isIdle = false;
  const call = keychain.getPassword('service', 'account');
  const waited = idle().then(() => {
    isIdle = true;
  });
  await keychain.setPassword('service', 'account', 'password');
  expect(isIdle).toBe(false);
  slow.resolve();
  await expect(call).rejects.toThrow('The prompt was dismissed');
  await waited;
  expect(isIdle).toBe(true);
});

test('a call that follows on another is waited for too', async () => {
  const { idle, keychain } = await loaded(QUIET);
  const ended: string[] = [];
  void keychain
    .getPassword('service', 'account')
    .then(() => keychain.setPassword('service', 'account', 'password'))
    .then(() => ended.push('both'));
  await idle();
  expect(ended).toEqual(['both']);
});

test('a keychain that cannot be loaded stays one, and is idle', async () => {
  const system = createSystemKeychain(async () => ({ kind: 'failed', reason: 'no libsecret' }));
  expect(await system.load()).toEqual({ kind: 'failed', reason: 'no libsecret' });
  await system.idle();
});
