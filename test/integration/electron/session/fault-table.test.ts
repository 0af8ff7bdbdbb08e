import { afterEach, beforeEach, expect, test } from 'vitest';
import { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import { HttpTokenEndpoint } from '../../../../electron/session/token-endpoint.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../shared/session-settings.ts';
import { describeSession } from '../../../../shared/texts/session-texts.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../doubles/single-cache-shelf.ts';
import {
  CLIENT_ID,
  HOUR_MS,
  markerFor,
  tokens,
} from '../../../unit/electron/session/harness/keeper-bench.ts';
import { MemoryMarker } from '../../../unit/electron/session/harness/memory-marker.ts';
import { RecordingLogger } from '../../../unit/electron/session/harness/recording-logger.ts';
import { WatchedCache } from '../../../unit/electron/session/harness/watched-cache.ts';
import { FORMAT } from '../../../unit/shared/texts/every-state.ts';
import { answerJson, answerText, type Respond, startTokenServer } from './harness/token-server.ts';

const GRANT = { access_token: 'access-1', token_type: 'Bearer', expires_in: 3600 };
const HTML = '<!doctype html><html><body>Bad Gateway</body></html>';

const TROUBLE = 'Spotify’s sign-in service has trouble';
const PAUSE = 'Spotify asked for a pause';
const UNREACHABLE = 'Spotify cannot be reached';
const GUEST = 'This network wants you to sign in to it first';

const cut: Respond = (response) => {
  response.writeHead(200, { 'content-length': '900' });
  response.write('{"access_token":"half-of');
  response.socket?.end();
};
const pageCut: Respond = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write('<html>');
  response.socket?.resetAndDestroy();
};

/** What the token endpoint does, and the sentence that the user reads. */
const FAULTS: readonly [fault: string, respond: Respond, headline: string][] = [
  ['429 without Retry-After', answerText('', 429), PAUSE],
  ['429 with Retry-After', answerText('', 429, { 'retry-after': '120' }), PAUSE],
  ['429 with a negative Retry-After', answerText('', 429, { 'retry-after': '-5' }), PAUSE],
  ['429 with words as Retry-After', answerText('', 429, { 'retry-after': 'soon' }), PAUSE],
  ['429 with a Retry-After of a year', answerText('', 429, { 'retry-after': '31536000' }), PAUSE],
  ['500 as JSON', answerJson({ error: 'server_error' }, 500), TROUBLE],
  ['500 that says invalid_grant', answerJson({ error: 'invalid_grant' }, 500), TROUBLE],
  ['502 as HTML', answerText(HTML, 502), TROUBLE],
  ['503 without a body', answerText('', 503), TROUBLE],
  ['200 without a body', answerText('', 200), TROUBLE],
  ['200 with half a JSON', answerText('{"access_token":"half-of', 200), TROUBLE],
  ['200 with JSON without fields', answerJson({}), TROUBLE],
  ['200 with JSON of another kind', answerJson([1, 2]), TROUBLE],
  ['400 of a kind that nobody knows', answerJson({ error: 'unheard_of' }, 400), TROUBLE],
  ['400 as text', answerText('Bad request', 400), TROUBLE],
  ['a body that ends too soon', cut, UNREACHABLE],
  ['a page that breaks off', pageCut, UNREACHABLE],
  ['a reset', (response) => response.socket?.resetAndDestroy(), UNREACHABLE],
  ['a server that hangs', () => undefined, UNREACHABLE],
  ['a guest network’s page', answerText('<html>Log in to the wifi</html>', 200), GUEST],
  [
    'a redirect to a login page',
    answerText('', 302, { location: 'http://127.0.0.1:9/login' }),
    GUEST,
  ],
  ['403 with a guest network’s page', answerText('<html>No access</html>', 403), GUEST],
];

let server: Awaited<ReturnType<typeof startTokenServer>>;
let clock: ManualClock;
let cache: WatchedCache;
let keeper: SessionKeeper;
let logger: RecordingLogger;

beforeEach(async () => {
  server = await startTokenServer(answerJson(GRANT));
  clock = new ManualClock();
  cache = new WatchedCache(tokens(clock));
  logger = new RecordingLogger();
  const { accountsUrl } = server;
  keeper = new SessionKeeper({
    clock,
    random: () => 0,
    clientId: CLIENT_ID,
    accountsUrl,
    caches: singleCacheShelf({ clock, cache }),
    marker: new MemoryMarker(markerFor(clock.nowMs())),
    endpoint: new HttpTokenEndpoint({ accountsUrl, clock, timeoutSeconds: () => 15 }),
    lock: null,
    refreshLog: memoryRefreshLog(),
    identify: async () => ({ kind: 'unknown' }),
    settings: () => ({ ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0] }),
    openBrowser: async () => true,
    logger,
  });
  await keeper.start();
});
afterEach(async () => {
  await keeper.close();
  await server.close();
});

