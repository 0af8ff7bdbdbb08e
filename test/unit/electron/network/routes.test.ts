import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../../../electron/network/route.ts';
import { createRoutes, type RouteSources } from '../../../../electron/network/routes.ts';
import { usualTrust } from '../../../../electron/network/trusted-certificates.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import type { ProxySetting } from '../../../../shared/proxy-setting.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const API = 'https://api.spotify.com/v1/me';
const DIRECT = { kind: 'direct' };
const PROXY = { kind: 'proxy', address: 'http://proxy.example:3128', login: null };
const HTTPS_PROXY = 'http://ann:p%40ss@env.example:8080';

function bench(sources: Partial<RouteSources> = {}) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const routes = createRoutes({
    clock,
    logger: silentLogger,
    setting: () => ({ kind: 'system' }),
    password: () => Promise.resolve(null),
    environment: {},
    askSystem: (url) => {
      asked.push(url);
      return Promise.resolve('PROXY proxy.example:3128');
    },
    trust: usualTrust,
    ...sources,
  });
  return { clock, asked, routes };
}

const manual = (user: string | null, hasPassword = user !== null): ProxySetting => ({
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user,
  hasPassword,
});

/** The first of the ways, with its login in the clear. */
async function first(routes: ReturnType<typeof createRoutes>, url = API) {
  const found = await routes.to(url);
  const route: Route | undefined = 'code' in found ? undefined : found[0];
  return route?.kind === 'proxy' && route.login !== null
    ? { ...route, login: Buffer.from(route.login.header().slice(6), 'base64').toString() }
    : (route ?? found);
}

async function theOnly(routes: ReturnType<typeof createRoutes>): Promise<Route> {
  const found = await routes.to(API);
  const route = 'code' in found ? undefined : found[0];
  if (route === undefined) {
    throw new Error('There is no way');
  }
  return route;
}

describe('the way to an address', () => {
  it.each([
    'http://127.0.0.1:4000/v1',
    'http://127.8.9.1/',
    'http://[::1]:80/',
    'http://localhost:1/',
    'http://sub.LOCALHOST./',
  ])('is always direct on this machine: %s', async (url) => {
    for (const setting of [manual(null), { kind: 'system' }] as const) {
      const { routes, asked } = bench({
        setting: () => setting,
        environment: { HTTP_PROXY: HTTPS_PROXY, ALL_PROXY: HTTPS_PROXY },
      });
      expect(await routes.to(url)).toEqual([DIRECT]);
      expect(asked).toEqual([]);
    }
  });

  it.each(['http://127.0.0.1.example/', 'http://128.0.0.1/', 'http://localhost.example/', API])(
    'is not taken for this machine: %s',
    async (url) => {
      expect(await bench().routes.to(url)).toEqual([PROXY]);
    },
  );

  it('is direct where the user wants no proxy, whatever the environment says', async () => {
    const { routes, asked } = bench({
      setting: () => ({ kind: 'none' }),
      environment: { HTTPS_PROXY },
    });
    expect(await routes.to(API)).toEqual([DIRECT]);
    expect(asked).toEqual([]);
  });

  it('follows the environment before the system', async () => {
    const { routes, asked } = bench({ environment: { HTTPS_PROXY } });
    expect(await first(routes)).toEqual({
      kind: 'proxy',
      address: 'http://env.example:8080',
      login: 'ann:p@ss',
    });
    expect(asked).toEqual([]);
  });

  it('is direct where the environment takes it out, whatever the system says', async () => {
    const { routes, asked } = bench({ environment: { HTTPS_PROXY, NO_PROXY: 'spotify.com' } });
    expect(await routes.to(API)).toEqual([DIRECT]);
    expect(asked).toEqual([]);
  });

  it('is none where only a kind of proxy is named that cannot be used', async () => {
    const { routes } = bench({ environment: { ALL_PROXY: 'socks5://env.example:1080' } });
    expect(await routes.to(API)).toEqual({ kind: 'none', code: 'PROXY_UNUSABLE' });
  });

  it('is the user’s proxy, with the name and the kept password', async () => {
    const { routes } = bench({
      setting: () => manual('ann'),
      password: () => Promise.resolve('s:cret'),
    });
    expect(await first(routes)).toEqual({ ...PROXY, login: 'ann:s:cret' });
  });

  it('has the name alone where no password was ever set', async () => {
    const { routes } = bench({ setting: () => manual('ann', false) });
    expect(await first(routes)).toEqual({ ...PROXY, login: 'ann:' });
  });

  it('has no login at all while the keychain does not give the password', async () => {
    const { routes } = bench({ setting: () => manual('ann') });
    expect(await first(routes)).toEqual(PROXY);
  });

  it('is another one as soon as the setting is', async () => {
    let setting: ProxySetting = { kind: 'none' };
    const { routes } = bench({ setting: () => setting });
    expect(await routes.to(API)).toEqual([DIRECT]);
    setting = manual(null);
    expect(await routes.to(API)).toEqual([PROXY]);
  });

  it('shows no password when it is printed', async () => {
    const { routes } = bench({ environment: { HTTPS_PROXY } });
    const route = await theOnly(routes);
    const seen = `${inspect(route, { depth: 9, showHidden: true })}${JSON.stringify(route)}`;
    expect(seen).not.toMatch(/p@ss|p%40ss|YW5u/);
  });
});

