import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import {
  HttpTokenEndpoint,
  type TokenRequest,
} from '../../../../electron/session/token-endpoint.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { deferred } from '../../../unit/electron/session/harness/deferred.ts';
import { answerJson, answerText, type Respond, startTokenServer } from './harness/token-server.ts';

const GRANT = { access_token: 'BQtoken', token_type: 'Bearer', expires_in: 3600, scope: 'a' };
const REFRESH: TokenRequest = {
  grant: 'refresh-token',
  client: { id: 'client', secret: null },
  refreshToken: new Secret('AQ-hush/+='),
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function bench(respond: Respond = answerJson(GRANT)) {
  const server = await startTokenServer(respond);
  closing.push(server.close);
  const clock = new ManualClock();
  const { accountsUrl } = server;
  return {
    server,
    clock,
    endpoint: new HttpTokenEndpoint({ accountsUrl, clock, timeoutSeconds: () => 15 }),
  };
}

test('a refresh sends exactly the fields of the facts, form-encoded, without authentication', async () => {
  const { server, endpoint } = await bench();
  expect((await endpoint.request(REFRESH)).outcome.kind).toBe('tokens');
  const [request] = server.seen;
  expect(request).toMatchObject({
    method: 'POST',
    path: '/api/token',
    form: { grant_type: 'refresh_token', refresh_token: 'AQ-hush/+=', client_id: 'client' },
  });
  expect(Object.keys(request?.form ?? {})).toHaveLength(3);
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(request?.headers.authorization).toBeUndefined();
});

test('a code exchange sends exactly the fields of the facts', async () => {
  const { server, endpoint } = await bench();
  await endpoint.request({
    grant: 'authorization-code',
    client: { id: 'client', secret: null },
    code: new Secret('code'),
    redirectUri: 'http://127.0.0.1:43821/callback',
    verifier: new Secret('verifier'),
  });
  expect(server.seen[0]?.form).toEqual({
    grant_type: 'authorization_code',
    code: 'code',
    redirect_uri: 'http://127.0.0.1:43821/callback',
    client_id: 'client',
    code_verifier: 'verifier',
  });
});

test.each<[string, Respond, object]>([
  [
    'a 502 as HTML',
    answerText('<html>Bad Gateway</html>', 502),
    { kind: 'server-trouble', status: 502 },
  ],
  ['an empty body', answerText('', 200), { kind: 'unreadable', status: 200, foreign: false }],
  [
    'a captive portal',
    answerText('<html>Welcome</html>', 200),
    { kind: 'unreadable', status: 200, foreign: true },
  ],
  [
    'a body beyond all measure',
    answerJson({ ...GRANT, more: 'x'.repeat(70_000) }),
    { kind: 'unreadable', status: 200, foreign: false },
  ],
  ['invalid_grant', answerJson({ error: 'invalid_grant' }, 400), { kind: 'invalid-grant' }],
  [
    'a rate limit',
    answerText('', 429, { 'retry-after': '7' }),
    { kind: 'rate-limited', retryAfterMs: 7_000 },
  ],
])('%s', async (_, respond, outcome) => {
  const { endpoint } = await bench(respond);
  expect((await endpoint.request(REFRESH)).outcome).toEqual(outcome);
});

test('a redirect is not followed, so that the token goes nowhere else', async () => {
  const elsewhere = await bench();
  const { endpoint } = await bench(
    answerText('', 307, { location: `${elsewhere.server.accountsUrl}/api/token` }),
  );
  expect((await endpoint.request(REFRESH)).outcome).toEqual({
    kind: 'unreadable',
    status: 307,
    foreign: true,
  });
  expect(elsewhere.server.seen).toHaveLength(0);
});

test('a body that is cut off is no answer', async () => {
  const { endpoint } = await bench((response) => {
    response.writeHead(200, { 'content-length': '400' });
    response.write('{"access_token":"BQ');
    response.socket?.end();
  });
  expect((await endpoint.request(REFRESH)).outcome.kind).toBe('network');
});

test('a reset is no answer', async () => {
  const { endpoint } = await bench((response) => response.socket?.resetAndDestroy());
  expect((await endpoint.request(REFRESH)).outcome.kind).toBe('network');
});

test('nobody listening is no answer, with the system’s word for it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  server.close();
  await once(server, 'close');
  const endpoint = new HttpTokenEndpoint({
    accountsUrl: `http://127.0.0.1:${port}`,
    clock: new ManualClock(),
    timeoutSeconds: () => 15,
  });
  const { outcome } = await endpoint.request(REFRESH);
  expect(outcome).toEqual({ kind: 'network', code: 'ECONNREFUSED' });
});

test('the limit of a request is the one that is set when it begins', async () => {
  const arrived = deferred();
  const { server, clock } = await bench(() => arrived.resolve());
  const { accountsUrl } = server;
  let seconds = 60;
  const endpoint = new HttpTokenEndpoint({ accountsUrl, clock, timeoutSeconds: () => seconds });
  seconds = 5;
  const answer = endpoint.request(REFRESH);
  await arrived.promise;
  await clock.advance(5_000);
  expect((await answer).outcome).toEqual({ kind: 'network', code: 'TIME_LIMIT' });
});

test.each<[string, Respond]>([
  ['before the head', () => undefined],
  [
    'in the middle of the body',
    (response) => {
      response.writeHead(200);
      response.write('{');
    },
  ],
])('a server that hangs %s is given up after 15 s', async (_, hang) => {
  let asked = () => undefined as unknown;
  const arrived = new Promise((resolve) => {
    asked = () => resolve(undefined);
  });
  const { endpoint, clock, server } = await bench((response, request) => {
    hang(response, request);
    asked();
  });
  const answer = endpoint.request(REFRESH);
  await arrived;
  await clock.advance(14_999);
  await clock.advance(1);
  expect((await answer).outcome).toEqual({ kind: 'network', code: 'TIME_LIMIT' });
  expect(clock.pendingCount).toBe(0);
  await server.close();
});

test('the Date of the answer tells how wrong this clock is', async () => {
  const { endpoint, clock, server } = await bench();
  server.respond(answerJson(GRANT, 200, { date: new Date(clock.nowMs() + 600_000).toUTCString() }));
  expect((await endpoint.request(REFRESH)).clockSkewMs).toBe(600_000);
  server.respond(answerJson(GRANT, 200, { date: 'nonsense' }));
  expect((await endpoint.request(REFRESH)).clockSkewMs).toBeNull();
});

test('no connection stays open', async () => {
  const { endpoint, server } = await bench();
  await endpoint.request(REFRESH);
  await endpoint.request(REFRESH);
  await expect.poll(() => server.openConnections()).toBe(0);
});

test('nothing of the request or the answer stands in an outcome', async () => {
  const { endpoint, server } = await bench();
  const outcomes = [await endpoint.request(REFRESH)];
  server.respond(answerText('BQtoken AQ-hush', 500));
  outcomes.push(await endpoint.request(REFRESH));
  server.respond((response) => response.socket?.resetAndDestroy());
  outcomes.push(await endpoint.request(REFRESH));
  expect(JSON.stringify(outcomes)).not.toMatch(/BQtoken|hush/);
});
