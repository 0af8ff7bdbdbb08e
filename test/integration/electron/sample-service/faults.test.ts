import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import type { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  type ApiGet,
  postToken,
  refusalOf,
  signedIn,
  signIn,
  startSample,
  type TokenAnswer,
} from './signed-in-sample.ts';

const TRACKS = '/v1/me/tracks';

let service: SampleService;
let clock: ManualClock;
let get: ApiGet;

beforeEach(async () => {
  ({ service, clock } = await startSample());
  get = await signedIn(service);
});
afterEach(() => service.close());

describe('faults', () => {
  it('meet the nth request, so many times, and then no more', async () => {
    const fault = service.faults.add({
      match: { method: 'get', path: /tracks$/, nth: 2, times: 2 },
      action: { kind: 'html', status: 502 },
    });
    const statuses: number[] = [];
    for (let request = 0; request < 4; request += 1) {
      statuses.push((await get('/me/tracks')).status);
    }
    expect((await get('/me')).status).toBe(200);
    expect(statuses).toEqual([200, 502, 502, 200]);
    expect(fault.hits).toBe(2);
  });

  it('end when they are removed', async () => {
    const always = { path: TRACKS, times: Number.POSITIVE_INFINITY };
    const fault = service.faults.add({ match: always, action: { kind: 'html', status: 503 } });
    expect((await get('/me/tracks')).status).toBe(503);
    fault.remove();
    expect((await get('/me/tracks')).status).toBe(200);
  });

  it('answer with HTML, nothing, or a body that is no JSON', async () => {
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'html', status: 502 } });
    const html = await get('/me/tracks');
    expect(html.headers.get('content-type')).toMatch(/^text\/html/);
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'empty' } });
    expect(await (await get('/me/tracks')).text()).toBe('');
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'garbage' } });
    await expect((await get('/me/tracks')).json()).rejects.toThrow(SyntaxError);
  });

  it('answer whatever is asked for', async () => {
    const action = {
      kind: 'answer',
      status: 418,
      body: 'tea',
      headers: { 'x-pot': 'short' },
    } as const;
    service.faults.add({ match: { path: TRACKS }, action });
    const answer = await get('/me/tracks');
    expect([answer.status, await answer.text(), answer.headers.get('x-pot')]).toEqual([
      418,
      'tea',
      'short',
    ]);
  });

  it.each([30, null])('answer 429 with Retry-After %s', async (retryAfterSeconds) => {
    service.faults.add({
      match: { path: TRACKS },
      action: { kind: 'rate-limit', retryAfterSeconds },
    });
    const answer = await get('/me/tracks');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe(retryAfterSeconds === null ? null : '30');
    expect(await answer.json()).toEqual({
      error: { status: 429, message: 'API rate limit exceeded' },
    });
  });

  it.each([
    ['rate-limit', 0, '0'],
    ['rate-limit', -30, '-30'],
    ['quota', 9_999_999_999, '9999999999'],
  ] as const)('send a silly Retry-After as it is: %s, %s', async (kind, seconds, text) => {
    service.faults.add({ match: { path: TRACKS }, action: { kind, retryAfterSeconds: seconds } });
    expect((await get('/me/tracks')).headers.get('retry-after')).toBe(text);
  });

  it.each(['Sun, 01 Nov 2026 13:00:00 GMT', 'soon'])('send %j as Retry-After', async (text) => {
    const action = { kind: 'quota', retryAfterSeconds: null, retryAfterText: text } as const;
    service.faults.add({ match: { path: TRACKS }, action });
    expect((await get('/me/tracks')).headers.get('retry-after')).toBe(text);
  });

  it.each([
    ['missing-scope', '403 Insufficient client scope'],
    ['not-registered', '403 User not registered in the Developer Dashboard'],
    ['forbidden', '403 Forbidden'],
    ['not-found', '404 Resource not found'],
    ['expired-token', '401 The access token expired'],
  ] as const)('refuse as the service does: %s', async (reason, refusal) => {
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'refusal', reason } });
    expect(await refusalOf(get, '/me/tracks')).toBe(refusal);
    expect((await get('/me/tracks')).status).toBe(200);
  });

  it('refuse in plain text where Premium lapsed, and with a challenge where the token ended', async () => {
    const refuse = (reason: 'premium-lapsed' | 'expired-token') =>
      service.faults.add({ match: { path: TRACKS }, action: { kind: 'refusal', reason } });
    refuse('premium-lapsed');
    const plain = await get('/me/tracks');
    expect(plain.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await plain.text()).toMatch(/^Active premium subscription required/);
    refuse('expired-token');
    expect((await get('/me/tracks')).headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('answer like a guest network: its page, or the way to it', async () => {
    const guest = (how: 'page' | 'redirect') =>
      service.faults.add({ match: { path: TRACKS }, action: { kind: 'guest-network', how } });
    guest('page');
    const page = await get('/me/tracks');
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    guest('redirect');
    const redirect = await get('/me/tracks', {}, { redirect: 'manual' });
    expect(redirect.status).toBe(302);
    guest('redirect');
    const followed = await get('/me/tracks');
    expect(followed.redirected).toBe(true);
    expect(await followed.text()).toBe(await page.text());
  });

  it('leave a member out of a page while `next` and `total` know of no loss', async () => {
    const read = async () =>
      (await (await get('/me/tracks?limit=48')).json()) as {
        items: { track: { uri: string } }[];
        next: string;
        total: number;
      };
    const whole = await read();
    const match = { path: TRACKS, query: /limit=48/ };
    service.faults.add({ match, action: { kind: 'short-page', missing: 1 } });
    const short = await read();
    expect(short.items).toHaveLength(47);
    expect({ ...short, items: [] }).toEqual({ ...whole, items: [] });
    const uris = whole.items.map(({ track }) => track.uri);
    expect(uris).toEqual(expect.arrayContaining(short.items.map(({ track }) => track.uri)));
  });

  it('count the list wrongly for a moment, also to those who know the right page', async () => {
    const right = await get('/me/tracks');
    const etag = right.headers.get('etag') ?? '';
    const total = async (answer: Response) => ((await answer.json()) as { total: number }).total;
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'wrong-total', by: -7 } });
    const wrong = await get('/me/tracks', { 'if-none-match': etag });
    expect([wrong.status, wrong.headers.get('etag'), await total(wrong)]).toEqual([200, null, 223]);
    expect((await get('/me/tracks', { 'if-none-match': etag })).status).toBe(304);
    expect(await total(right)).toBe(230);
  });

  it('send half of the body and then nothing, until the service closes', async () => {
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'stall-body' } });
    const answer = await get('/me/tracks');
    expect(answer.status).toBe(200);
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeGreaterThan(0);
    const rest = (async () => {
      for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
        // The rest of the half.
      }
    })();
    const ended = expect(rest).rejects.toThrow();
    await service.close();
    await ended;
  });

  it('answer that the daily quota is used up', async () => {
    const action = { kind: 'quota', retryAfterSeconds: 48_925 } as const;
    service.faults.add({ match: { path: TRACKS }, action });
    const answer = await get('/me/tracks');
    expect(answer.headers.get('retry-after')).toBe('48925');
    expect(await answer.json()).toMatchObject({ error: { reason: 'QUOTA_EXCEEDED' } });
  });

  it('reset the connection', async () => {
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'reset' } });
    await expect(get('/me/tracks')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(service.requests.at(-1)).toMatchObject({ path: TRACKS, status: 0 });
  });

  it('cut the body in half', async () => {
    const whole = await (await get('/me/tracks')).text();
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'cut-body' } });
    const answer = await get('/me/tracks');
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(whole));
    await expect(answer.text()).rejects.toThrow();
  });

  it('wait on the injected clock', async () => {
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'latency', ms: 5_000 } });
    let done = false;
    const answer = get('/me/tracks').then((response) => {
      done = true;
      return response;
    });
    await expect.poll(() => clock.pendingCount).toBe(1);
    expect(done).toBe(false);
    await clock.advance(5_000);
    expect((await answer).status).toBe(200);
  });

  it('send a date that is wrong', async () => {
    const action = { kind: 'wrong-date', date: { offByMs: -600_000 } } as const;
    service.faults.add({ match: { path: TRACKS }, action });
    expect((await get('/me/tracks')).headers.get('date')).toBe('Sun, 01 Nov 2026 11:50:00 GMT');
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'wrong-date', date: 'soon' } });
    expect((await get('/me/tracks')).headers.get('date')).toBe('soon');
  });

  it('change the list between two pages', async () => {
    const before = service.library.snapshot().savedTracks;
    service.faults.add({
      match: { path: TRACKS, nth: 2 },
      action: { kind: 'call', run: () => service.library.removeSavedTrack(before[0]?.uri ?? '') },
    });
    const page = async (offset: number) =>
      (await (await get(`/me/tracks?limit=50&offset=${offset}`)).json()) as {
        total: number;
        items: { track: { uri: string } }[];
      };
    expect((await page(0)).total).toBe(230);
    const second = await page(50);
    expect(second.total).toBe(229);
    // What moved up one place is now in neither page.
    expect(second.items[0]?.track.uri).toBe(before[51]?.uri);
  });

  it('can lose the answer of a refresh that took place', async () => {
    service.behaviour.rotation = true;
    const { refresh_token: token = '' } = await signIn(service);
    const form = { grant_type: 'refresh_token', refresh_token: token, client_id: service.clientId };
    service.faults.add({
      match: { path: '/api/token' },
      action: { kind: 'reset', afterHandling: true },
    });
    await expect(postToken(service, form)).rejects.toThrow();
    expect((await (await postToken(service, form)).json()) as TokenAnswer).toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('leave the request without effect otherwise', async () => {
    service.behaviour.rotation = true;
    const { refresh_token: token = '' } = await signIn(service);
    const form = { grant_type: 'refresh_token', refresh_token: token, client_id: service.clientId };
    service.faults.add({ match: { path: '/api/token' }, action: { kind: 'html', status: 502 } });
    expect((await postToken(service, form)).status).toBe(502);
    expect((await postToken(service, form)).status).toBe(200);
  });

  it('leave an answer out, and closing the service ends the wait', async () => {
    service.faults.add({ match: { path: TRACKS }, action: { kind: 'hang' } });
    const answer = get('/me/tracks');
    const ended = expect(answer).rejects.toThrow();
    await expect.poll(() => service.requests.at(-1)?.path).toBe(TRACKS);
    await service.close();
    await ended;
  });
});
