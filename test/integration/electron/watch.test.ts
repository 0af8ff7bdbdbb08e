import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../electron/session/token-cache.ts';
import { integer, text } from '../../../electron/storage/row.ts';
import type { Database } from '../../../electron/storage/sqlite.ts';
import type { Watch } from '../../../electron/watch.ts';
import { deferred } from '../../unit/electron/session/harness/deferred.ts';
import {
  accountKnown,
  BY_BROWSER,
  checked,
  JUNIPER,
  until,
  WatchBench,
} from './harness/watch-bench.ts';
import {
  storedLibrary,
  trueLibrary,
  withoutNamesOfGaps,
} from './library/harness/stored-library.ts';

let bench: WatchBench;

beforeEach(async () => {
  bench = await WatchBench.start();
});
afterEach(() => bench.close());

const accountsIn = (database: Database) =>
  database.all('SELECT key FROM accounts ORDER BY key', (row) => text(row, 'key'));
const countOf = (table: string) => (database: Database) =>
  database.get(`SELECT count(*) AS rows FROM ${table}`, (row) => integer(row, 'rows')) ?? 0;

function contentOf(accountKey: string) {
  const truth = trueLibrary(bench.service.library.snapshot());
  const stored = bench.read((database) => storedLibrary(database, accountKey));
  return { stored: withoutNamesOfGaps(stored, truth), truth };
}

/** Holds the nth request from now on for this path until told; `met` resolves when it has come. */
function hold(path: string | RegExp, nth = 1) {
  const met = deferred();
  const released = deferred();
  bench.service.faults.add({
    match: { path, nth },
    action: {
      kind: 'call',
      run: async () => {
        met.resolve();
        await released.promise;
      },
    },
  });
  return { met: met.promise, release: released.resolve };
}

/** Resolves when the user is asked whose library to go on with. */
async function asked(watch: Watch): Promise<void> {
  await until(watch, () => watch.session.state.kind === 'confirming-account');
}

/** Tokens of another client id that Spotify will not know. */
function strangeTokens(): CachedTokens {
  const nowMs = bench.clock.nowMs();
  return {
    way: 'authorization-code',
    clientSecret: null,
    missingScopes: [],
    accessToken: new Secret('an-access-token-of-the-old-client'),
    accessTokenExpiresAtMs: nowMs + 3_600_000,
    receivedAtMs: nowMs,
    refreshToken: new Secret('a-refresh-token-of-the-old-client'),
    scopes: [],
    authorizedAtMs: nowMs,
    setAside: null,
  };
}

/** What the settings hold after a sign-in with another client id. */
function keepOldSession(): string {
  const oldClientId = 'f'.repeat(32);
  const tokens = strangeTokens();
  bench.cache(oldClientId).tokens = tokens;
  bench.settings.update({
    clientId: oldClientId,
    session: {
      clientId: oldClientId,
      accountKey: 'of-the-old-client',
      displayName: 'Old',
      authorizedAtMs: tokens.authorizedAtMs,
      ended: null,
    },
  });
  return oldClientId;
}

