import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import { visit } from './harness/http-visit.ts';
import { agree, callbackOf, closeTab, refuse } from './harness/sample-browser.ts';
import { askProfile, type SampleSession, startSample } from './harness/sample-session.ts';

let sample: SampleSession;
const occupied: Server[] = [];

beforeEach(async () => {
  sample = await startSample();
});
afterEach(async () => {
  await sample.close();
  for (const server of occupied.splice(0)) {
    server.close();
  }
});

async function occupy(port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  occupied.push(server);
}

/** Resolves when the keeper waits for its browser. */
function waits(keeper: SessionKeeper): Promise<{ redirectUri: string; endsAtMs: number }> {
  return new Promise((resolve) => {
    const stop = keeper.stateChanged.subscribe((state) => {
      if (state.kind === 'authorizing') {
        stop();
        resolve(state);
      }
    });
  });
}

test('agreeing signs in with a token that the Web API takes', async () => {
  const keeper = sample.keeper(agree);
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
  expect(keeper.state.kind).toBe('active');
  const result = await keeper.getAccessToken();
  const token = result.kind === 'token' ? result.token.reveal() : '';
  expect(await askProfile(sample.service.apiUrl, token)).toBe(200);
  expect(sample.marker.marker).toMatchObject({ clientId: sample.service.clientId });
});

test('after a restart no new sign-in is needed', async () => {
  const first = sample.keeper(agree);
  await first.start();
  await first.signIn({ way: 'browser', secret: null });
  first.setAccount('someone', 'Someone');
  await first.close();
  const second = sample.keeper(() => Promise.reject(new Error('No browser is to be opened.')));
  await second.start();
  expect(second.state.kind).toBe('active');
  expect(second.account?.key).toBe('someone');
  expect((await second.getAccessToken()).kind).toBe('token');
});

test('refusing leaves the user signed out, with the reason', async () => {
  const keeper = sample.keeper(refuse);
  await keeper.start();
  const failure = { kind: 'refused-by-user' };
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({
    kind: 'failed',
    failure,
  });
  expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: failure });
});

test('a callback with a wrong state does not end the wait', async () => {
  const keeper = sample.keeper(async (url) => {
    const forged = callbackOf(url);
    forged.searchParams.set('code', 'forged');
    forged.searchParams.set('state', 'guessed');
    expect((await visit(forged)).status).toBe(400);
    expect(keeper.state.kind).toBe('authorizing');
    return agree(url);
  });
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
});

test('a tab that never comes back ends after 300 s', async () => {
  const keeper = sample.keeper(closeTab);
  await keeper.start();
  const waiting = waits(keeper);
  const result = keeper.signIn({ way: 'browser', secret: null });
  const { endsAtMs } = await waiting;
  expect(endsAtMs - sample.clock.nowMs()).toBe(300_000);
  await sample.clock.advance(300_000);
  const failure = { kind: 'timed-out', limitSeconds: 300 };
  expect(await result).toEqual({ kind: 'failed', failure });
  expect(keeper.state).toEqual({ kind: 'signed-out', lastFailure: failure });
});

test('a busy port is passed over, and the next registered one is used', async () => {
  await occupy(sample.ports[0]);
  const keeper = sample.keeper(agree);
  await keeper.start();
  const waiting = waits(keeper);
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
  expect((await waiting).redirectUri).toBe(`http://127.0.0.1:${sample.ports[1]}/callback`);
});

test('with all ports busy the user is told which', async () => {
  await Promise.all(sample.ports.map(occupy));
  const keeper = sample.keeper(agree);
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({
    kind: 'failed',
    failure: { kind: 'ports-busy', ports: [...sample.ports] },
  });
});

test('cancelling ends the attempt and frees the port at once', async () => {
  const keeper = sample.keeper(closeTab);
  await keeper.start();
  const waiting = waits(keeper);
  const result = keeper.signIn({ way: 'browser', secret: null });
  await waiting;
  await keeper.cancelSignIn();
  expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
  await occupy(sample.ports[0]);
  expect(sample.clock.pendingCount).toBe(0);
});

