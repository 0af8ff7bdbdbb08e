import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  keyringUnavailable,
  type PrivateKeyring,
  startPrivateKeyring,
} from '../../../harness/private-keyring.ts';

const CHILD = fileURLToPath(new URL('./harness/keychain-child.ts', import.meta.url));

const lack = keyringUnavailable();
if (lack !== null) {
  process.stdout.write(`Skipped: the tests with a real keyring. ${lack}\n`);
}

/** Runs the steps in a process of their own, as the keychain is bound to its environment. */
async function keychain(env: Record<string, string>, ...steps: string[]): Promise<unknown[]> {
  const { DISPLAY: _, DBUS_SESSION_BUS_ADDRESS: __, ...inherited } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, ...steps], {
    env: { ...inherited, ...env },
  });
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
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
