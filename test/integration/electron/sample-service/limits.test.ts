import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import type { ManualClock } from '../../../doubles/manual-clock.ts';
import { type ApiGet, signedIn, startSample } from './signed-in-sample.ts';

const HOUR_MS = 3_600_000;

let service: SampleService;
let clock: ManualClock;
let get: ApiGet;

beforeEach(async () => {
  ({ service, clock } = await startSample({ tokenLifeSeconds: 90 * 86_400 }));
  get = await signedIn(service);
});
afterEach(() => service.close());

/** The status of so many requests in a row. */
async function statuses(count: number, path = '/me'): Promise<number[]> {
  const all: number[] = [];
  for (let request = 0; request < count; request += 1) {
    all.push((await get(path)).status);
  }
  return all;
}

async function retryAfter(path = '/me'): Promise<string | null> {
  return (await get(path)).headers.get('retry-after');
}

describe('the rate limit', () => {
  it('lets as many requests go in its window as it says, and has room when the window rolled', async () => {
    service.behaviour.limits.rateLimit = { requests: 3, perSeconds: 30, sendsRetryAfter: true };
    expect(await statuses(2)).toEqual([200, 200]);
    await clock.advance(10_000);
    expect(await statuses(2)).toEqual([200, 429]);
    await clock.advance(19_999);
    service.behaviour.limits.rateLimit = {
      ...service.behaviour.limits.rateLimit,
      prolonged: false,
    };
    expect(await statuses(1)).toEqual([429]);
    await clock.advance(1);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  it('answers as recorded, with the seconds until there is room', async () => {
    service.behaviour.limits.rateLimit = { requests: 1, perSeconds: 30, sendsRetryAfter: true };
    await get('/me');
    await clock.advance(12_345);
    const answer = await get('/me');
    expect(answer.headers.get('retry-after')).toBe('18');
    expect(await answer.json()).toEqual({
      error: { status: 429, message: 'API rate limit exceeded' },
    });
  });

  it('can keep to itself how long it lasts', async () => {
    service.behaviour.limits.rateLimit = { requests: 0, perSeconds: 30, sendsRetryAfter: false };
    const answer = await get('/me');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, null]);
  });

  it('lasts longer for those who go on while blocked', async () => {
    service.behaviour.limits.rateLimit = { requests: 2, perSeconds: 30, sendsRetryAfter: true };
    await statuses(3);
    await clock.advance(20_000);
    expect(await retryAfter()).toBe('10');
    expect(await retryAfter()).toBe('30');
    await clock.advance(30_000);
    expect(await statuses(1)).toEqual([200]);
  });

  it('does not count who is not signed in, nor the token endpoint', async () => {
    service.behaviour.limits.rateLimit = { requests: 1, perSeconds: 30, sendsRetryAfter: true };
    expect((await fetch(`${service.apiUrl}/me`)).status).toBe(401);
    await signedIn(service);
    expect(await statuses(2)).toEqual([200, 429]);
  });

  it('ends when it is switched off, and begins anew', async () => {
    const limit = { requests: 1, perSeconds: 30, sendsRetryAfter: true };
    service.behaviour.limits.rateLimit = limit;
    expect(await statuses(2)).toEqual([200, 429]);
    service.behaviour.limits.rateLimit = null;
    expect(await statuses(1)).toEqual([200]);
    service.behaviour.limits.rateLimit = limit;
    expect(await statuses(2)).toEqual([200, 429]);
  });
});

describe('the daily quota', () => {
  it('is counted by bucket of endpoints', async () => {
    service.behaviour.limits.quota = { perBucket: 2, total: 100 };
    expect(await statuses(3, '/me/tracks')).toEqual([200, 200, 429]);
    expect(await statuses(1, '/me/albums')).toEqual([429]);
    expect(await statuses(3, '/me/playlists')).toEqual([200, 200, 429]);
    expect(await statuses(1, '/me')).toEqual([200]);
  });

  it('is counted in all', async () => {
    service.behaviour.limits.quota = { perBucket: 100, total: 3 };
    expect(await statuses(2, '/me/tracks')).toEqual([200, 200]);
    expect(await statuses(2, '/me')).toEqual([200, 429]);
    expect(await statuses(1, '/me/playlists')).toEqual([429]);
  });

  it('says its reason and its hours, and is another thing than the rate limit', async () => {
    service.behaviour.limits.quota = { perBucket: 1, total: 9, retryAfterSeconds: 48_925 };
    await get('/me');
    const answer = await get('/me');
    expect(answer.headers.get('retry-after')).toBe('48925');
    expect(await answer.json()).toMatchObject({
      error: { status: 429, reason: 'QUOTA_EXCEEDED' },
    });
  });

  it('can keep to itself how long it lasts', async () => {
    service.behaviour.limits.quota = { perBucket: 0, total: 0, sendsRetryAfter: false };
    expect(await retryAfter()).toBeNull();
  });

  it('has room again when requests are a day old, where it has no time of its own', async () => {
    service.behaviour.limits.quota = { perBucket: 2, total: 9 };
    await get('/me');
    await clock.advance(5 * HOUR_MS);
    expect(await statuses(2)).toEqual([200, 429]);
    await clock.advance(19 * HOUR_MS);
    expect(await statuses(2)).toEqual([200, 429]);
  });

  it('lasts as long as it was told to, from the last request while blocked', async () => {
    service.behaviour.limits.quota = { perBucket: 2, total: 9, retryAfterSeconds: 13 * 3_600 };
    expect(await statuses(3)).toEqual([200, 200, 429]);
    await clock.advance(12 * HOUR_MS);
    expect(await retryAfter()).toBe(String(13 * 3_600));
    await clock.advance(13 * HOUR_MS - 1);
    service.behaviour.limits.quota = { ...service.behaviour.limits.quota, prolonged: false };
    expect(await retryAfter()).toBe('1');
    await clock.advance(1);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  it('ends when it is switched off, and begins anew', async () => {
    const quota = { perBucket: 1, total: 9, retryAfterSeconds: 48_925 };
    service.behaviour.limits.quota = quota;
    expect(await statuses(2)).toEqual([200, 429]);
    service.behaviour.limits.quota = null;
    expect(await statuses(1)).toEqual([200]);
    service.behaviour.limits.quota = quota;
    expect(await statuses(2)).toEqual([200, 429]);
  });

  it('is not used up by requests that the rate limit refused', async () => {
    service.behaviour.limits.rateLimit = { requests: 1, perSeconds: 30, sendsRetryAfter: true };
    service.behaviour.limits.quota = { perBucket: 2, total: 9 };
    expect(await statuses(4)).toEqual([200, 429, 429, 429]);
    service.behaviour.limits.rateLimit = null;
    expect(await statuses(2)).toEqual([200, 429]);
  });
});
