import { expect, it } from 'vitest';
import { trayConduct } from '../../../../electron/desktop/tray-conduct.ts';

it.each([
  ['linux', { clickOpensWindow: true, renewsOpenMenu: true }],
  ['win32', { clickOpensWindow: true, renewsOpenMenu: false }],
  ['darwin', { clickOpensWindow: false, renewsOpenMenu: false }],
] as const)('on %s the icon behaves as its users expect', (platform, conduct) => {
  expect(trayConduct(platform)).toEqual(conduct);
});
