import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { applicationMenu } from '../../../../electron/desktop/application-menu.ts';
import type { ZoomMove } from '../../../../shared/zoom-step.ts';

const ignore = (): void => undefined;

function all(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
}

function roles(items: readonly MenuItemConstructorOptions[]): string[] {
  return all(items).flatMap(({ role }) => (role === undefined ? [] : [role]));
}

describe('the application menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('carries the usual keys on %s', (platform) => {
    const found = roles(
      applicationMenu({ platform, packaged: true, onZoom: ignore, onQuit: null }),
    );
    expect(found).toEqual(expect.arrayContaining(['editMenu', 'togglefullscreen']));
    expect(found).toContain(platform === 'darwin' ? 'windowMenu' : 'close');
    expect(found.includes('appMenu')).toBe(platform === 'darwin');
  });

  it.each<[string, ZoomMove]>([
    ['Plus', 'in'],
    ['=', 'in'],
    ['numadd', 'in'],
    ['-', 'out'],
    ['numsub', 'out'],
    ['0', 'reset'],
    ['num0', 'reset'],
  ])('zooms by the key %s: %s', (key, expected) => {
    const moves: ZoomMove[] = [];
    const onZoom = (move: ZoomMove) => moves.push(move);
    const items = all(applicationMenu({ platform: 'linux', packaged: true, onZoom, onQuit: null }));
    const [item] = items.filter(({ accelerator }) => accelerator === `CommandOrControl+${key}`);
    Reflect.apply(item?.click ?? ignore, undefined, []);
    expect(moves).toEqual([expected]);
  });

  it('has the developer tools only while developing', () => {
    for (const role of ['reload', 'toggleDevTools']) {
      const menu = (packaged: boolean) =>
        roles(applicationMenu({ platform: 'linux', packaged, onZoom: ignore, onQuit: null }));
      expect(menu(false)).toContain(role);
      expect(menu(true)).not.toContain(role);
    }
  });

  it('offers to quit where there is no tray for that, and only there', () => {
    let quits = 0;
    const menu = (onQuit: (() => void) | null) =>
      all(applicationMenu({ platform: 'linux', packaged: true, onZoom: ignore, onQuit }));
    const [item] = menu(() => {
      quits += 1;
    }).filter(({ label }) => label === 'Quit Cratewatch');
    Reflect.apply(item?.click ?? ignore, undefined, []);
    expect(quits).toBe(1);
    expect(item?.accelerator).toBeUndefined();
    expect(menu(null).map(({ label }) => label)).not.toContain('Quit Cratewatch');
  });
});
