import { describe, expect, it } from 'vitest';
import {
  loginItemOf,
  loginItemOrder,
  loginItemQuery,
} from '../../../../../electron/desktop/login-item/system-login-item.ts';

const PROGRAM = {
  path: 'C:\\Program Files\\Cratewatch\\Cratewatch.exe',
  args: ['--user-data-dir=D:\\my profile\\', '--hidden'],
};

describe('the login item', () => {
  it('is asked for without a path on macOS, which starts the app itself', () => {
    expect(loginItemQuery('darwin', PROGRAM)).toEqual({});
    expect(loginItemOrder('darwin', PROGRAM, true)).toEqual({ openAtLogin: true });
    expect(loginItemOrder('darwin', PROGRAM, false)).toEqual({ openAtLogin: false });
  });

  it('is named in quotes on Windows, where a path with a space is two words', () => {
    const query = {
      path: '"C:\\Program Files\\Cratewatch\\Cratewatch.exe"',
      args: ['"--user-data-dir=D:\\my profile\\\\"', '--hidden'],
    };
    expect(loginItemQuery('win32', PROGRAM)).toEqual(query);
    expect(loginItemOrder('win32', PROGRAM, true)).toEqual({
      openAtLogin: true,
      enabled: true,
      ...query,
    });
    expect(loginItemOrder('win32', PROGRAM, false)).toEqual({ openAtLogin: false, ...query });
  });

  it.each([
    ['darwin', { openAtLogin: false, status: 'not-registered' }, 'off'],
    ['darwin', { openAtLogin: true, status: 'enabled' }, 'on'],
    ['darwin', { openAtLogin: false, status: 'requires-approval' }, 'to-be-allowed'],
    ['darwin', { openAtLogin: false, status: 'not-found' }, 'off'],
    ['darwin', { openAtLogin: true }, 'on'],
    ['win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
    // In the list, and switched off in the Task Manager.
    ['win32', { openAtLogin: true, executableWillLaunchAtLogin: false }, 'off'],
    ['win32', { openAtLogin: false, executableWillLaunchAtLogin: true }, 'off'],
  ] as const)('on %s that is %j is %s', (platform, found, kind) => {
    expect(loginItemOf(platform, found)).toEqual({ kind });
  });
});
