import type { IncomingMessage } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListEntry, Page } from '../../../../electron/spotify/catalogue.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import type { LogFields } from '../../../../shared/logger.ts';
import { FakeSession } from './harness/fake-session.ts';
import { answerOf, type OpenApi, openApi, settled } from './harness/open-api.ts';
import {
  cutBody,
  hang,
  html502,
  json,
  plain,
  reset,
  type ScriptedServer,
  startScriptedServer,
  trickle,
} from './harness/scripted-server.ts';

const ME = { id: 'listener', display_name: 'A Listener' };
const BY_MONITOR = { origin: 'monitor' } as const;

let server: ScriptedServer;
let session: FakeSession;
let open: OpenApi;
let api: SpotifyApi;

beforeEach(async () => {
  server = await startScriptedServer();
  server.always(json(ME));
  session = new FakeSession();
  open = openApi(server.apiUrl, { session });
  api = open.api;
});

afterEach(async () => {
  await api.close();
  await server.close();
});

const askProfile = () => settled(open.clock, api.profile(BY_MONITOR));

describe('one request', () => {
  it('brings the profile with the session token and counts once', async () => {
    const result = await askProfile();
    expect(result).toMatchObject({ kind: 'ok', value: { accountKey: 'listener' } });
    expect(server.seen).toEqual([{ path: '/me', authorization: 'Bearer token-0' }]);
    expect(api.budget()).toMatchObject({ usedInLastDay: 1, budgetPerDay: 800, keptForUser: 100 });
    expect(open.store.entries).toHaveLength(1);
  });

  it.each([
    ['a reset connection', reset],
    ['an HTML 502', html502],
    ['half a body', cutBody],
    ['an empty body', plain('', 200)],
  ])('is tried again after %s', async (_what, fault) => {
    server.next(fault, fault, fault);
    expect(await askProfile()).toMatchObject({ kind: 'ok' });
    expect(server.seen).toHaveLength(4);
    expect(api.serviceState).toEqual({ kind: 'ok' });
  });

  it.each([
    ['network', reset, { kind: 'network' }, { kind: 'offline', cause: 'unreachable' }],
    ['server', html502, { kind: 'server', status: 502 }, { kind: 'service-trouble' }],
    ['unreadable', cutBody, { kind: 'unreadable', status: 200 }, { kind: 'service-trouble' }],
  ])('is left after 4 attempts that ended as %s', async (_what, fault, failure, state) => {
    server.always(fault);
    expect(await askProfile()).toMatchObject({ kind: 'failed', failure });
    expect(server.seen).toHaveLength(4);
    expect(api.serviceState).toMatchObject(state);
  });
});

const savedTracks = (offset = 0) => api.savedTracks({ origin: 'monitor', offset, market: null });
const rows = (count: number, total: number, offset = 0) => ({
  items: Array.from({ length: count }, (_, index) => ({
    added_at: '2026-01-01T00:00:00Z',
    track: { uri: `spotify:track:${offset + index}`, name: `Track ${offset + index}` },
  })),
  total,
  offset,
});

/** One row of the page that is asked for. */
const pageOf = ({ url }: IncomingMessage): string => {
  const offset = Number(new URL(url ?? '', 'http://127.0.0.1').searchParams.get('offset'));
  return JSON.stringify(rows(1, 1_000, offset));
};

