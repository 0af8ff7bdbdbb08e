import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import type { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  type ApiGet,
  postToken,
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
