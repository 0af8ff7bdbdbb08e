import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { revealTokens } from '../../../../electron/session/cached-tokens-json.ts';
import { FileTokenCache } from '../../../../electron/session/file-token-cache.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { testTokenCache } from '../../../../electron/session/test-token-cache.ts';
import type { CachedTokens, CacheRead } from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const WRITER = fileURLToPath(new URL('./harness/token-writer.ts', import.meta.url));
const NOBODY = 65_534;
const LEFTOVER = '.session.json.0123456789ab.tmp';

const clock = new ManualClock();
const DONE = { kind: 'done' };
const UNWRITABLE = { kind: 'unavailable', cause: 'unwritable' };
const UNREADABLE = { kind: 'unreadable' };

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-file-'));
  path = join(folder, 'session.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(at = path): FileTokenCache {
  return new FileTokenCache({ path: at, clock });
}

function tokens(change: Partial<CachedTokens> = {}): CachedTokens {
  return {
    way: 'authorization-code',
    clientSecret: new Secret('f'.repeat(32)),
    accessToken: new Secret('access-1'),
    accessTokenExpiresAtMs: clock.nowMs() + 3_600_123,
    receivedAtMs: clock.nowMs() + 123,
    refreshToken: new Secret('refresh-1'),
    scopes: ['user-library-read', 'user-follow-read'],
    missingScopes: ['playlist-read-private'],
    authorizedAtMs: clock.nowMs() - 5_000,
    setAside: { atMs: 5, reason: 'refused', triedByUser: false },
    ...change,
  };
}

function found(read: CacheRead) {
  if (read.kind !== 'found') {
    throw new Error(`Nothing was found: ${read.kind}`);
  }
  return revealTokens(read.tokens);
}

function inFile(at = path): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(at, 'utf8')));
}

function modeOf(at: string): string {
  return (statSync(at).mode & 0o777).toString(8);
}

