import { describe, expect, it } from 'vitest';
import {
  type Environment,
  environmentRoute,
} from '../../../../electron/network/environment-routes.ts';

const DIRECT = { kind: 'direct' };
const through = (address: string) => ({ kind: 'proxy', address, login: null });
const ask = (url: string, environment: Environment) => environmentRoute(new URL(url), environment);
const API = 'https://api.spotify.com/v1/me';

describe('the environment', () => {
  it.each<[string, Environment, object | null]>([
    ['says nothing', {}, null],
    ['says nothing with empty variables', { HTTPS_PROXY: '', https_proxy: ' ' }, null],
    ['says nothing of https with HTTP_PROXY', { HTTP_PROXY: 'http://p.example:1' }, null],
    ['says nothing with NO_PROXY alone', { NO_PROXY: '*' }, null],
    ['names a proxy', { HTTPS_PROXY: 'http://p.example:3128' }, through('http://p.example:3128')],
    [
      'names one in lower case before upper',
      { https_proxy: 'http://low.example:1', HTTPS_PROXY: 'http://up.example:1' },
      through('http://low.example:1'),
    ],
    [
      'names one in upper case where the lower is empty',
      { https_proxy: '', HTTPS_PROXY: 'http://up.example:1' },
      through('http://up.example:1'),
    ],
    ['names one for all', { ALL_PROXY: 'http://all.example:1' }, through('http://all.example:1')],
    [
      'names one for https before the one for all',
      { all_proxy: 'http://all.example:1', HTTPS_PROXY: 'http://p.example:1' },
      through('http://p.example:1'),
    ],
    ['means http where no scheme stands', { HTTPS_PROXY: 'p:3128' }, through('http://p:3128')],
    ['allows a slash at the end', { HTTPS_PROXY: 'http://p:3128/' }, through('http://p:3128')],
    ['takes out', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '.spotify.com' }, DIRECT],
    [
      'takes out in lower case before upper',
      { HTTPS_PROXY: 'http://p:1', no_proxy: 'x.example', NO_PROXY: '*' },
      through('http://p:1'),
    ],
    [
      'names a kind that cannot be used',
      { ALL_PROXY: 'socks5://p:1080' },
      { kind: 'none', code: 'PROXY_UNUSABLE' },
    ],
    ['names no address', { HTTPS_PROXY: 'http://' }, { kind: 'none', code: 'PROXY_UNUSABLE' }],
  ])('%s', (_, environment, route) => {
    expect(ask(API, environment)).toEqual(route);
  });

  it('has HTTP_PROXY for addresses without TLS', () => {
    expect(ask('http://plain.example/', { HTTP_PROXY: 'http://p:1' })).toEqual(
      through('http://p:1'),
    );
  });

  it.each([
    ['http://ann:p%40ss@p.example:1', 'ann:p@ss'],
    ['http://ann:100%@p.example:1', 'ann:100%'],
    ['http://ann@p.example:1', 'ann:'],
    ['http://DOM%5Cann:x@p.example:1', 'DOM\\ann:x'],
    ['http://jürgen:pässe@p.example:1', 'jürgen:pässe'],
  ])('has the login in the address: %s', (address, pair) => {
    const route = ask(API, { HTTPS_PROXY: address });
    expect(route).toMatchObject({ kind: 'proxy', address: 'http://p.example:1' });
    const header = route?.kind === 'proxy' ? route.login?.header() : null;
    expect(header).toBe(`Basic ${Buffer.from(pair).toString('base64')}`);
  });
});
