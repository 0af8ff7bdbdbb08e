import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteProcessLock } from '../../../../electron/storage/sqlite-process-lock.ts';
import type { LockOrder } from './harness/lock-process.ts';

const CHILD = fileURLToPath(new URL('./harness/lock-process.ts', import.meta.url));

let folder: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-lock-'));
  path = join(folder, 'run', 'cratewatch', 'client.lock');
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  rmSync(folder, { recursive: true, force: true });
});

function otherProcess(options: ForkOptions = {}): ChildProcess {
  const child = fork(CHILD, [path], options);
  children.push(child);
  return child;
}

/** What the process answers. */
async function tell(child: ChildProcess, order: LockOrder): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(order);
  return (await answer)[0];
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

test('one of two has the lock, and the other one after its release', async () => {
  const [one, other] = [openSqliteProcessLock(path), openSqliteProcessLock(path)];
  const held = await one.tryAcquire();
  expect(held).not.toBeNull();
  expect(await other.tryAcquire()).toBeNull();
  held?.release();
  const next = await other.tryAcquire();
  expect(next).not.toBeNull();
  expect(await one.tryAcquire()).toBeNull();
  next?.release();
});

test('who has the lock does not get it a second time', async () => {
  const lock = openSqliteProcessLock(path);
  const held = await lock.tryAcquire();
  expect(await lock.tryAcquire()).toBeNull();
  held?.release();
});

test('releasing twice releases nobody else’s', async () => {
  const [one, other] = [openSqliteProcessLock(path), openSqliteProcessLock(path)];
  const first = await one.tryAcquire();
  first?.release();
  const second = await other.tryAcquire();
  first?.release();
  one.close();
  expect(await openSqliteProcessLock(path).tryAcquire()).toBeNull();
  second?.release();
});

test('closing releases, and a closed lock is not to be had', async () => {
  const lock = openSqliteProcessLock(path);
  const held = await lock.tryAcquire();
  lock.close();
  lock.close();
  expect(await lock.tryAcquire()).toBeNull();
  const next = await openSqliteProcessLock(path).tryAcquire();
  expect(next).not.toBeNull();
  held?.release();
  next?.release();
});

test('a lock in another process is respected until it is released there', async () => {
  const child = otherProcess();
  const lock = openSqliteProcessLock(path);
  expect(await tell(child, { kind: 'take' })).toBe('held');
  expect(await lock.tryAcquire()).toBeNull();
  await tell(child, { kind: 'release' });
  const held = await lock.tryAcquire();
  expect(held).not.toBeNull();
  expect(await tell(child, { kind: 'take' })).toBe('taken');
  held?.release();
  expect(await tell(child, { kind: 'take' })).toBe('held');
});

test('asking in vain gives up nothing of a lock that this process holds', async () => {
  const lock = openSqliteProcessLock(path);
  const held = await lock.tryAcquire();
  // On POSIX systems, closing a file carelessly would drop the process's lock on it.
  expect(await openSqliteProcessLock(path).tryAcquire()).toBeNull();
  expect(await tell(otherProcess(), { kind: 'take' })).toBe('taken');
  held?.release();
});

test('the lock of a killed process is free at once', async () => {
  const child = otherProcess();
  expect(await tell(child, { kind: 'take' })).toBe('held');
  await kill(child);
  const held = await openSqliteProcessLock(path).tryAcquire();
  expect(held).not.toBeNull();
  held?.release();
});

test.skipIf(process.platform === 'win32')('a process that is stopped keeps its lock', async () => {
  const child = otherProcess();
  expect(await tell(child, { kind: 'take' })).toBe('held');
  child.kill('SIGSTOP');
  expect(await openSqliteProcessLock(path).tryAcquire()).toBeNull();
  child.kill('SIGCONT');
  await tell(child, { kind: 'release' });
  const held = await openSqliteProcessLock(path).tryAcquire();
  expect(held).not.toBeNull();
  held?.release();
});

const TIMES = 100;

async function countTogether(locked: boolean): Promise<number> {
  const file = join(folder, 'counter');
  writeFileSync(file, '0');
  const order = { kind: 'count', file, times: TIMES, locked } as const;
  const all = [otherProcess(), otherProcess()];
  // Both are there before either begins.
  await Promise.all(all.map((child) => tell(child, { kind: 'release' })));
  const answers = await Promise.all(all.map((child) => tell(child, order)));
  expect(answers).toEqual(['counted', 'counted']);
  return Number(readFileSync(file, 'utf8'));
}

test('two processes that take turns lose no step', async () => {
  expect(await countTogether(true)).toBe(2 * TIMES);
});

test('without the lock they lose some, so that the test above means something', async () => {
  expect(await countTogether(false)).toBeLessThan(2 * TIMES);
});

test.each([
  ['a few bytes', 'junk'],
  ['a page of something else', 'x'.repeat(4_096)],
])('a file with %s in it is emptied, by two processes at once as well', async (_, content) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  expect(await countTogether(true)).toBe(2 * TIMES);
  expect(statSync(path).size).toBe(0);
});

test('folder and file are the user’s alone, and no other file is made', async () => {
  const held = await openSqliteProcessLock(path).tryAcquire();
  const modeOf = (name: string) => statSync(name).mode & 0o777;
  expect(modeOf(dirname(path))).toBe(0o700);
  expect(modeOf(path)).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(['client.lock']);
  held?.release();
  expect(readdirSync(dirname(path))).toEqual(['client.lock']);
  expect(statSync(path).size).toBe(0);
});

test('nothing is touched before the lock is first taken', () => {
  openSqliteProcessLock(path).close();
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that was deleted meanwhile is made again', async () => {
  const lock = openSqliteProcessLock(path);
  (await lock.tryAcquire())?.release();
  rmSync(dirname(path), { recursive: true });
  const held = await lock.tryAcquire();
  expect(held).not.toBeNull();
  expect(await tell(otherProcess(), { kind: 'take' })).toBe('taken');
  held?.release();
});

test('where the folder cannot be written to, it throws', async ({ skip }) => {
  if (process.platform === 'win32') {
    skip('Windows has no read-only folders of this kind.');
  }
  chmodSync(folder, 0o555);
  // Root may write anywhere, so the child runs as nobody.
  const child = otherProcess(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
  expect(await tell(child, { kind: 'take' })).toMatch(/^failed: Error: EACCES/);
  chmodSync(folder, 0o755);
});

test('where a folder stands in the file’s place, it throws', async () => {
  mkdirSync(path, { recursive: true });
  await expect(openSqliteProcessLock(path).tryAcquire()).rejects.toThrow(/open/);
});

test.skipIf(process.platform !== 'linux')('no file stays open', async () => {
  const openHere = () =>
    readdirSync('/proc/self/fd').filter((fd) => nameOf(fd).startsWith(folder)).length;
  const lock = openSqliteProcessLock(path);
  const held = await lock.tryAcquire();
  expect(openHere()).toBe(1);
  await openSqliteProcessLock(path).tryAcquire();
  held?.release();
  expect(openHere()).toBe(0);
  await lock.tryAcquire();
  lock.close();
  expect(openHere()).toBe(0);
});

function nameOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    // The one that listed the folder is gone by now.
    return '';
  }
}
