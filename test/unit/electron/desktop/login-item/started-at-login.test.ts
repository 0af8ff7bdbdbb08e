import { expect, test } from 'vitest';
import { wasStartedAtLogin } from '../../../../../electron/desktop/login-item/started-at-login.ts';

test.each([
  ['darwin', true, true],
  ['darwin', false, false],
  ['linux', true, false],
  ['win32', true, false],
] as const)(
  'on %s a start that the system calls one at login (%s): %s',
  (platform, was, expected) => {
    const app = { getLoginItemSettings: () => ({ wasOpenedAtLogin: was }) };
    expect(wasStartedAtLogin(app as never, platform)).toBe(expected);
  },
);
