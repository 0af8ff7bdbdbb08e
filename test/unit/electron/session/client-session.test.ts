import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import {
  accessToken,
  BROWSER,
  clientSessionBench,
  IDLE,
  NEW,
  OLD,
} from './harness/client-session-bench.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS } from './harness/keeper-bench.ts';
import { callbackAddress, stateOf } from './harness/paste-code.ts';
import { WatchedCache } from './harness/watched-cache.ts';

const SECRET = new Secret('client-secret');

describe('the session of whichever client id is in use', () => {
  test('is signed out before there is one', async () => {
    const { session } = clientSessionBench();
    expect(session.state).toEqual({ kind: 'signed-out', lastFailure: null });
    expect(await session.openBrowserAgain()).toBe('not-running');
    expect(await session.disconnect()).toEqual({ kind: 'done' });
    expect(await accessToken(session)).toBe('signed-out');
  });

  test('gives tokens of the old client id until another has signed in, and then of that', async () => {
    const { session, caches, marker } = clientSessionBench();
    await session.start(OLD);
    expect(await accessToken(session)).toBe('access-1');

    expect(await session.signIn(NEW, BROWSER)).toEqual({ kind: 'signed-in' });

    expect(await accessToken(session)).toBe('access-of-new');
    expect(session.clientId).toBe(NEW);
    expect(marker.marker?.clientId).toBe(NEW);
    await session.close();
    expect(caches[OLD]?.tokens).toBeNull();
    expect(caches[NEW]?.tokens).not.toBeNull();
  });

  test('keeps the new marker though a refresh of the old client id ends after the change', async () => {
    const { session, endpoint, marker, caches } = clientSessionBench();
    const asked = deferred();
    let answer: (outcome: TokenOutcome) => void = () => undefined;
    endpoint.answer(() => {
      asked.resolve();
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    await session.start(OLD);
    await asked.promise;

    await session.signIn(NEW, BROWSER);
    answer(endpoint.grant('refresh-that-comes-late'));
    await session.close();

    expect(marker.marker?.clientId).toBe(NEW);
    expect(caches[OLD]?.tokens).toBeNull();
  });

  test('goes on with the old client id when the sign-in with another fails', async () => {
    const { session, states, marker } = clientSessionBench();
    await session.start(OLD);
    await accessToken(session);
    states.length = 0;

    const result = await session.signIn('c'.repeat(32), BROWSER);

    expect(result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
    expect(await accessToken(session)).toBe('access-1');
    expect(marker.marker?.clientId).toBe(OLD);
    expect(session.clientId).toBe(OLD);
    expect(session.account?.key).toBe('someone');
    // Whoever shows the state sees the wait begin and end.
    expect(states).toContain('authorizing');
    expect(states.at(-1)).toBe('active');
    await session.close();
  });

  test('says why another client id failed only where there is no session to go on with', async () => {
    const { session, endpoint } = clientSessionBench();
    endpoint.answer({ kind: 'invalid-grant' });
    await session.start(OLD);
    await accessToken(session);
    expect(session.state).toMatchObject({ kind: 'sign-in-needed', lastFailure: null });

    await session.signIn('c'.repeat(32), BROWSER);

    expect(session.state).toMatchObject({
      kind: 'sign-in-needed',
      lastFailure: { kind: 'cancelled' },
    });
    await session.close();
  });

  test('tells why a sign-in came to nothing though the session goes on, until the next one', async () => {
    const { session, identity } = clientSessionBench();
    await session.start(OLD);
    await accessToken(session);
    expect(session.connection).toMatchObject({ life: { way: 'authorization-code' } });
    let told = 0;
    session.connectionChanged.subscribe(() => {
      told += 1;
    });

    await session.signIn(OLD, BROWSER);
    expect(session.state.kind).toBe('active');
    expect(session.connection.lastSignInFailure).toEqual({ kind: 'cancelled' });
    expect(told).toBeGreaterThan(0);

    identity.of = { kind: 'account', account: { key: 'someone', displayName: 'Someone' } };
    await session.signIn(OLD, { way: 'access-token', token: new Secret('pasted') });
    expect(session.connection.lastSignInFailure).toBeNull();
    await session.close();
  });

  test('takes one sign-in at a time, whichever client id', async () => {
    const { session } = clientSessionBench();
    const first = session.signIn('c'.repeat(32), BROWSER);
    expect(session.isSigningIn).toBe(true);
    expect(await session.signIn(NEW, BROWSER)).toEqual({ kind: 'already-running' });
    await first;
    expect(session.isSigningIn).toBe(false);
  });

  test('going back to a client id waits until its old tokens are gone', async () => {
    const { session, caches, endpoint } = clientSessionBench();
    await session.start(OLD);
    await accessToken(session);
    const slow = deferred();
    const old = caches[OLD] ?? new WatchedCache();
    old.gate = slow.promise;
    await session.signIn(NEW, BROWSER);

    const back = session.signIn(OLD, BROWSER);
    slow.resolve();

    // The cache is empty by then, so the browser opens; the user gives up.
    expect(await back).toMatchObject({ kind: 'failed' });
    expect(old.events.at(-1)).toBe('deleted');
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
    await session.close();
  });

  test('takes over the library of its account only if the user says so', async () => {
    const { session, marker, identity, endpoint } = clientSessionBench();
    await session.start(OLD);
    await accessToken(session);
    const other = { key: 'other', displayName: 'Other' };
    identity.of = { kind: 'account', account: other };
    const order = { way: 'access-token', token: new Secret('pasted') } as const;
    for (const accept of [false, true]) {
      const result = session.signIn('c'.repeat(32), order);
      expect(await stateOf(session, 'confirming-account')).toMatchObject({
        expected: { key: 'someone' },
        found: other,
      });
      expect(await accessToken(session)).toBe('access-1');
      expect(session.confirmAccount(accept)).toBe('done');
      expect(await result).toMatchObject({ kind: accept ? 'signed-in' : 'failed' });
    }
    expect(await accessToken(session)).toBe('pasted');
    expect(marker.marker).toMatchObject({ clientId: 'c'.repeat(32), accountKey: null });
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
    await session.close();
  });

  test('takes a pasted address for the client id that is signing in', async () => {
    const { session, endpoint, identity } = clientSessionBench();
    identity.of = { kind: 'unknown' };
    await session.start(OLD);
    await accessToken(session);
    expect(session.giveCallbackAddress('x')).toBe('not-running');
    endpoint.answer(() => endpoint.grant('refresh-1'));
    const result = session.signIn('c'.repeat(32), { way: 'pasted', secret: SECRET });
    const { pageUrl } = await stateOf(session, 'authorizing');
    expect(session.giveCallbackAddress('x')).toBe('other-address');
    const address = callbackAddress(pageUrl, { code: 'c' });
    expect(session.giveCallbackAddress(address)).toBe('accepted');
    // Whose account it is cannot be said, so it is asked.
    await stateOf(session, 'confirming-account');
    session.confirmAccount(true);
    expect(await result).toEqual({ kind: 'signed-in' });
    expect(session.secretFor('c'.repeat(32))).toBe(SECRET);
    expect(session.secretFor(OLD)).toBeNull();
    await session.close();
  });

  test('tells how it is kept, and before the first how the next will be', async () => {
    const { session, chosen } = clientSessionBench();
    expect(session.connection).toEqual({ ...IDLE, lastSignInFailure: null });
    let changes = 0;
    session.connectionChanged.subscribe(() => {
      changes += 1;
    });
    expect(await session.moveTokens('memory')).toBe('done');
    expect(chosen).toEqual(['memory']);
    expect(changes).toBe(1);

    await session.start(OLD);
    expect(session.connection.cache.kind).toBe('keychain');
    await accessToken(session);
    expect(session.connection.refreshes).toMatchObject([{ outcome: 'refreshed' }]);
    expect(await session.moveTokens('memory')).toBe('done');
    expect(session.connection.cache.kind).toBe('memory');
    expect(chosen).toEqual(['memory']);
    await session.close();
  });

  test('moves nothing while a sign-in decides where tokens go', async () => {
    const { session } = clientSessionBench();
    const result = session.signIn('c'.repeat(32), { way: 'pasted', secret: null });
    expect(await session.moveTokens('memory')).toBe('busy');
    await stateOf(session, 'authorizing');
    await session.cancelSignIn();
    await result;
  });

  test('tells nobody anything after it was closed', async () => {
    const { session, states, clock } = clientSessionBench();
    await session.start(OLD);
    await session.close();
    states.length = 0;
    await clock.advance(2 * HOUR_MS);
    expect(states).toEqual([]);
    expect(clock.pendingCount).toBe(0);
    expect(await session.signIn(NEW, BROWSER)).toEqual({ kind: 'already-running' });
  });
});