test('cancelling before the browser opened opens none', async () => {
  let opened = false;
  const keeper = sample.keeper(async () => {
    opened = true;
    return true;
  });
  await keeper.start();
  const result = keeper.signIn({ way: 'browser', secret: null });
  await keeper.cancelSignIn();
  expect(await result).toEqual({ kind: 'failed', failure: { kind: 'cancelled' } });
  expect(opened).toBe(false);
});

test.each([
  ['does not open', async () => false],
  ['cannot even be asked', () => Promise.reject(new Error('No browser.'))],
])('a browser that %s is told', async (_, openBrowser) => {
  const keeper = sample.keeper(openBrowser);
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({
    kind: 'failed',
    failure: { kind: 'browser-not-opened' },
  });
});

test('the same address can be opened again', async () => {
  const opened: string[] = [];
  const keeper = sample.keeper(async (url) => {
    opened.push(url.href);
    return opened.length === 1 ? true : agree(url);
  });
  expect(await keeper.openBrowserAgain()).toBe('not-running');
  await keeper.start();
  const waiting = waits(keeper);
  const result = keeper.signIn({ way: 'browser', secret: null });
  await waiting;
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({
    kind: 'already-running',
  });
  expect(await keeper.openBrowserAgain()).toBe('done');
  expect(await result).toEqual({ kind: 'signed-in' });
  expect(opened[1]).toBe(opened[0]);
});

test('a forged code is not accepted, and the next attempt works', async () => {
  let attempt = 0;
  const keeper = sample.keeper(async (url) => {
    attempt += 1;
    if (attempt === 2) {
      return agree(url);
    }
    const callback = callbackOf(url);
    callback.searchParams.set('code', 'not-one-of-ours');
    callback.searchParams.set('state', url.searchParams.get('state') ?? '');
    await visit(callback);
    return true;
  });
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({
    kind: 'failed',
    failure: { kind: 'code-not-accepted' },
  });
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
});

test('renewing while signed in changes nothing until it worked', async () => {
  let answer: (url: URL) => Promise<boolean> = agree;
  const keeper = sample.keeper((url) => answer(url));
  await keeper.start();
  await keeper.signIn({ way: 'browser', secret: null });
  const before = await keeper.getAccessToken();
  answer = refuse;
  await sample.clock.advance(60_000);
  expect(await keeper.signIn({ way: 'browser', secret: null })).toMatchObject({ kind: 'failed' });
  expect(keeper.state.kind).toBe('active');
  expect(await keeper.getAccessToken()).toEqual(before);
  answer = agree;
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
  expect(keeper.state).toMatchObject({ life: { authorizedAtMs: sample.clock.nowMs() } });
});

test('closing during a sign-in leaves no port, no timer and no state', async () => {
  const keeper = sample.keeper(closeTab);
  await keeper.start();
  const waiting = waits(keeper);
  const result = keeper.signIn({ way: 'browser', secret: null });
  await waiting;
  await keeper.close();
  expect(await result).toMatchObject({ kind: 'failed' });
  await occupy(sample.ports[0]);
  expect(sample.clock.pendingCount).toBe(0);
});

test('no secret that was handed out stands in a log line or a state', async () => {
  const states: string[] = [];
  const keeper = sample.keeper(agree);
  keeper.stateChanged.subscribe((state) => states.push(JSON.stringify(state)));
  await keeper.start();
  await keeper.signIn({ way: 'browser', secret: null });
  await sample.clock.advance(2 * 3_600_000);
  await keeper.getAccessToken();
  const text = `${sample.logger.text}${states.join()}${JSON.stringify(sample.marker.marker)}`;
  const kinds = new Set(sample.service.issued.map(({ kind }) => kind));
  expect(kinds).toContain('access-token');
  expect(kinds).toContain('refresh-token');
  expect(kinds).toContain('code');
  for (const { value } of sample.service.issued) {
    expect(text).not.toContain(value);
  }
});