describe('a watch', () => {
  test('finds out after the first sign-in who it was, asking once, and reads the library', async () => {
    const watch = await bench.watchSignedIn();

    expect(watch.snapshot()).toMatchObject({
      state: { kind: 'active' },
      account: { key: JUNIPER, displayName: 'Juniper Vale' },
    });
    expect(bench.requests('/v1/me')).toBe(1);
    expect(bench.settings.read().session).toMatchObject({ accountKey: JUNIPER });
    await bench.closeWatch(watch);
    const { stored, truth } = contentOf(JUNIPER);
    expect(stored).toEqual(truth);
  });

  test('goes on after a restart without a sign-in and asks once whose library it is', async () => {
    await bench.closeWatch(await bench.watchSignedIn());
    const [authorized, asked] = [bench.requests('/authorize'), bench.requests('/v1/me')];

    const watch = bench.watch();
    await watch.start();
    expect(watch.session.account?.key).toBe(JUNIPER);
    await checked(watch);

    expect(bench.requests('/authorize')).toBe(authorized);
    expect(bench.requests('/v1/me')).toBe(asked + 1);
  });

  test('shows the library after a restart while the keychain still asks its user', async () => {
    await bench.closeWatch(await bench.watchSignedIn());
    const prompt = deferred();
    bench.cache(bench.service.clientId).gate = prompt.promise;

    const watch = bench.watch();
    const shown = new Promise((resolve) =>
      watch.library.statusChanged.subscribe(({ totals }) => resolve(totals.savedTracks)),
    );
    const started = watch.start();

    expect(await shown).toBe(130);
    prompt.resolve();
    await started;
    expect(watch.session.state.kind).toBe('active');
  });

  test('signs in without the browser when the keychain brings the session meanwhile', async () => {
    await bench.closeWatch(await bench.watchSignedIn());
    const authorized = bench.requests('/authorize');
    const prompt = deferred();
    bench.cache(bench.service.clientId).gate = prompt.promise;
    const watch = bench.watch();
    const started = watch.start();

    const signIn = watch.signIn(bench.service.clientId, BY_BROWSER);
    prompt.resolve();

    expect(await signIn).toEqual({ kind: 'signed-in' });
    await started;
    expect(watch.session.account?.key).toBe(JUNIPER);
    expect(bench.requests('/authorize')).toBe(authorized);
  });

  test('lives until it is closed on tokens that the keychain did not take', async () => {
    bench.cache(bench.service.clientId).locked = true;
    const watch = await bench.watchSignedIn();
    expect(watch.session.state.kind).toBe('keychain-locked');
    expect(bench.settings.read().session).toBeNull();
  });

  test('takes one sign-in at a time', async () => {
    const opened = deferred();
    bench.openBrowser = async () => {
      opened.resolve();
      return true;
    };
    const watch = bench.watch();
    expect(watch.startSignIn(bench.service.clientId, BY_BROWSER)).toBe('started');
    // Also before the browser opens, when the state does not show it yet.
    expect(watch.startSignIn('0'.repeat(32), BY_BROWSER)).toBe('already-running');
    await opened.promise;
    expect(watch.startSignIn('0'.repeat(32), BY_BROWSER)).toBe('already-running');
    expect(bench.settings.read().clientId).toBe(bench.service.clientId);
    await watch.session.cancelSignIn();
    expect(watch.session.state).toEqual({
      kind: 'signed-out',
      lastFailure: { kind: 'cancelled' },
    });
  });

  test('says why nobody can tell whose library it is', async () => {
    bench.service.faults.add({
      match: { path: '/v1/me' },
      action: { kind: 'answer', status: 404, body: 'Not here' },
    });
    const watch = bench.watch();
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await until(watch, () => watch.accountTrouble !== null);
    expect(watch.accountTrouble).toEqual({ kind: 'not-found' });
  });
});

describe('a sign-in as somebody else', () => {
  test('ends the pass under way before its next page could be read with the new tokens', async () => {
    const watch = bench.watch();
    const page = hold('/v1/me/tracks', 2);
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await accountKnown(watch);
    await page.met;
    const tracksRead = bench.requests('/v1/me/tracks');
    bench.answerAs('bob');

    const signIn = watch.signIn(bench.service.clientId, BY_BROWSER);
    await asked(watch);
    const profile = hold('/v1/me');
    watch.session.confirmAccount(true);
    expect(await signIn).toEqual({ kind: 'signed-in' });
    await profile.met;
    expect(watch.session.account).toBeNull();
    page.release();
    expect((await watch.library.checkNow()).kind).toBe('not-now');
    // The page that was held is all that came; it was asked for with the first user's token.
    expect(bench.requests('/v1/me/tracks')).toBeLessThanOrEqual(tracksRead + 1);
    profile.release();
    await accountKnown(watch);
    await checked(watch);

    expect(watch.session.account?.key).toBe('bob');
    await bench.closeWatch(watch);
    expect(bench.read(accountsIn)).toEqual([JUNIPER, 'bob']);
    expect(bench.read((database) => storedLibrary(database, JUNIPER)).savedTracks ?? []).toEqual(
      [],
    );
    const { stored, truth } = contentOf('bob');
    expect(stored.savedTracks).toEqual(truth.savedTracks);
  });

  test('is not told by an answer that was asked for with the old tokens', async () => {
    const watch = bench.watch();
    const first = hold('/v1/me');
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await first.met;
    bench.answerAs('bob');

    await watch.signIn(bench.service.clientId, BY_BROWSER);
    first.release();
    await accountKnown(watch);

    expect(watch.session.account?.key).toBe('bob');
    await bench.closeWatch(watch);
    expect(bench.read(accountsIn)).toEqual(['bob']);
  });
});