/** Time passes as it is needed, while real answers arrive. */
async function settled<T>(work: Promise<T>, stepMs: number): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  for (let round = 0; !isDone && round < 2_000; round += 1) {
    await clock.advance(clock.nextDueInMs === 0 ? 0 : stepMs);
  }
  return await done;
}

test.each(FAULTS)(
  '%s is told, keeps the user signed in, and mends itself',
  async (fault, respond, headline) => {
    server.respond(respond);
    clock.jump(2 * HOUR_MS);
    const hangs = fault.includes('hangs');
    const asked = await settled(keeper.getAccessToken(), hangs ? 1_000 : 1);

    expect(asked.kind).toBe('unavailable');
    const sentence = describeSession(keeper.state, clock.nowMs(), FORMAT);
    expect(sentence.headline).toBe(headline);
    expect(sentence.detail).toMatch(/again|goes on/);
    // Nothing was written over what is kept.
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
    expect(cache.events).toEqual([]);

    server.respond(answerJson(GRANT));
    clock.jump(HOUR_MS + 1);
    const again = await settled(keeper.getAccessToken(), 1);
    expect(again.kind === 'token' && again.token.reveal()).toBe('access-1');
    expect(keeper.state.kind).toBe('active');
    expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
    expect(logger.text).not.toMatch(/refresh-0|access-|half-of/);
  },
);

test.each<[string, unknown]>([
  ['0', 0],
  ['negative', -3_600],
  ['a number as text', '3600'],
  ['a word', 'soon'],
  ['missing', undefined],
  ['beyond all measure', 1e300],
])(
  'an expires_in that is %s makes a session that is renewed within the hour',
  async (_, expires_in) => {
    server.respond(answerJson({ ...GRANT, expires_in }));
    clock.jump(2 * HOUR_MS);
    const asked = await settled(keeper.getAccessToken(), 1);
    expect(asked.kind).toBe('token');
    expect(keeper.state.kind).toBe('active');
    const { life } = keeper.connection;
    const nowMs = clock.nowMs();
    expect(life?.refreshAtMs).toBeGreaterThan(nowMs + 50 * 60_000);
    expect(life?.refreshAtMs).toBeLessThan(nowMs + HOUR_MS);
  },
);

test.each<[string, object, number, string, string]>([
  [
    'invalid_grant before its time',
    { error: 'invalid_grant' },
    400,
    'Spotify asks you to sign in again',
    'refused',
  ],
  [
    'invalid_client',
    { error: 'invalid_client' },
    401,
    'Spotify no longer accepts your client ID',
    'client-invalid',
  ],
])('%s stops the session and keeps the token aside', async (_, body, status, headline, reason) => {
  server.respond(answerJson(body, status));
  clock.jump(2 * HOUR_MS);
  await settled(keeper.getAccessToken(), 1);
  expect(describeSession(keeper.state, clock.nowMs(), FORMAT).headline).toBe(headline);
  expect(cache.tokens).toMatchObject({ setAside: { reason, triedByUser: false } });
  expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');

  // By itself it is never tried again; the user may, once.
  const asked = server.seen.length;
  await clock.advance(12 * HOUR_MS);
  expect(server.seen).toHaveLength(asked);
  server.respond(answerJson(GRANT));
  await settled(keeper.retry('user'), 1);
  expect(keeper.state.kind).toBe('active');
});

test('invalid_grant at the end of six months is told as that', async () => {
  clock.jump(185 * 24 * HOUR_MS);
  const date = new Date(clock.nowMs()).toUTCString();
  server.respond(answerJson({ error: 'invalid_grant' }, 400, { date }));
  await settled(keeper.getAccessToken(), 1);
  expect(describeSession(keeper.state, clock.nowMs(), FORMAT).headline).toBe(
    'Time to sign in again',
  );
});

test('a Date of the server that cannot be is not believed', async () => {
  server.respond(answerJson(GRANT, 200, { date: 'Thu, 01 Jan 1970 00:00:00 GMT' }));
  clock.jump(2 * HOUR_MS);
  const asked = await settled(keeper.getAccessToken(), 1);
  expect(asked.kind).toBe('token');
  expect(keeper.state.kind).toBe('active');
  expect(keeper.connection.clockSkewMs).toBeNull();
});
