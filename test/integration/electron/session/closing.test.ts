import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Identity } from '../../../../electron/session/identity.ts';
import { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import { HttpTokenEndpoint } from '../../../../electron/session/token-endpoint.ts';
import { openSqliteProcessLock } from '../../../../electron/storage/sqlite-process-lock.ts';
import { systemClock } from '../../../../shared/clock.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../shared/session-settings.ts';
import type { SessionState } from '../../../../shared/session-state.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../doubles/single-cache-shelf.ts';
import { deferred } from '../../../unit/electron/session/harness/deferred.ts';
import {
  CLIENT_ID,
  HOUR_MS,
  markerFor,
  tokens,
} from '../../../unit/electron/session/harness/keeper-bench.ts';
import { MemoryMarker } from '../../../unit/electron/session/harness/memory-marker.ts';
import { RecordingLogger } from '../../../unit/electron/session/harness/recording-logger.ts';
import { WatchedCache } from '../../../unit/electron/session/harness/watched-cache.ts';
import { visit } from './harness/http-visit.ts';
import { callbackOf } from './harness/sample-browser.ts';
import { answerJson, answerText, startTokenServer } from './harness/token-server.ts';

const GRANT = { access_token: 'access-1', token_type: 'Bearer', expires_in: 3600 };

let folder: string;
let server: Awaited<ReturnType<typeof startTokenServer>>;
let before: Handles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-closing-'));
  server = await startTokenServer(answerJson(GRANT));
  before = await handles();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A keeper on the machine's own clock, whose token is over unless `isFresh`. */
function keeperOf(options: {
  readonly isFresh?: boolean;
  readonly identity?: Identity;
  readonly openBrowser?: (url: URL) => Promise<boolean>;
  readonly cache?: WatchedCache;
}) {
  const now = new ManualClock(Date.now());
  const stored = tokens(now, options.isFresh ? 0 : 2 * HOUR_MS);
  const { accountsUrl } = server;
  return new SessionKeeper({
    clock: systemClock,
    random: () => 0.999,
    clientId: CLIENT_ID,
    accountsUrl,
    caches: singleCacheShelf({
      clock: systemClock,
      cache: options.cache ?? new WatchedCache(stored),
    }),
    marker: new MemoryMarker(markerFor(stored.authorizedAtMs ?? 0)),
    endpoint: new HttpTokenEndpoint({
      accountsUrl,
      clock: systemClock,
      timeoutSeconds: () => 15,
    }),
    lock: openSqliteProcessLock(lockPath()),
    refreshLog: memoryRefreshLog(),
    identify: async () => options.identity ?? { kind: 'unknown' },
    settings: () => ({ ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0] }),
    openBrowser: options.openBrowser ?? (async () => true),
    logger: new RecordingLogger(),
  });
}

function lockPath(): string {
  return join(folder, 'session.lock');
}

interface Handles {
  readonly resources: readonly string[];
  readonly files: number;
}

/**
 * Sockets, servers and open files. Timers are counted where the test has the clock in its hand: the
 * machine's own do not hold a process, so that Node does not tell of them.
 */
async function handles(): Promise<Handles> {
  // Sockets that were destroyed a moment ago are counted until the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  return {
    resources: process
      .getActiveResourcesInfo()
      .filter((name) => /TCP|Pipe|Server|Socket/.test(name))
      .sort(),
    files: readdirSync('/proc/self/fd').length,
  };
}

async function expectNothingLeft(): Promise<void> {
  // The server of the test sees a connection end a little later than the one who ended it.
  await expect.poll(() => server.openConnections()).toBe(0);
  expect(await handles()).toEqual(before);
  const other = openSqliteProcessLock(lockPath());
  const held = await other.tryAcquire();
  expect(held).not.toBeNull();
  held?.release();
  other.close();
}

/** A browser whose user agrees, without a page. */
async function approve(url: URL): Promise<boolean> {
  const callback = callbackOf(url);
  callback.searchParams.set('code', 'the-code');
  callback.searchParams.set('state', url.searchParams.get('state') ?? '');
  await visit(callback);
  return true;
}

async function reached(keeper: SessionKeeper, kind: SessionState['kind']): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (keeper.state.kind === kind) {
        unsubscribe();
        resolve();
      }
    };
    const unsubscribe = keeper.stateChanged.subscribe(look);
    look();
  });
}

test('at rest it leaves nothing', async () => {
  const keeper = keeperOf({ isFresh: true });
  await keeper.start();
  await keeper.close();
  await expectNothingLeft();
});

test('after a refresh it leaves nothing', async () => {
  const keeper = keeperOf({});
  await keeper.start();
  expect((await keeper.getAccessToken()).kind).toBe('token');
  await keeper.close();
  await expectNothingLeft();
});

test('while the browser is waited for it frees the port', async () => {
  const opened = deferred();
  const keeper = keeperOf({
    isFresh: true,
    openBrowser: async () => {
      opened.resolve();
      return true;
    },
  });
  await keeper.start();
  const signIn = keeper.signIn({ way: 'browser', secret: null });
  await opened.promise;
  await keeper.close();
  expect(await signIn).toMatchObject({ kind: 'failed', failure: { kind: 'cancelled' } });
  await expectNothingLeft();
});

test('while an address is to be pasted it leaves nothing', async () => {
  const keeper = keeperOf({ isFresh: true });
  await keeper.start();
  const signIn = keeper.signIn({ way: 'pasted', secret: null });
  await reached(keeper, 'authorizing');
  await keeper.close();
  expect(await signIn).toMatchObject({ kind: 'failed', failure: { kind: 'cancelled' } });
  await expectNothingLeft();
});

test('while the user is asked whose account is meant it leaves everything as it was', async () => {
  const other = { key: 'other', displayName: 'Other' };
  const keeper = keeperOf({ isFresh: true, identity: { kind: 'account', account: other } });
  await keeper.start();
  const signIn = keeper.signIn({
    way: 'import',
    tokens: tokens(new ManualClock(Date.now())),
  });
  await reached(keeper, 'confirming-account');
  await keeper.close();
  expect(await signIn).toMatchObject({ kind: 'failed', failure: { kind: 'cancelled' } });
  await expectNothingLeft();
});

test('in the pause between two tries it leaves nothing', async () => {
  const failed = deferred();
  server.respond((response, request) => {
    answerText('', 503)(response, request);
    failed.resolve();
  });
  const keeper = keeperOf({});
  await keeper.start();
  await failed.promise;
  await keeper.close();
  await expectNothingLeft();
});

test('while another process has the lock it leaves nothing', async () => {
  const other = openSqliteProcessLock(lockPath());
  const held = await other.tryAcquire();
  const keeper = keeperOf({});
  await keeper.start();
  await reached(keeper, 'refreshing');
  await keeper.close();
  expect(server.seen).toHaveLength(0);
  held?.release();
  other.close();
  await expectNothingLeft();
});

test('while a keychain does not answer it leaves nothing of its own', async () => {
  const silent = new WatchedCache(null);
  silent.gate = new Promise(() => undefined);
  const keeper = keeperOf({ cache: silent });
  const started = keeper.start();
  await keeper.close();
  await started;
  await expectNothingLeft();
});

test('a sign-in that was completed leaves no listener', async () => {
  server.respond(answerJson({ ...GRANT, refresh_token: 'refresh-1' }));
  const keeper = keeperOf({
    isFresh: true,
    openBrowser: approve,
    identity: { kind: 'account', account: { key: 'someone', displayName: 'Someone' } },
  });
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
  await keeper.close();
  await expectNothingLeft();
});
