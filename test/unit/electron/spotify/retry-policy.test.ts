import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../../electron/spotify/api-failure.ts';
import { backoffMs, retriesAfter } from '../../../../electron/spotify/retry-policy.ts';

describe('backoffMs', () => {
  it.each([
    [1, 0.5, 250],
    [2, 0.5, 500],
    [3, 0.5, 1_000],
    [3, 0, 0],
    [10, 0.999, 7_992],
  ])('before retry %i at random %f is %i ms', (retry, random, expected) => {
    expect(backoffMs(retry, random)).toBe(expected);
  });

  it('spreads over the whole range, never beyond it', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), random, (retry, value) => {
        const waitMs = backoffMs(retry, value);
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThan(Math.min(8_000, 500 * 2 ** (retry - 1)));
      }),
    );
  });
});

describe('retriesAfter', () => {
  it.each<[string, ApiFailure, wasOut: boolean, retries: number]>([
    ['a failing server', { kind: 'server', status: 502 }, false, 3],
    ['half a body', { kind: 'unreadable', status: 200 }, false, 3],
    ['a broken connection', { kind: 'network', code: 'ECONNRESET' }, false, 3],
    ['a socket that was closed', { kind: 'network', code: 'UND_ERR_SOCKET' }, false, 3],
    ['no way to Spotify', { kind: 'network', code: 'ENETUNREACH' }, false, 1],
    ['silence', { kind: 'network', code: 'time-limit' }, false, 1],
    ['a guest network', { kind: 'network', code: 'FOREIGN_ANSWER' }, false, 0],
    ['a proxy that wants a password', { kind: 'network', code: 'PROXY_LOGIN' }, false, 0],
    ['a look whether Spotify is back', { kind: 'network', code: 'ECONNRESET' }, true, 0],
    ['a failing server that is back', { kind: 'server', status: 502 }, true, 3],
  ])('after %s: %o, out before: %s, it is %i', (_what, failure, wasOut, retries) => {
    expect(retriesAfter(failure, wasOut)).toBe(retries);
  });
});
