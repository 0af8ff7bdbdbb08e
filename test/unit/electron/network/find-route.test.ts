import { describe, expect, it } from 'vitest';
import {
  createFindRoute,
  isOnThisMachine,
  type RouteSources,
} from '../../../../electron/network/find-route.ts';
import { DIRECT } from '../../../../electron/network/route.ts';
import type { ProxySetting } from '../../../../shared/proxy-setting.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const API = 'https://api.spotify.com/v1/me';
const PROXY = { kind: 'proxy', address: 'http://proxy.example:3128', login: null };

function bench(sources: Partial<RouteSources> = {}) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const find = createFindRoute({
    clock,
    setting: () => ({ kind: 'system' }),
    password: () => Promise.resolve(null),
    environment: () => '',
    system: (url) => {
      asked.push(url);
      return Promise.resolve('PROXY proxy.example:3128');
    },
    ...sources,
  });
  return { clock, asked, find };
}

const manual = (user: string | null): ProxySetting => ({
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user,
  hasPassword: user !== null,
});

describe('the way to an address', () => {
  it.each([
    'http://127.0.0.1:4000/v1',
    'http://127.8.9.1/',
    'http://[::1]:80/',
    'http://localhost:1/',
  ])('is always direct on this machine: %s', async (url) => {
    const { find } = bench({
      setting: () => manual(null),
      environment: () => 'http://x.example:1',
    });
    expect(await find(url)).toEqual(DIRECT);
  });

  it('is direct where the user wants no proxy, whatever the environment says', async () => {
    const { find, asked } = bench({
      setting: () => ({ kind: 'none' }),
      environment: () => 'http://x.example:1',
    });
    expect(await find(API)).toEqual(DIRECT);
    expect(asked).toEqual([]);
  });

  it('follows the environment before the system', async () => {
    const { find, asked } = bench({ environment: () => 'http://ann:p%40ss@env.example:8080' });
    expect(await find(API)).toEqual({
      kind: 'proxy',
      address: 'http://env.example:8080',
      login: { user: 'ann', password: 'p@ss' },
    });
    expect(asked).toEqual([]);
  });

  it('says which kind of proxy of the environment cannot be used', async () => {
    const { find } = bench({ environment: () => 'socks5://env.example:1080' });
    expect(await find(API)).toEqual({ kind: 'unusable', scheme: 'socks5' });
  });

  it('follows the system, and asks it for a host once in half a minute', async () => {
    const { find, asked, clock } = bench();
    expect(await find(API)).toEqual(PROXY);
    expect(await find('https://api.spotify.com/v1/me/tracks')).toEqual(PROXY);
    expect(asked).toEqual([API]);
    await clock.advance(30_000);
    await find(API);
    expect(asked).toEqual([API, API]);
  });

  it('asks the system for each host', async () => {
    const { find, asked } = bench();
    await find(API);
    await find('https://accounts.spotify.com/api/token');
    expect(asked).toHaveLength(2);
  });

  it('goes through the proxy that the user set, with the name and the kept password', async () => {
    const { find } = bench({
      setting: () => manual('ann'),
      password: () => Promise.resolve('secret'),
    });
    expect(await find(API)).toEqual({ ...PROXY, login: { user: 'ann', password: 'secret' } });
  });

  it('sends the name alone where the keychain does not give the password', async () => {
    const { find } = bench({ setting: () => manual('ann') });
    expect(await find(API)).toEqual({ ...PROXY, login: { user: 'ann', password: '' } });
  });

  it('is another one as soon as the setting is', async () => {
    let setting: ProxySetting = { kind: 'none' };
    const { find } = bench({ setting: () => setting });
    expect(await find(API)).toEqual(DIRECT);
    setting = manual(null);
    expect(await find(API)).toEqual(PROXY);
  });
});

describe('this machine', () => {
  it.each([
    ['127.0.0.1.example', false],
    ['128.0.0.1', false],
    ['api.spotify.com', false],
    ['sub.localhost', true],
    ['LOCALHOST', true],
  ])('%s: %s', (hostname, isHere) => {
    expect(isOnThisMachine(hostname)).toBe(isHere);
  });
});
