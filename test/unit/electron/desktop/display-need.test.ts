import { describe, expect, it } from 'vitest';
import { displayNeed } from '../../../../electron/desktop/display-need.ts';

const TRAY = { exitAfterSync: false, screenshot: null };
const FOR_CRON = { exitAfterSync: true, screenshot: null };
const PICTURE = { exitAfterSync: true, screenshot: 'a.png' };

describe('a display', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, TRAY, 'there'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-1' }, TRAY, 'there'],
    ['linux', { XDG_SESSION_TYPE: 'wayland' }, TRAY, 'there'],
    ['linux', { XDG_SESSION_TYPE: 'tty' }, TRAY, 'missing'],
    ['linux', {}, TRAY, 'missing'],
    ['linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, TRAY, 'missing'],
    ['linux', {}, FOR_CRON, 'do-without'],
    ['linux', {}, PICTURE, 'missing'],
    ['linux', { DISPLAY: ':0' }, FOR_CRON, 'there'],
    ['darwin', {}, TRAY, 'there'],
    ['win32', {}, FOR_CRON, 'there'],
  ] as const)('on %s with %j for %j is %s', (platform, env, options, expected) => {
    expect(displayNeed({ platform, env, args: [], options })).toBe(expected);
  });

  it('that was chosen is nobody else’s to judge', () => {
    const args = ['--ozone-platform=headless'];
    expect(displayNeed({ platform: 'linux', env: {}, args, options: TRAY })).toBe('there');
  });
});
