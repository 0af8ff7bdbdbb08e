import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';
import { readSettings } from '../../../electron/storage/settings-file.ts';
import { type ProxySetting, proxySettingSchema } from '../../../shared/proxy-setting.ts';

const MANUAL: ProxySetting = {
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user: 'ann',
  hasPassword: true,
};

describe('the proxy in the settings file', () => {
  it.each<ProxySetting>([
    { kind: 'system' },
    { kind: 'none' },
    MANUAL,
    { ...MANUAL, user: null, hasPassword: false },
  ])('can be %o', (proxy) => {
    expect(proxySettingSchema.parse(proxy)).toEqual(proxy);
  });

  it.each<[string, unknown]>([
    ['another kind', { kind: 'pac' }],
    ['no address', { ...MANUAL, address: '' }],
    ['an address without a port', { ...MANUAL, address: 'http://proxy.example' }],
    ['a port out of range', { ...MANUAL, address: 'http://proxy.example:65536' }],
    ['a password in the address', { ...MANUAL, address: 'http://ann:x@proxy.example:3128' }],
    ['SOCKS', { ...MANUAL, address: 'socks5://proxy.example:1080' }],
    ['an empty name', { ...MANUAL, user: '' }],
    ['a name with a colon', { ...MANUAL, user: 'a:b' }],
    ['a name with a line break', { ...MANUAL, user: 'a\r\nb' }],
    ['a text', 'http://proxy.example:3128'],
    ['nothing', null],
  ])('that was changed by hand to %s makes a damaged file', (_, proxy) => {
    expect(readSettings(JSON.stringify({ ...DEFAULT_SETTINGS, proxy }))).toEqual({
      kind: 'unusable',
      reason: 'damaged',
    });
  });

  it('is the system’s where an older version wrote the file', () => {
    const { proxy: _, ...older } = DEFAULT_SETTINGS;
    expect(readSettings(JSON.stringify(older))).toMatchObject({
      kind: 'settings',
      settings: { proxy: { kind: 'system' } },
    });
  });

  it('holds no password, whatever stood in the file', () => {
    const kept = proxySettingSchema.parse({ ...MANUAL, password: 'hush' });
    expect(JSON.stringify(kept)).not.toContain('hush');
  });
});
