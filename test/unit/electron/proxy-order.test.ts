import { describe, expect, it } from 'vitest';
import { readProxyOrder } from '../../../electron/proxy-order.ts';
import type { ProxyOrder, ProxyProblem, ProxySetting } from '../../../shared/proxy-setting.ts';
import { proxySettingSchema } from '../../../shared/proxy-setting.ts';

type ManualOrder = Extract<ProxyOrder, { kind: 'manual' }>;

const SYSTEM: ProxySetting = { kind: 'system' };
const KEPT: ProxySetting = {
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user: 'ann',
  hasPassword: true,
};

const manual = (change: Partial<ManualOrder> = {}): ProxyOrder => ({
  kind: 'manual',
  address: 'proxy.example:3128',
  user: null,
  password: { kind: 'none' },
  ...change,
});

describe('an order for a proxy', () => {
  it.each<ProxyOrder>([{ kind: 'system' }, { kind: 'none' }])('%o is taken', (order) => {
    expect(readProxyOrder(order, KEPT)).toEqual({ kind: 'ok', setting: order, newPassword: null });
  });

  it('is written in full, and holds no password', () => {
    const reading = readProxyOrder(
      manual({ user: ' ann ', password: { kind: 'given', password: 'p@ss' } }),
      SYSTEM,
    );
    expect(reading).toMatchObject({ kind: 'ok', setting: KEPT });
    expect(JSON.stringify(reading)).not.toContain('p@ss');
    expect(reading.kind === 'ok' && reading.newPassword?.reveal()).toBe('p@ss');
    expect(reading.kind === 'ok' && proxySettingSchema.safeParse(reading.setting).success).toBe(
      true,
    );
  });

  it('takes a name that is only spaces for none', () => {
    expect(readProxyOrder(manual({ user: '  ' }), SYSTEM)).toMatchObject({
      setting: { user: null, hasPassword: false },
    });
  });

  it('keeps a password for the same proxy and name', () => {
    const order = manual({ user: 'ann', password: { kind: 'kept' } });
    expect(readProxyOrder(order, KEPT)).toEqual({ kind: 'ok', setting: KEPT, newPassword: null });
  });

  it.each<[string, Partial<ManualOrder>, ProxySetting]>([
    ['another address', { address: 'evil.example:3128', user: 'ann' }, KEPT],
    ['another name', { user: 'bea' }, KEPT],
    ['nothing that was kept', { user: 'ann' }, SYSTEM],
  ])('does not send a kept password to %s', (_, change, current) => {
    expect(readProxyOrder(manual({ ...change, password: { kind: 'kept' } }), current)).toEqual({
      kind: 'invalid',
      problems: [{ field: 'password', fault: 'other-proxy' }],
    });
  });

  it.each<[Partial<ManualOrder>, ProxyProblem[]]>([
    [{ address: 'proxy.example' }, [{ field: 'address', fault: 'no-port' }]],
    [{ address: 'http://a:b@proxy:1' }, [{ field: 'address', fault: 'credentials' }]],
    [{ user: 'a:b' }, [{ field: 'user', fault: 'colon' }]],
    [{ password: { kind: 'given', password: 'x' } }, [{ field: 'user', fault: 'missing' }]],
    [
      { user: 'ann', password: { kind: 'given', password: '' } },
      [{ field: 'password', fault: 'empty' }],
    ],
    [
      { address: '', user: 'a\nb', password: { kind: 'given', password: 'a\r\nb' } },
      [
        { field: 'address', fault: 'empty' },
        { field: 'user', fault: 'control-character' },
        { field: 'password', fault: 'control-character' },
      ],
    ],
  ])('%o is refused with every reason', (change, problems) => {
    expect(readProxyOrder(manual(change), SYSTEM)).toEqual({ kind: 'invalid', problems });
  });
});
