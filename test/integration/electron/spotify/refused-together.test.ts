import { afterEach, describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../../electron/spotify/api-failure.ts';
import type { Watch } from '../../../../electron/watch.ts';
import { WatchBench } from '../harness/watch-bench.ts';

let bench: WatchBench;
afterEach(() => bench.close());

/** Twenty requests at the same time, each for another page. */
async function askTwenty(watch: Watch): Promise<readonly ApiResult<unknown>[]> {
  const options = { origin: 'by-hand', market: null } as const;
  const calls = Array.from({ length: 20 }, (_, page) =>
    watch.api.savedTracks({ ...options, offset: page * 5 }),
  );
  return await Promise.all(calls);
}

/** What came in since, at the token endpoint and for saved tracks. */
function since(count: number) {
  const requests = bench.service.requests.slice(count);
  const pages = requests.filter(({ path }) => path === '/v1/me/tracks');
  return {
    tokens: requests.filter(({ path }) => path === '/api/token').length,
    refused: pages.filter(({ status }) => status === 401).length,
    answered: pages.filter(({ status }) => status === 200 || status === 304).length,
    mostForOnePage: Math.max(
      ...pages.map(({ query }) => pages.filter((other) => other.query === query).length),
    ),
  };
}

describe.each([{ rotation: false }, { rotation: true }])('with %o', (options) => {
  it('twenty requests that meet a refused token renew it once, and none fails', async () => {
    bench = await WatchBench.start(options);
    const watch = await bench.watchSignedIn();
    for (let round = 0; round < 3; round += 1) {
      bench.service.revokeAccessTokens();
      const before = bench.service.requests.length;
      const results = await askTwenty(watch);
      expect(results.map(({ kind }) => kind)).toEqual(Array(20).fill('ok'));
      expect(since(before)).toMatchObject({ tokens: 1, answered: 20 });
      // Two are in flight at a time; the others start with the new token.
      expect(since(before).refused).toBeLessThanOrEqual(2);
      expect(since(before).mostForOnePage).toBeLessThanOrEqual(2);
    }
    expect(watch.session.state.kind).toBe('active');
  });

  it('a token that is refused though it is new is not renewed round and round', async () => {
    bench = await WatchBench.start(options);
    const watch = await bench.watchSignedIn();
    const fault = bench.service.faults.add({
      match: { path: '/v1/me/tracks', times: Number.POSITIVE_INFINITY },
      action: {
        kind: 'answer',
        status: 401,
        body: JSON.stringify({ error: { status: 401, message: 'The access token expired' } }),
      },
    });
    const before = bench.service.requests.length;
    const results = await askTwenty(watch);
    for (const result of results) {
      expect(result).toEqual({ kind: 'failed', failure: { kind: 'unauthorized' } });
    }
    expect(since(before).tokens).toBe(1);
    expect(since(before).mostForOnePage).toBeLessThanOrEqual(2);
    expect(watch.session.state.kind).toBe('active');

    fault.remove();
    expect((await askTwenty(watch)).map(({ kind }) => kind)).toEqual(Array(20).fill('ok'));
    expect(since(before).tokens).toBe(1);
  });

  it('the monitor spends no request on a token that was just refused though it is new', async () => {
    bench = await WatchBench.start(options);
    const watch = await bench.watchSignedIn();
    bench.service.faults.add({
      match: { path: /^\/v1\//, times: Number.POSITIVE_INFINITY },
      action: { kind: 'answer', status: 401, body: '' },
    });
    const before = bench.service.requests.length;
    for (let offset = 0; offset < 50; offset += 5) {
      const request = { origin: 'monitor', market: null, offset } as const;
      const result = await watch.api.savedTracks(request);
      expect(result).toMatchObject({ failure: { kind: 'unauthorized' } });
    }
    expect(since(before)).toMatchObject({ tokens: 1, refused: 2 });
  });
});
