import { afterEach, beforeEach, expect, test } from 'vitest';
import { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import { HttpTokenEndpoint } from '../../../../electron/session/token-endpoint.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../shared/session-settings.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryRefreshLog } from '../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../doubles/single-cache-shelf.ts';
import { deferred } from '../../../unit/electron/session/harness/deferred.ts';
import { CLIENT_ID, HOUR_MS, tokens } from '../../../unit/electron/session/harness/keeper-bench.ts';
import { MemoryMarker } from '../../../unit/electron/session/harness/memory-marker.ts';
import { RecordingLogger } from '../../../unit/electron/session/harness/recording-logger.ts';
import { WatchedCache } from '../../../unit/electron/session/harness/watched-cache.ts';
import { answerJson, answerText, type Respond, startTokenServer } from './harness/token-server.ts';

const GRANT = { access_token: 'access-1', token_type: 'Bearer', expires_in: 3600 };

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
    marker: new MemoryMarker(),
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

/** Time passes only as far as the keeper's own timers, while real answers arrive. */
async function until(done: () => boolean): Promise<void> {
  for (let round = 0; !done() && round < 2_000; round += 1) {
    // Without jitter here every retry is due at once.
    await clock.advance(clock.nextDueInMs === 0 ? 0 : 1);
  }
  expect(done()).toBe(true);
}

const cut: Respond = (response) => {
  response.writeHead(200, { 'content-length': '900' });
  response.write('{"access_token":"half-of');
  response.socket?.end();
};

test.each<[string, Respond, string]>([
  ['HTML with 502', answerText('<html>Bad Gateway</html>', 502), 'waiting'],
  ['JSON with 500', answerJson({ error: 'server_error' }, 500), 'waiting'],
  ['an empty 200', answerText('', 200), 'waiting'],
  ['a captive portal', answerText('<html>Log in to the wifi</html>', 200), 'offline'],
  ['a redirect', answerText('', 302, { location: 'http://127.0.0.1:9/login' }), 'offline'],
  ['JSON without fields', answerJson({}), 'waiting'],
  ['429', answerText('', 429), 'waiting'],
  ['a cut body', cut, 'offline'],
  ['a reset', (response) => response.socket?.resetAndDestroy(), 'offline'],
])('%s keeps the token, and the next answer is used', async (_, trouble, state) => {
  server.respond(trouble);
  clock.jump(2 * HOUR_MS);
  const asked = keeper.getAccessToken();
  await until(() => keeper.state.kind === state);
  expect(await asked).toMatchObject({ kind: 'unavailable', state: { kind: state } });
  expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
  expect(cache.events).toEqual([]);

  server.respond(answerJson(GRANT));
  clock.jump(16 * 60_000);
  const result = await keeper.getAccessToken();
  expect(result.kind === 'token' && result.token.reveal()).toBe('access-1');
  expect(logger.text).not.toMatch(/refresh-0|access-|half-of/);
});

test('a rotated token is in the cache before its access token is handed out', async () => {
  server.respond(answerJson({ ...GRANT, refresh_token: 'refresh-1' }));
  clock.jump(2 * HOUR_MS);
  const result = await keeper.getAccessToken();
  cache.events.push(`handed out ${result.kind === 'token' ? result.token.reveal() : ''}`);
  expect(cache.events).toEqual(['stored refresh-1 access-1', 'handed out access-1']);
});

test('a wrong clock is noticed from the server’s Date', async () => {
  const date = new Date(clock.nowMs() + 5 * HOUR_MS).toUTCString();
  server.respond(answerJson(GRANT, 200, { date }));
  clock.jump(2 * HOUR_MS);
  await keeper.getAccessToken();
  expect(keeper.connection.clockSkewMs).toBe(3 * HOUR_MS);
  expect(logger.text).toContain('The clock of this machine is off');
});

test('an answer that arrives while the app closes is still stored', async () => {
  const asked = deferred();
  const answered = deferred();
  server.respond((response, request) => {
    asked.resolve();
    void answered.promise.then(() =>
      answerJson({ ...GRANT, refresh_token: 'refresh-1' })(response, request),
    );
  });
  clock.jump(2 * HOUR_MS);
  void keeper.getAccessToken();
  await asked.promise;
  const closed = keeper.close();
  await clock.advance(1_000);
  answered.resolve();
  await closed;
  expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-1');
});

test('a server that hangs does not keep the app from closing', async () => {
  const asked = deferred();
  server.respond(() => asked.resolve());
  clock.jump(2 * HOUR_MS);
  void keeper.getAccessToken();
  await asked.promise;
  const closed = keeper.close();
  await clock.advance(3_000);
  await closed;
  expect(clock.pendingCount).toBe(0);
  expect(cache.tokens?.refreshToken?.reveal()).toBe('refresh-0');
});