describe('disconnecting', () => {
  test('in the middle of a pass ends it and deletes everything of the account', async () => {
    const watch = bench.watch();
    const page = hold('/v1/me/tracks', 2);
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await accountKnown(watch);
    await page.met;

    const disconnected = watch.disconnect();
    page.release();

    expect(await disconnected).toBe('done');
    expect(watch.snapshot()).toMatchObject({ state: { kind: 'signed-out' }, account: null });
    expect((await watch.library.status()).monitor).toEqual({ kind: 'idle' });
    await bench.closeWatch(watch);
    expect(bench.cache(bench.service.clientId).tokens).toBeNull();
    expect(bench.settings.read().session).toBeNull();
    for (const table of ['accounts', 'lists', 'items', 'entries', 'staged_entries', 'passes']) {
      expect([table, bench.read(countOf(table))]).toEqual([table, 0]);
    }
  });

  test('deletes what is there though Spotify has not said whose it is', async () => {
    await bench.closeWatch(await bench.watchSignedIn());
    const watch = bench.watch();
    await watch.start();
    bench.service.faults.add({
      match: { path: '/v1/me', times: 1 },
      action: { kind: 'answer', status: 404, headers: {}, body: '' },
    });
    const signIn = watch.signIn(bench.service.clientId, BY_BROWSER);
    await asked(watch);
    const profile = hold('/v1/me', 1);
    watch.session.confirmAccount(true);
    await signIn;
    await profile.met;
    expect(watch.session.account).toBeNull();

    expect(await watch.disconnect()).toBe('done');

    profile.release();
    await bench.closeWatch(watch);
    expect(bench.read(accountsIn)).toEqual([]);
  });

  test('leaves everything as it is where the keychain cannot delete', async () => {
    const watch = await bench.watchSignedIn();
    bench.cache(bench.service.clientId).locked = true;

    expect(await watch.disconnect()).toBe('keychain-failed');

    expect(watch.session.account?.key).toBe(JUNIPER);
    await checked(watch);
    await bench.closeWatch(watch);
    expect(bench.read(accountsIn)).toEqual([JUNIPER]);
  });

  test('twice at once is done once, and a profile that comes late brings nothing back', async () => {
    const watch = bench.watch();
    const profile = hold('/v1/me');
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await profile.met;

    const both = Promise.all([watch.disconnect(), watch.disconnect()]);
    profile.release();

    expect(await both).toEqual(['done', 'done']);
    expect(
      bench.cache(bench.service.clientId).events.filter((event) => event === 'deleted'),
    ).toEqual(['deleted']);
    expect(watch.session.account).toBeNull();
    expect((await watch.library.status()).monitor).toEqual({ kind: 'idle' });
  });
});

