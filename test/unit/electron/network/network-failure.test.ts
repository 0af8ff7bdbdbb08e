import { describe, expect, it } from 'vitest';
import { errorCode, networkFailure } from '../../../../electron/network/network-failure.ts';
import { DIRECT, type Route } from '../../../../electron/network/route.ts';

const PROXY: Route = { kind: 'proxy', address: 'http://proxy.example:3128', login: null };

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const tunnel = (status: number) =>
  withCode('UND_ERR_ABORTED', `Proxy response (${status}) !== 200 when HTTP Tunneling`);

describe('why nothing came back', () => {
  it.each<[string, unknown, Route, string]>([
    ['a refused connection', withCode('ECONNREFUSED'), DIRECT, 'ECONNREFUSED'],
    ['a proxy that is not there', withCode('ECONNREFUSED'), PROXY, 'PROXY_UNREACHABLE'],
    ['a proxy whose name nobody knows', withCode('ENOTFOUND'), PROXY, 'PROXY_UNREACHABLE'],
    ['no network at all, with a proxy set', withCode('ENETUNREACH'), PROXY, 'ENETUNREACH'],
    ['a reset, with a proxy between', withCode('ECONNRESET'), PROXY, 'ECONNRESET'],
    ['a proxy that wants a password', tunnel(407), PROXY, 'PROXY_LOGIN'],
    ['a proxy that refuses this host', tunnel(403), PROXY, 'PROXY_UNREACHABLE'],
    ['a proxy that cannot reach Spotify', tunnel(502), PROXY, 'PROXY_GATEWAY'],
    ['a certificate', withCode('CERT_HAS_EXPIRED'), PROXY, 'CERT_HAS_EXPIRED'],
    [
      'a cause that is wrapped',
      new TypeError('x', { cause: new AggregateError([withCode('ETIMEDOUT')]) }),
      DIRECT,
      'ETIMEDOUT',
    ],
    ['an error without a code', new TypeError('x'), DIRECT, 'TypeError'],
    ['no error at all', 'x', DIRECT, 'UNKNOWN'],
  ])('%s', (_, error, route, code) => {
    expect(networkFailure(error, route)).toBe(code);
  });

  it('is found in a circle of causes without going round for ever', () => {
    const error = new Error('x');
    error.cause = error;
    expect(errorCode(error)).toBe('Error');
  });
});
