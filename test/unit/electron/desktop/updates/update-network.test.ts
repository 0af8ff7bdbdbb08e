import { describe, expect, it } from 'vitest';
import { ProxyAnswer } from '../../../../../electron/desktop/updates/proxy-answer.ts';
import { updateProxy } from '../../../../../electron/desktop/updates/update-network.ts';
import type { ProxySetting } from '../../../../../shared/proxy-setting.ts';

const GITHUB = new URL('https://github.com/');
const MANUAL: ProxySetting = {
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user: 'ann',
  hasPassword: true,
};

describe('the proxy on the way to newer versions', () => {
  it.each<[string, ProxySetting, Record<string, string>, object]>([
    ['none', { kind: 'none' }, { https_proxy: 'http://a:1' }, { mode: 'direct' }],
    ['the system’s', { kind: 'system' }, {}, { mode: 'system' }],
    [
      'the environment’s, without its password',
      { kind: 'system' },
      { HTTPS_PROXY: 'http://ann:hush@a:1' },
      { mode: 'fixed_servers', proxyRules: 'http://a:1' },
    ],
    [
      'none for what the environment takes out',
      { kind: 'system' },
      { https_proxy: 'http://a:1', no_proxy: 'github.com' },
      { mode: 'direct' },
    ],
    [
      'the system’s where the environment names what only Chromium can use',
      { kind: 'system' },
      { all_proxy: 'socks5://a:1' },
      { mode: 'system' },
    ],
    [
      'the user’s',
      MANUAL,
      { https_proxy: 'http://a:1' },
      { mode: 'fixed_servers', proxyRules: 'http://proxy.example:3128' },
    ],
  ])('is %s', (_name, setting, environment, expected) => {
    expect(updateProxy(setting, environment, GITHUB)).toEqual(expected);
  });

  it('is told the name and password once a run, and a server never', async () => {
    const login = { user: 'ann', password: 'hush' };
    const answer = new ProxyAnswer(async () => login);
    expect(await answer.answer({ isProxy: false })).toBeNull();
    expect(await answer.answer({ isProxy: true })).toEqual(login);
    expect(await answer.answer({ isProxy: true })).toBeNull();
    answer.reset();
    expect(await answer.answer({ isProxy: true })).toEqual(login);
  });
});
