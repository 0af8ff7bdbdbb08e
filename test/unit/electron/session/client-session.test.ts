import { describe, expect, test } from 'vitest';
import { ClientSession } from '../../../../electron/session/client-session.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from './harness/deferred.ts';
import { HOUR_MS, tokens } from './harness/keeper-bench.ts';
import { MemoryMarker } from './harness/memory-marker.ts';
import { RecordingLogger } from './harness/recording-logger.ts';
import { ScriptedEndpoint } from './harness/scripted-endpoint.ts';
import { WatchedCache } from './harness/watched-cache.ts';

const OLD = 'a'.repeat(32);
const NEW = 'b'.repeat(32);

/** A session in use with the old client id; `NEW` finds its tokens without a browser. */
async function bench() {
  const clock = new ManualClock();
  const endpoint = new ScriptedEndpoint(clock);
  const marker = new MemoryMarker({
    clientId: OLD,
    accountKey: 'someone',
    displayName: 'Someone',
    authorizedAtMs: clock.nowMs(),
  });
  const caches = {
    [OLD]: new WatchedCache(tokens(clock, HOUR_MS)),
    [NEW]: new WatchedCache(tokens(clock, 0, { accessToken: new Secret('access-of-new') })),
  };
  const cacheFor = (clientId: string) => caches[clientId] ?? new WatchedCache();
  const states: string[] = [];
  const session = new ClientSession({
    marker,
    createKeeper: (clientId, own) =>
      new SessionKeeper({
        clock,
        random: () => 0.5,
        clientId,
        accountsUrl: 'http://127.0.0.1:9',
        cache: cacheFor(clientId),
        marker: own,
        endpoint,
        redirectPorts: [0],
        openBrowser: async () => {
          void session.cancelSignIn();
          return true;
        },
        logger: new RecordingLogger(),
      }),
    forgetTokens: (clientId) => cacheFor(clientId).delete(),
  });
  session.stateChanged.subscribe((state) => states.push(state.kind));
  return { clock, endpoint, marker, caches, session, states };
}

async function accessToken(session: ClientSession): Promise<string> {
  const access = await session.getAccessToken();
  return access.kind === 'token' ? access.token.reveal() : access.state.kind;
}

describe('the session of whichever client id is in use', () => {
  test('is signed out before there is one', async () => {
    const { session } = await bench();
    expect(session.state).toEqual({ kind: 'signed-out', lastFailure: null });
    expect(await session.openBrowserAgain()).toBe('not-running');
    expect(await session.disconnect()).toEqual({ kind: 'done' });
    expect(await accessToken(session)).toBe('signed-out');
  });

  test('gives tokens of the old client id until another has signed in, and then of that', async () => {
    const { session, caches, marker } = await bench();
    await session.start(OLD);
    expect(await accessToken(session)).toBe('access-1');

    expect(await session.signIn(NEW)).toEqual({ kind: 'signed-in' });

    expect(await accessToken(session)).toBe('access-of-new');
    expect(session.clientId).toBe(NEW);
    expect(marker.marker?.clientId).toBe(NEW);
    await session.close();
    expect(caches[OLD]?.tokens).toBeNull();
    expect(caches[NEW]?.tokens).not.toBeNull();
  });

  test('keeps the new marker though a refresh of the old client id ends after the change', async () => {
    const { session, endpoint, marker, caches } = await bench();
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

    await session.signIn(NEW);
    answer(endpoint.grant('refresh-that-comes-late'));
    await session.close();

    expect(marker.marker?.clientId).toBe(NEW);
    expect(caches[OLD]?.tokens).toBeNull();
  });

  test('goes on with the old client id when the sign-in with another fails', async () => {
    const { session, states, marker } = await bench();
    await session.start(OLD);
    await accessToken(session);
    states.length = 0;

    const result = await session.signIn('c'.repeat(32));

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
    const { session, endpoint } = await bench();
    endpoint.answer({ kind: 'invalid-grant' });
    await session.start(OLD);
    await accessToken(session);
    expect(session.state).toMatchObject({ kind: 'sign-in-needed', lastFailure: null });

    await session.signIn('c'.repeat(32));

    expect(session.state).toMatchObject({
      kind: 'sign-in-needed',
      lastFailure: { kind: 'cancelled' },
    });
    await session.close();
  });

  test('takes one sign-in at a time, whichever client id', async () => {
    const { session } = await bench();
    const first = session.signIn('c'.repeat(32));
    expect(session.isSigningIn).toBe(true);
    expect(await session.signIn(NEW)).toEqual({ kind: 'already-running' });
    await first;
    expect(session.isSigningIn).toBe(false);
  });

  test('going back to a client id waits until its old tokens are gone', async () => {
    const { session, caches, endpoint } = await bench();
    await session.start(OLD);
    await accessToken(session);
    const slow = deferred();
    const old = caches[OLD] ?? new WatchedCache();
    old.gate = slow.promise;
    await session.signIn(NEW);

    const back = session.signIn(OLD);
    slow.resolve();

    // The cache is empty by then, so the browser opens; the user gives up.
    expect(await back).toMatchObject({ kind: 'failed' });
    expect(old.events.at(-1)).toBe('deleted');
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
    await session.close();
  });

  test('tells nobody anything after it was closed', async () => {
    const { session, states, clock } = await bench();
    await session.start(OLD);
    await session.close();
    states.length = 0;
    await clock.advance(2 * HOUR_MS);
    expect(states).toEqual([]);
    expect(clock.pendingCount).toBe(0);
    expect(await session.signIn(NEW)).toEqual({ kind: 'already-running' });
  });
});