describe('what Spotify refuses', () => {
  it.each([
    [403, 'Insufficient client scope', { kind: 'scope-missing' }, { kind: 'scope-missing' }],
    [
      403,
      'User not registered in the Developer Dashboard',
      { kind: 'not-allow-listed' },
      { kind: 'not-allow-listed' },
    ],
  ])('is asked once only: %i %s', async (status, message, failure, state) => {
    server.always(json({ error: { status, message } }, status));
    expect(await askProfile()).toEqual({ kind: 'failed', failure });
    expect(server.seen).toHaveLength(1);
    expect(api.serviceState).toEqual(state);
  });

  it.each([
    [403, 'Forbidden', { kind: 'forbidden' }],
    [404, 'Resource not found', { kind: 'not-found' }],
    [400, 'Invalid limit', { kind: 'unexpected', status: 400 }],
  ])('of one list is asked once only, and the service is well: %i %s', async (...row) => {
    const [status, message, failure] = row;
    server.always(json({ error: { status, message } }, status));
    const refused = await settled(open.clock, savedTracks());
    expect(refused).toEqual({ kind: 'failed', failure });
    expect(server.seen).toHaveLength(1);
    expect(api.serviceState).toEqual({ kind: 'ok' });
  });

  it('is not asked again when the body has another shape', async () => {
    server.always(json(['no', 'profile']));
    expect(await askProfile()).toEqual({
      kind: 'failed',
      failure: { kind: 'unreadable', status: 200, isJson: true },
    });
    expect(server.seen).toHaveLength(1);
  });

  it('does not follow a redirect with the token', async () => {
    server.always(plain('', 302, { location: '/v1/elsewhere' }));
    expect(await askProfile()).toMatchObject({
      failure: { kind: 'network', code: 'FOREIGN_ANSWER' },
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a wait', () => {
  it('is shared by all, takes no request, and ends by itself', async () => {
    server.next(
      json({ error: { status: 429, message: 'rate limit' } }, 429, { 'retry-after': '7' }),
    );
    const untilMs = open.clock.nowMs() + 7_000;
    const refused = {
      kind: 'failed',
      failure: { kind: 'not-now', reason: 'rate-limited', untilMs },
    };
    expect(await askProfile()).toEqual(refused);
    expect(await api.playlists({ origin: 'by-hand', offset: 0 })).toEqual(refused);
    expect(server.seen).toHaveLength(1);
    expect(api.serviceState).toEqual({ kind: 'rate-limited', untilMs });
    await open.clock.advance(7_000);
    expect(api.serviceState).toEqual({ kind: 'ok' });
    expect(await askProfile()).toMatchObject({ kind: 'ok' });
  });

  it('is 30 s when a rate limit says nothing', async () => {
    server.next(json({ error: { status: 429, message: 'rate limit' } }, 429));
    expect(await askProfile()).toMatchObject({
      failure: { reason: 'rate-limited', untilMs: open.clock.nowMs() + 30_000 },
    });
  });

  it('for the daily quota survives a restart on the same store', async () => {
    const quota = { status: 429, message: 'Too many', reason: 'QUOTA_EXCEEDED' };
    server.next(json({ error: quota }, 429, { 'retry-after': '48925' }));
    const untilMs = open.clock.nowMs() + 48_925_000;
    await askProfile();
    await api.close();

    const { clock, store } = open;
    open = openApi(server.apiUrl, { clock, ledgerStore: store });
    api = open.api;
    expect(api.serviceState).toEqual({ kind: 'quota-exhausted', untilMs });
    expect(await askProfile()).toEqual({
      kind: 'failed',
      failure: { kind: 'not-now', reason: 'quota-exhausted', untilMs },
    });
    expect(server.seen).toHaveLength(1);
    expect(api.budget().usedInLastDay).toBe(1);
    await clock.advance(48_925_000);
    expect(await askProfile()).toMatchObject({ kind: 'ok' });
  });

  it('for a lapsed Premium is looked past by the user, and ends when Premium is back', async () => {
    server.next(plain('Active premium subscription required for the owner of the app.', 403));
    expect(await askProfile()).toMatchObject({ failure: { reason: 'premium-lapsed' } });
    expect(await askProfile()).toMatchObject({ failure: { reason: 'premium-lapsed' } });
    expect(server.seen).toHaveLength(1);
    const byHand = api.profile({ origin: 'by-hand' });
    expect(await settled(open.clock, byHand)).toMatchObject({ kind: 'ok' });
    expect(await askProfile()).toMatchObject({ kind: 'ok' });
    expect(api.serviceState).toEqual({ kind: 'ok' });
  });

  it('for the budget is told with its end', async () => {
    await api.close();
    open = openApi(server.apiUrl, { budget: () => ({ perDay: 8, perFamilyPerDay: 8 }) });
    api = open.api;
    for (let request = 0; request < 7; request += 1) {
      expect(await askProfile()).toMatchObject({ kind: 'ok' });
    }
    const refused = await askProfile();
    const firstMs = open.store.entries[0]?.atMs ?? 0;
    expect(refused).toEqual({
      kind: 'failed',
      failure: { kind: 'not-now', reason: 'budget-spent', untilMs: firstMs + 24 * 3_600_000 },
    });
    expect(await settled(open.clock, api.profile({ origin: 'by-hand' }))).toMatchObject({
      kind: 'ok',
    });
    expect(server.seen).toHaveLength(8);
  });
});

describe('an answer that was under way when a wait began', () => {
  it('counts, but does not end the wait', async () => {
    let finishFirst: () => void = () => undefined;
    server.next(
      (_request, response) => {
        finishFirst = () => response.end(JSON.stringify(ME));
      },
      json({ error: { status: 429, message: 'rate limit' } }, 429, { 'retry-after': '7' }),
    );
    const first = api.profile(BY_MONITOR);
    const second = await settled(open.clock, savedTracks());
    expect(second).toMatchObject({ failure: { reason: 'rate-limited' } });
    finishFirst();
    expect(await first).toMatchObject({ kind: 'ok' });
    expect(api.serviceState).toMatchObject({ kind: 'rate-limited' });
  });
});

describe('many requests', () => {
  it('are at most 2 at once, at least 100 ms apart', async () => {
    const startsMs: number[] = [];
    server.always((request, response) => {
      startsMs.push(open.clock.monotonicMs());
      setTimeout(() => response.end(pageOf(request)), 5);
    });
    const all = Array.from({ length: 12 }, (_, page) => savedTracks(page * 50));
    const results = await settled(open.clock, Promise.all(all));
    expect(results.every((result) => result.kind === 'ok')).toBe(true);
    expect(server.mostAtOnce).toBeLessThanOrEqual(2);
    expect(server.connections).toBeLessThanOrEqual(2);
    expect(open.clock.monotonicMs()).toBeGreaterThanOrEqual(1_100);
  });

  it('are two at once when answers are slow', async () => {
    const held: (() => void)[] = [];
    server.always((request, response) => {
      held.push(() => response.end(pageOf(request)));
      if (held.length === 2) {
        for (const finish of held.splice(0)) {
          finish();
        }
      }
    });
    const all = Array.from({ length: 6 }, (_, page) => savedTracks(page * 50));
    await settled(open.clock, Promise.all(all));
    expect(server.mostAtOnce).toBe(2);
  });

  it('that meet an expired token together make one refresh, and none fails', async () => {
    server.always((request, response) => {
      const expired = request.headers.authorization === 'Bearer token-0';
      const answer = expired
        ? json({ error: { status: 401, message: 'The access token expired' } }, 401)
        : plain(pageOf(request), 200);
      answer(request, response);
    });
    const all = Array.from({ length: 20 }, (_, page) => savedTracks(page * 50));
    const results = await settled(open.clock, Promise.all(all));
    expect(results.every((result) => result.kind === 'ok')).toBe(true);
    expect(session.refreshes).toBe(1);
    expect(server.seen.length).toBeLessThanOrEqual(22);
  });

  it('are left when the new token is refused as well', async () => {
    server.always(json({ error: { status: 401, message: 'Invalid access token' } }, 401));
    expect(await askProfile()).toEqual({ kind: 'failed', failure: { kind: 'unauthorized' } });
    expect(server.seen.map((request) => request.authorization)).toEqual([
      'Bearer token-0',
      'Bearer token-1',
    ]);
    expect(session.refreshes).toBe(1);
  });

  it('go nowhere without a session', async () => {
    session.signedIn = false;
    expect(await askProfile()).toEqual({
      kind: 'failed',
      failure: { kind: 'session', state: { kind: 'signed-out', lastFailure: null } },
    });
    expect(server.seen).toEqual([]);
    expect(api.budget().usedInLastDay).toBe(0);
  });
});

describe('the network', () => {
  it('costs no budget while nothing can be reached, and one attempt a call', async () => {
    await server.close();
    expect(await askProfile()).toMatchObject({
      failure: { kind: 'network', code: 'ECONNREFUSED' },
    });
    expect(api.serviceState).toEqual({ kind: 'offline', cause: 'unreachable' });
    expect(api.budget().usedInLastDay).toBe(0);
    expect(open.store.entries).toEqual([]);
    const beforeMs = open.clock.monotonicMs();
    await askProfile();
    expect(open.clock.monotonicMs() - beforeMs).toBeLessThanOrEqual(100);
  });

  it('that hangs is left after a minute', async () => {
    server.always(hang);
    const call = api.profile(BY_MONITOR);
    let result: unknown = null;
    void call.then((value) => {
      result = value;
    });
    while (result === null) {
      await open.clock.advance(server.seen.length > 0 ? 60_000 : 0);
    }
    expect(result).toMatchObject({ failure: { kind: 'network', code: 'time-limit' } });
  });

  it('is used again for the next request', async () => {
    await askProfile();
    await askProfile();
    await askProfile();
    expect(server.connections).toBe(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('may compress with %s', async (encoding, compress) => {
    server.always((request, response) => {
      expect(request.headers['accept-encoding']).toContain(encoding);
      response.setHeader('content-encoding', encoding);
      response.end(compress(JSON.stringify(ME)));
    });
    expect(await askProfile()).toMatchObject({ kind: 'ok' });
  });

  it('cannot fill the memory with a small body that grows', async () => {
    server.always((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(17 * 1024 * 1024, ' ')));
    });
    expect(await askProfile()).toMatchObject({ failure: { kind: 'unreadable', status: 200 } });
    expect(server.seen).toHaveLength(1);
  });

  it('cannot fill the memory with a large body either', async () => {
    server.always((_request, response) => {
      response.end(Buffer.alloc(17 * 1024 * 1024, ' '));
    });
    expect(await askProfile()).toMatchObject({ failure: { kind: 'unreadable', status: 200 } });
    expect(server.seen).toHaveLength(1);
  });
});

describe('stopping', () => {
  it.each([
    ['before the answer', hang],
    ['within the answer', trickle],
  ])('by the caller %s ends the call and says nothing about the network', async (_when, answer) => {
    server.always(answer);
    const leaving = new AbortController();
    const call = api.profile({ origin: 'monitor', signal: leaving.signal });
    // A few turns more, so that the beginning of an answer has arrived where there is one.
    for (let turn = 0; server.seen.length === 0 || turn < 20; turn += 1) {
      await open.clock.advance(0);
    }
    leaving.abort();
    expect(await call).toEqual({ kind: 'failed', failure: { kind: 'network', code: 'aborted' } });
    expect(server.seen).toHaveLength(1);
    expect(api.serviceState).toEqual({ kind: 'ok' });
  });

  it('the API ends what is in flight and in line, and leaves no timer', async () => {
    server.always(hang);
    const calls = [api.profile(BY_MONITOR), api.profile(BY_MONITOR), api.profile(BY_MONITOR)];
    while (server.seen.length === 0) {
      await open.clock.advance(0);
    }
    await api.close();
    for (const result of await Promise.all(calls)) {
      expect(result).toMatchObject({ failure: { kind: 'not-now', reason: 'closing' } });
    }
    expect(await api.profile(BY_MONITOR)).toMatchObject({ failure: { reason: 'closing' } });
    expect(open.clock.pendingCount).toBe(0);
    await server.allClosed();
  });

  it('the API closes connections that rest', async () => {
    await askProfile();
    await api.close();
    await server.allClosed();
  }, 2_000);
});

describe('a list', () => {
  it('is read page by page to its end', async () => {
    server.next(json(rows(50, 120)), json(rows(50, 120, 50)), json(rows(20, 120, 100)));
    const uris: (string | undefined)[] = [];
    let offset: number | null = 0;
    while (offset !== null) {
      const page: Page<ListEntry> = answerOf(await settled(open.clock, savedTracks(offset)));
      uris.push(...page.entries.map((entry) => entry.item?.uri));
      offset = page.nextOffset;
    }
    expect(new Set(uris).size).toBe(120);
    expect(server.seen.map((request) => request.path)).toEqual([
      '/me/tracks?limit=50&offset=0',
      '/me/tracks?limit=50&offset=50',
      '/me/tracks?limit=50&offset=100',
    ]);
  });

  it('is not taken from another place than asked', async () => {
    server.always(json(rows(50, 120, 0)));
    expect(await settled(open.clock, savedTracks(50))).toMatchObject({
      failure: { kind: 'unreadable' },
    });
  });
});

it('keeps the token out of the log', async () => {
  await api.close();
  const lines: string[] = [];
  const write = (message: string, fields?: LogFields) => {
    lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  open = openApi(server.apiUrl, {
    logger: { debug: write, info: write, warn: write, error: write },
  });
  api = open.api;
  server.next(reset, html502, cutBody);
  await askProfile();
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).not.toContain('token-0');
});