describe('the system', () => {
  it('is asked about a host once in half a minute', async () => {
    const { routes, asked, clock } = bench();
    await routes.to(API);
    await routes.to('https://accounts.spotify.com/api/token');
    await routes.to('https://api.spotify.com/v1/me/tracks');
    expect(asked).toHaveLength(2);
    await clock.advance(30_000);
    expect(await routes.to(API)).toEqual([PROXY]);
    expect(asked).toHaveLength(3);
  });

  it.each(['user', 'system'] as const)('is asked again when the %s says so', async (by) => {
    const { routes, asked } = bench();
    await routes.to(API);
    routes.lookAgain(by);
    await routes.to(API);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['does not answer', () => new Promise<string>(() => undefined)],
    ['fails', () => Promise.reject(new Error('no'))],
  ])('that %s stands for no proxy', async (_, askSystem) => {
    const { routes, clock } = bench({ askSystem });
    const found = routes.to(API);
    await clock.advance(5_000);
    expect(await found).toEqual([DIRECT]);
    expect(clock.pendingCount).toBe(0);
  });
});

describe('a proxy that did not answer', () => {
  const askSystem = () => Promise.resolve('PROXY a.example:1; PROXY b.example:2; DIRECT');

  it('comes last for five minutes', async () => {
    const { routes, clock } = bench({ askSystem });
    routes.failed(await theOnly(routes), 'PROXY_UNREACHABLE');
    const addresses = async () => {
      const found = await routes.to(API);
      return 'code' in found ? [] : found.map((one) => (one.kind === 'proxy' ? one.address : '-'));
    };
    expect(await addresses()).toEqual(['http://b.example:2', '-', 'http://a.example:1']);
    await clock.advance(5 * 60_000);
    expect(await addresses()).toEqual(['http://a.example:1', 'http://b.example:2', '-']);
    routes.failed(await theOnly(routes), 'PROXY_UNREACHABLE');
    routes.lookAgain('system');
    expect(await addresses()).toEqual(['http://a.example:1', 'http://b.example:2', '-']);
  });

  it('is still the way where there is no other', async () => {
    const { routes } = bench();
    routes.failed(await theOnly(routes), 'PROXY_UNREACHABLE');
    expect(await routes.to(API)).toEqual([PROXY]);
  });
});

describe('a login that a proxy refused', () => {
  const REFUSED = { kind: 'none', code: 'PROXY_LOGIN' };

  it('is not sent again for half an hour, so that no account is locked', async () => {
    const { routes, clock } = bench({ environment: { HTTPS_PROXY } });
    routes.failed(await theOnly(routes), 'PROXY_LOGIN');
    expect(await routes.to(API)).toEqual(REFUSED);
    routes.lookAgain('system');
    expect(await routes.to(API)).toEqual(REFUSED);
    await clock.advance(30 * 60_000);
    expect(await first(routes)).toMatchObject({ login: 'ann:p@ss' });
  });

  it('is sent again when the user says so', async () => {
    const { routes } = bench({ environment: { HTTPS_PROXY } });
    routes.failed(await theOnly(routes), 'PROXY_LOGIN');
    routes.lookAgain('user');
    expect(await first(routes)).toMatchObject({ login: 'ann:p@ss' });
  });

  it('does not stand in the way of another password', async () => {
    let password = 'wrong';
    const { routes } = bench({
      setting: () => manual('ann'),
      password: () => Promise.resolve(password),
    });
    routes.failed(await theOnly(routes), 'PROXY_LOGIN');
    expect(await routes.to(API)).toEqual(REFUSED);
    password = 'right';
    expect(await first(routes)).toMatchObject({ login: 'ann:right' });
  });

  it('without a login there was nothing to refuse: the proxy is asked again', async () => {
    const { routes } = bench();
    routes.failed(await theOnly(routes), 'PROXY_LOGIN');
    expect(await routes.to(API)).toEqual([PROXY]);
  });
});
