import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { applicationMenu } from '../../../../electron/desktop/application-menu.ts';

function roles(items: readonly MenuItemConstructorOptions[]): string[] {
  return items.flatMap(({ role, submenu }) => [
    ...(role === undefined ? [] : [role]),
    ...(Array.isArray(submenu) ? roles(submenu) : []),
  ]);
}

describe('the application menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('carries the usual keys on %s', (platform) => {
    const found = roles(applicationMenu({ platform, packaged: true }));
    expect(found).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom']));
    expect(found).toContain(platform === 'darwin' ? 'windowMenu' : 'close');
    expect(found.includes('appMenu')).toBe(platform === 'darwin');
  });

  it('has the developer tools only while developing', () => {
    for (const role of ['reload', 'toggleDevTools']) {
      expect(roles(applicationMenu({ platform: 'linux', packaged: false }))).toContain(role);
      expect(roles(applicationMenu({ platform: 'linux', packaged: true }))).not.toContain(role);
    }
  });
});
