import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { AuthorizationCodeFlow } from '../../../../electron/session/authorization-code-flow.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { TokenEndpoint } from '../../../../electron/session/token-endpoint.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../shared/session-settings.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { visit } from './harness/http-visit.ts';
import { callbackOf } from './harness/sample-browser.ts';

/** Whether another program could listen on the port now. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function approve(url: URL): Promise<boolean> {
  const callback = callbackOf(url);
  callback.searchParams.set('code', 'the-code');
  callback.searchParams.set('state', url.searchParams.get('state') ?? '');
  await visit(callback);
  return true;
}

function flow(
  endpoint: TokenEndpoint,
  change: { openBrowser?: (url: URL) => Promise<boolean>; onPort?: (port: number) => void } = {},
) {
  return new AuthorizationCodeFlow({
    clock: new ManualClock(),
    random: () => 0,
    accountsUrl: 'http://127.0.0.1:9',
    client: { id: 'client', secret: null },
    endpoint,
    settings: { ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0], maxRetries: 0 },
    way: 'browser',
    openBrowser: change.openBrowser ?? approve,
    onWaiting: ({ redirectUri }) => change.onPort?.(Number(new URL(redirectUri).port)),
  });
}

test('the port is free again before the code is exchanged', async () => {
  let port = 0;
  let wasFree = false;
  const endpoint: TokenEndpoint = {
    request: async () => {
      wasFree = await isFree(port);
      return { outcome: { kind: 'invalid-grant' }, sentAtMs: 0, clockSkewMs: null };
    },
  };
  const onPort = (bound: number) => {
    port = bound;
  };
  await flow(endpoint, { onPort }).run();
  expect(port).toBeGreaterThan(0);
  expect(wasFree).toBe(true);
});

test('a browser that never says whether it opened does not hold up the sign-in', async () => {
  const endpoint: TokenEndpoint = {
    request: async () => ({
      outcome: { kind: 'invalid-client' },
      sentAtMs: 0,
      clockSkewMs: null,
    }),
  };
  const openBrowser = (url: URL) => {
    void approve(url);
    return new Promise<boolean>(() => undefined);
  };
  expect(await flow(endpoint, { openBrowser }).run()).toEqual({
    kind: 'failed',
    failure: { kind: 'client-not-accepted' },
  });
});

test('without a refresh token there is no session to keep', async () => {
  const grant = {
    accessToken: new Secret('access'),
    expiresInSeconds: 3_600,
    refreshToken: null,
    scopes: null,
  };
  const endpoint: TokenEndpoint = {
    request: async () => ({
      outcome: { kind: 'tokens', grant },
      sentAtMs: 0,
      clockSkewMs: null,
    }),
  };
  expect(await flow(endpoint).run()).toEqual({
    kind: 'failed',
    failure: { kind: 'service-unreadable', status: 200 },
  });
});
