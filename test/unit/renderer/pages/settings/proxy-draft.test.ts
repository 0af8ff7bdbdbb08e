import { describe, expect, it } from 'vitest';
import {
  draftOf,
  isUnchanged,
  orderOf,
  type ProxyDraft,
  settingOf,
} from '../../../../../renderer/pages/settings/proxy/proxy-draft.ts';
import type { ProxyOrder, ProxySetting } from '../../../../../shared/proxy-setting.ts';

const ADDRESS = 'http://proxy.example:3128';
const SYSTEM: ProxySetting = { kind: 'system' };
const KEPT: ProxySetting = { kind: 'manual', address: ADDRESS, user: 'ada', hasPassword: true };
const OPEN: ProxySetting = { kind: 'manual', address: ADDRESS, user: null, hasPassword: false };

type Password = Extract<ProxyOrder, { kind: 'manual' }>['password'];

describe('the form of the proxy', () => {
  it('never holds the password that is kept', () => {
    expect(draftOf(KEPT)).toEqual({
      kind: 'manual',
      address: ADDRESS,
      user: 'ada',
      password: '',
      isForgotten: false,
    });
  });

  it.each<[string, ProxySetting, Partial<ProxyDraft>, Password]>([
    ['the one that is typed', KEPT, { password: ' s ' }, { kind: 'given', password: ' s ' }],
    ['the one that is kept, where none is typed', KEPT, {}, { kind: 'kept' }],
    [
      'the kept one for another address too, to be refused',
      KEPT,
      { address: 'x' },
      { kind: 'kept' },
    ],
    ['none where it is to be forgotten', KEPT, { isForgotten: true }, { kind: 'none' }],
    ['none where there is none', OPEN, { user: 'bea' }, { kind: 'none' }],
    ['none from what was set before', SYSTEM, { kind: 'manual' }, { kind: 'none' }],
  ])('asks for %s', (_, setting, change, password) => {
    const order = orderOf({ ...draftOf(setting), ...change }, setting);
    expect(order).toMatchObject({ kind: 'manual', password });
  });

  it('asks for no name where only spaces stand', () => {
    expect(orderOf({ ...draftOf(OPEN), user: '  ' }, OPEN)).toMatchObject({ user: null });
  });

  it.each<[ProxySetting, Partial<ProxyDraft>, boolean]>([
    [SYSTEM, {}, true],
    [SYSTEM, { kind: 'none' }, false],
    // What stands in fields that are not shown is no change.
    [SYSTEM, { address: 'x' }, true],
    [KEPT, {}, true],
    [KEPT, { kind: 'system' }, false],
    [KEPT, { address: ` ${ADDRESS} ` }, true],
    [KEPT, { address: 'http://other.example:1' }, false],
    [KEPT, { user: 'bea' }, false],
    [KEPT, { password: 's' }, false],
    [KEPT, { isForgotten: true }, false],
  ])('%o with %o is as it was: %s', (setting, change, expected) => {
    expect(isUnchanged({ ...draftOf(setting), ...change }, setting)).toBe(expected);
  });

  it('knows what is set once its order was taken', () => {
    const order = orderOf({ ...draftOf(KEPT), address: 'Proxy.Example:3128' }, KEPT);
    expect(settingOf(order)).toEqual(KEPT);
    expect(settingOf({ kind: 'none' })).toEqual({ kind: 'none' });
    expect(settingOf(orderOf({ ...draftOf(KEPT), address: '' }, KEPT))).toBeNull();
  });
});