describe('the file', () => {
  test('has what Spotipy and spotify-sdk read, and the rest in a part of its own', async () => {
    await open().set(tokens());
    expect(inFile()).toEqual({
      access_token: 'access-1',
      token_type: 'Bearer',
      expires_at: Math.floor((clock.nowMs() + 3_600_123) / 1_000),
      refresh_token: 'refresh-1',
      scope: 'user-library-read user-follow-read',
      cratewatch: {
        version: 1,
        way: 'authorization-code',
        clientSecret: 'f'.repeat(32),
        accessTokenExpiresAtMs: clock.nowMs() + 3_600_123,
        receivedAtMs: clock.nowMs() + 123,
        missingScopes: ['playlist-read-private'],
        authorizedAtMs: clock.nowMs() - 5_000,
        setAside: { atMs: 5, reason: 'refused', triedByUser: false },
      },
    });
    await open().set(tokens({ refreshToken: null }));
    expect(inFile()).not.toHaveProperty('refresh_token');
  });

  test('and the folders that are made for it are for their owner alone', async () => {
    path = join(folder, 'of', 'the user', 'session.json');
    expect(await open().set(tokens())).toEqual(DONE);
    expect([
      modeOf(path),
      modeOf(join(folder, 'of')),
      modeOf(join(folder, 'of', 'the user')),
    ]).toEqual(['600', '700', '700']);
  });

  test.each(['get', 'set'] as const)(
    'that others could read is theirs no more after a %s',
    async (call) => {
      await open().set(tokens());
      chmodSync(path, 0o664);
      await open()[call](tokens());
      expect(modeOf(path)).toBe('600');
    },
  );

  test('is gone after a deletion, with what killed writes left', async () => {
    await open().set(tokens());
    writeFileSync(join(folder, LEFTOVER), 'refresh-0');
    expect(await open().delete()).toEqual(DONE);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is told from a folder that was taken away, as with a disk', async () => {
    const cache = open();
    await cache.set(tokens());
    rmSync(folder, { recursive: true });
    expect(await cache.get()).toMatchObject(UNWRITABLE);

    mkdirSync(folder);
    expect(await cache.get()).toEqual({ kind: 'empty' });
  });

  test('is the only one after a write, but for those of others and of writes under way', async () => {
    const fresh = '.session.json.ba9876543210.tmp';
    const others = ['.session.json.swp', '.session.json.0123.tmp', `${LEFTOVER}.bak`, '.other.tmp'];
    for (const name of [LEFTOVER, fresh, ...others]) {
      writeFileSync(join(folder, name), 'x');
    }
    for (const name of [LEFTOVER, ...others]) {
      utimesSync(join(folder, name), 1, 1);
    }
    expect(await open().set(tokens())).toEqual(DONE);
    const left = [fresh, ...others, 'session.json'];
    expect(readdirSync(folder).sort()).toEqual(left.sort());
  });

  test('stands the test of a cache', async () => {
    expect(await testTokenCache(open(), clock)).toMatchObject({ kind: 'ok' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('another program', () => {
  /** As Spotipy does after a refresh: its own names, and nothing else. */
  const rewrite = (change: object = {}) => {
    const { cratewatch: _, ...standard } = inFile();
    const renewed = { access_token: 'access-2', expires_at: clock.nowMs() / 1_000 + 3_000 };
    writeFileSync(path, JSON.stringify({ ...standard, ...renewed, expires_in: 3_600, ...change }));
  };

  test('that renewed the access token is believed', async () => {
    await open().set(tokens());
    rewrite();
    expect(found(await open().get())).toMatchObject({
      accessToken: 'access-2',
      accessTokenExpiresAtMs: clock.nowMs() + 3_000_000,
      receivedAtMs: clock.nowMs() - 600_000,
      refreshToken: 'refresh-1',
      authorizedAtMs: null,
      setAside: null,
    });
  });

  test('that dropped our part takes nothing from a session that runs', async () => {
    const cache = open();
    await cache.set(tokens());
    rewrite();
    expect(found(await cache.get())).toMatchObject({
      accessToken: 'access-2',
      clientSecret: 'f'.repeat(32),
      authorizedAtMs: clock.nowMs() - 5_000,
      setAside: null,
    });
    rewrite({ refresh_token: 'another-grant' });
    expect(found(await cache.get())).toMatchObject({ clientSecret: null, authorizedAtMs: null });
  });

  test('that keeps our part is believed in what it changed', async () => {
    await open().set(tokens());
    const change = { access_token: 'access-2', expires_at: 5, scope: 'playlist-read-private' };
    writeFileSync(path, JSON.stringify({ ...inFile(), ...change, theirs: [1] }));
    expect(found(await open().get())).toEqual({
      ...revealTokens(tokens()),
      accessToken: 'access-2',
      accessTokenExpiresAtMs: 5_000,
      receivedAtMs: 0,
      scopes: ['playlist-read-private'],
      missingScopes: [],
      setAside: null,
    });
  });
});

describe('what stands at the path', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'refresh-1'],
    ['a half', '{"access_token":"access-1","refr'],
    ['something else', '{"name":"refresh-1"}'],
    ['a token with a space', '{"refresh_token":"refresh-1 "}'],
  ])('%s is unreadable, stays, and is not quoted', async (_, text) => {
    writeFileSync(path, text);
    const read = await open().get();
    expect(read).toMatchObject(UNREADABLE);
    expect(JSON.stringify(read)).not.toContain('refresh-1');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('a file of more than a million bytes is not read', async () => {
    const { cratewatch: _, ...standard } = { access_token: 'x', refresh_token: 'x', cratewatch: 1 };
    writeFileSync(path, JSON.stringify(standard).padEnd(1_000_000));
    expect(await open().get()).toMatchObject({ kind: 'found' });
    writeFileSync(path, JSON.stringify(standard).padEnd(1_000_001));
    expect(await open().get()).toMatchObject(UNREADABLE);
  });

  test('a folder is trouble and stays', async () => {
    mkdirSync(path);
    expect(await open().get()).toMatchObject(UNWRITABLE);
    expect(await open().set(tokens())).toMatchObject(UNWRITABLE);
    expect(await open().delete()).toMatchObject(UNWRITABLE);
    expect(statSync(path).isDirectory()).toBe(true);
    expect(readdirSync(folder)).toEqual(['session.json']);
  });

  test.skipIf(process.platform === 'win32')('a pipe makes nobody wait and stays', async () => {
    execFileSync('mkfifo', [path]);
    expect(await open().get()).toMatchObject(UNWRITABLE);
    expect(await open().set(tokens())).toMatchObject(UNWRITABLE);
    expect(await open().delete()).toMatchObject(UNWRITABLE);
    expect(statSync(path).isFIFO()).toBe(true);
  });

  test('a file in the place of the folder is trouble', async () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = open(join(folder, 'file', 'session.json'));
    expect(await cache.get()).toMatchObject(UNWRITABLE);
    expect(await cache.set(tokens())).toMatchObject(UNWRITABLE);
  });
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  test.each(['there', 'not there yet'])('leads to the file, which is %s', async (state) => {
    const real = join(folder, 'kept elsewhere', 'tokens.json');
    mkdirSync(join(folder, 'kept elsewhere'));
    if (state === 'there') {
      writeFileSync(real, '{}', { mode: 0o644 });
    }
    symlinkSync(join('kept elsewhere', 'tokens.json'), path);
    expect(await open().set(tokens())).toEqual(DONE);
    expect(readlinkSync(path)).toBe(join('kept elsewhere', 'tokens.json'));
    expect(modeOf(real)).toBe('600');
    expect(found(await open().get())).toEqual(revealTokens(tokens()));
    expect(await open().delete()).toEqual(DONE);
    expect(existsSync(real)).toBe(false);
    expect(await open().get()).toEqual({ kind: 'empty' });
  });

  test('in a circle is trouble', async () => {
    symlinkSync('session.json', path);
    expect(await open().get()).toMatchObject(UNWRITABLE);
    expect(await open().set(tokens())).toMatchObject(UNWRITABLE);
  });
});

describe.skipIf(process.getuid === undefined)('without the right to it', () => {
  /** Root may do everything: for this it acts as somebody else. */
  const asUser = async <T>(act: () => Promise<T>): Promise<T> => {
    if (process.getuid?.() !== 0) {
      return await act();
    }
    process.seteuid?.(NOBODY);
    try {
      return await act();
    } finally {
      process.seteuid?.(0);
    }
  };
  const give = (at: string, mode: number) => {
    if (process.getuid?.() === 0) {
      chownSync(at, NOBODY, NOBODY);
    }
    chmodSync(at, mode);
  };

  test('a file cannot be read, and a new one takes its place', async () => {
    await open().set(tokens());
    give(path, 0o000);
    give(folder, 0o700);
    expect(await asUser(() => open().get())).toMatchObject({
      ...UNWRITABLE,
      reason: expect.stringContaining('EACCES'),
    });
    expect(await asUser(() => open().set(tokens()))).toEqual(DONE);
    expect(await asUser(() => open().get())).toMatchObject({ kind: 'found' });
  });

  test('a folder takes nothing, and the old file stays', async () => {
    await open().set(tokens());
    give(path, 0o600);
    give(folder, 0o500);
    const other = tokens({ refreshToken: new Secret('refresh-2') });
    expect(await asUser(() => open().set(other))).toMatchObject(UNWRITABLE);
    expect(await asUser(() => open().delete())).toMatchObject(UNWRITABLE);
    expect(found(await asUser(() => open().get())).refreshToken).toBe('refresh-1');
    expect(await asUser(() => testTokenCache(open(), clock))).toMatchObject({
      kind: 'failed',
      cause: 'unwritable',
    });
    chmodSync(folder, 0o700);
  });
});

describe('a full disk', () => {
  test('keeps the old tokens, leaves nothing half, and goes on when there is room', async ({
    skip,
  }) => {
    const small = join(folder, 'small');
    mkdirSync(small);
    try {
      const size = ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small];
      execFileSync('mount', size, { stdio: 'ignore' });
    } catch {
      skip('A small file system cannot be mounted here: only root may.');
    }
    try {
      const cache = open(join(small, 'session.json'));
      const long = (name: string) =>
        tokens({ accessToken: new Secret('a'.repeat(8_000)), refreshToken: new Secret(name) });
      expect(await cache.set(long('refresh-1'))).toEqual(DONE);
      fill(join(small, 'filler'));
      expect(await cache.set(long('refresh-2'))).toMatchObject({
        ...UNWRITABLE,
        reason: expect.stringContaining('ENOSPC'),
      });
      expect(found(await cache.get()).refreshToken).toBe('refresh-1');
      expect(readdirSync(small).sort()).toEqual(['filler', 'session.json']);
      rmSync(join(small, 'filler'));
      expect(await cache.set(long('refresh-2'))).toEqual(DONE);
      expect(found(await cache.get()).refreshToken).toBe('refresh-2');
    } finally {
      execFileSync('umount', ['-l', small]);
    }
  });

  function fill(at: string): void {
    try {
      writeFileSync(at, Buffer.alloc(1_000_000));
    } catch {
      // That is what it is for.
      return;
    }
    throw new Error('The disk is not full.');
  }
});

describe('processes', () => {
  test('that are killed while they write leave a whole file, no older than they said', async () => {
    for (let round = 0; round < 6; round += 1) {
      const writer = fork(WRITER, [path]);
      let stored = 0;
      writer.on('message', (message) => {
        stored = z.object({ count: z.number(), kind: z.literal('done') }).parse(message).count;
      });
      await once(writer, 'message');
      // In the middle of a write, each round at another of its steps in the folder.
      let steps = 0;
      const watcher = watch(folder, () => {
        steps += 1;
        if (steps === 1 + round) {
          writer.kill('SIGKILL');
        }
      });
      await once(writer, 'exit');
      watcher.close();
      const { refreshToken } = found(await open().get());
      expect(Number(refreshToken?.replace('refresh-', ''))).toBeGreaterThanOrEqual(stored);
    }
    expect(await open().delete()).toEqual(DONE);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that write at the same time both succeed', async () => {
    const caches = [open(), open()];
    const writes = caches.flatMap((cache, who) =>
      Array.from({ length: 100 }, (_, count) =>
        cache.set(tokens({ refreshToken: new Secret(`of-${who}-${count}`) })),
      ),
    );
    const results = await Promise.all(writes);
    expect(results.filter(({ kind }) => kind !== 'done')).toEqual([]);
    expect(found(await open().get()).refreshToken).toMatch(/^of-\d-99$/);
  });
});
