import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { keyringUnavailable, startPrivateKeyring } from '../../harness/private-keyring.ts';

const CHILD = fileURLToPath(new URL('./harness/proxy-password-process.ts', import.meta.url));

const lack = keyringUnavailable();
if (lack !== null) {
  process.stdout.write(`Skipped: the proxy's password in a real keyring. ${lack}\n`);
}

/** Does the steps in a process of their own, as another run of the app. */
async function run(env: Readonly<Record<string, string>>, ...steps: string[]): Promise<unknown> {
  const { DISPLAY: _, DBUS_SESSION_BUS_ADDRESS: __, ...inherited } = process.env;
  const child = fork(CHILD, steps, { env: { ...inherited, ...env } });
  const ended = once(child, 'exit');
  const [answers] = await once(child, 'message');
  child.disconnect();
  await ended;
  return answers;
}

describe.skipIf(lack !== null)('the proxy’s password in a real keyring', () => {
  test('outlives the app, is replaced and deleted', async () => {
    const { env, close } = await startPrivateKeyring();
    try {
      expect(await run(env, 'read', 'pässe "1"', 'read')).toEqual(['none', 'done', 'pässe "1"']);
      expect(await run(env, 'read', 'second', 'read', 'delete', 'read', 'delete')).toEqual([
        'pässe "1"',
        'done',
        'second',
        'done',
        'none',
        'done',
      ]);
    } finally {
      await close();
    }
  });

  test('is neither taken nor deleted while the keyring is locked, and not lost', async () => {
    const keyring = await startPrivateKeyring();
    try {
      expect(await run(keyring.env, 'kept')).toEqual(['done']);
      await keyring.lock();
      // A locked keyring reads as an empty one.
      expect(await run(keyring.env, 'read', 'new', 'delete')).toEqual([
        'none',
        'unavailable',
        'unavailable',
      ]);
      await keyring.unlock();
      expect(await run(keyring.env, 'read')).toEqual(['kept']);
    } finally {
      await keyring.close();
    }
  });

  test('has no place where there is no keyring', async () => {
    const { env, close } = await startPrivateKeyring({ absent: true });
    try {
      expect(await run(env, 'read', 'new', 'delete')).toEqual([
        'unavailable',
        'unavailable',
        'unavailable',
      ]);
    } finally {
      await close();
    }
  });
});