describe('another client id', () => {
  test('that Spotify does not know costs nothing: the session in use goes on', async () => {
    const watch = await bench.watchSignedIn();
    bench.openBrowser = async (url) => {
      // The browser shows INVALID_CLIENT and never comes back; the user gives up.
      expect(url.searchParams.get('client_id')).toBe('0'.repeat(32));
      void watch.session.cancelSignIn();
      return true;
    };

    const result = await watch.signIn('0'.repeat(32), BY_BROWSER);

    expect(result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(watch.snapshot()).toMatchObject({
      state: { kind: 'active' },
      account: { key: JUNIPER },
    });
    await checked(watch);
    expect(bench.settings.read().session?.clientId).toBe(bench.service.clientId);
    expect(bench.cache(bench.service.clientId).tokens).not.toBeNull();
  });

  test('that fails while a sign-in is needed says why', async () => {
    const oldClientId = keepOldSession();
    bench.openBrowser = async () => {
      void watch.session.cancelSignIn();
      return true;
    };
    const watch = bench.watch();
    await watch.start();
    await until(watch, () => watch.session.state.kind === 'sign-in-needed');

    await watch.signIn('0'.repeat(32), BY_BROWSER);

    expect(watch.session.state).toMatchObject({
      kind: 'sign-in-needed',
      lastFailure: { kind: 'cancelled' },
    });
    expect(watch.session.clientId).toBe(oldClientId);
  });

  test('that works takes over: the old one’s tokens, its marker and its wait are gone', async () => {
    const oldClientId = keepOldSession();
    bench.service.faults.add({
      match: { path: /^\/v1\// },
      action: { kind: 'quota', retryAfterSeconds: 48_925 },
    });
    const watch = bench.watch();
    await watch.start();
    await until(watch, () => watch.snapshot().service.kind === 'quota-exhausted');

    const signIn = watch.signIn(bench.service.clientId, BY_BROWSER);
    // While the quota lasts Spotify cannot say whose sign-in it is.
    await asked(watch);
    watch.session.confirmAccount(true);
    await signIn;
    await accountKnown(watch);

    expect(watch.snapshot()).toMatchObject({ state: { kind: 'active' }, service: { kind: 'ok' } });
    expect(bench.settings.read().session).toMatchObject({
      clientId: bench.service.clientId,
      accountKey: JUNIPER,
    });
    await checked(watch);
    await bench.closeWatch(watch);
    expect(bench.cache(oldClientId).tokens).toBeNull();
    // The quota was told to the other client id, and holds for that one only.
    expect(bench.read(countOf('cool_downs'))).toBe(1);
  });
});

describe('closing', () => {
  test('during a sign-in frees the port and leaves nothing behind', async () => {
    const opened = deferred();
    let address: URL | null = null;
    bench.openBrowser = async (url) => {
      address = new URL(url.searchParams.get('redirect_uri') ?? '');
      opened.resolve();
      return true;
    };
    const watch = bench.watch();
    watch.startSignIn(bench.service.clientId, BY_BROWSER);
    await opened.promise;

    await bench.closeWatch(watch);

    await expect(fetch(String(address))).rejects.toThrow();
    expect(watch.startSignIn(bench.service.clientId, BY_BROWSER)).toBe('started');
    expect(await watch.session.signIn(bench.service.clientId, BY_BROWSER)).toEqual({
      kind: 'already-running',
    });
  });

  test('waits for a refresh under way: its answer holds the only refresh token that works', async () => {
    bench.service.behaviour.rotation = true;
    const watch = await bench.watchSignedIn();
    const before = bench.cache(bench.service.clientId).tokens?.refreshToken?.reveal();
    const token = hold('/api/token');
    bench.service.revokeAccessTokens();
    void watch.library.checkNow();
    await token.met;

    const closed = bench.closeWatch(watch);
    token.release();
    await closed;

    const after = bench.cache(bench.service.clientId).tokens?.refreshToken?.reveal();
    expect(after).not.toBe(before);
    const again = bench.watch();
    await again.start();
    await checked(again);
  });

  test('in the middle of a first pass leaves a database that the next start goes on from', async () => {
    const watch = bench.watch();
    const page = hold('/v1/me/tracks', 2);
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await accountKnown(watch);
    await page.met;
    const closed = bench.closeWatch(watch);
    page.release();
    await closed;

    const again = bench.watch();
    await again.start();
    await checked(again);
    await bench.closeWatch(again);

    const { stored, truth } = contentOf(JUNIPER);
    expect(stored).toEqual(truth);
    // The page that was under way is asked for once more, and no other; the last looks at the head.
    const offsets = bench.service.requests
      .filter(({ path }) => path === '/v1/me/tracks')
      .map(({ query }) => new URLSearchParams(query).get('offset'));
    expect(offsets).toEqual(['0', '49', '49', '98', '0']);
  });
});
