import type { MenuItemConstructorOptions } from 'electron';

interface MenuInput {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
}

/**
 * The application menu. macOS shows it; elsewhere it stays invisible and only carries the keys that
 * everyone expects to work: copy and paste, zoom, close.
 */
export function applicationMenu({ platform, packaged }: MenuInput): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The key without Shift, which most keyboards have for "+".
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const development: MenuItemConstructorOptions[] = packaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    { label: 'View', submenu: [...view, ...development] },
    isMac
      ? { role: 'windowMenu' }
      : { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
}
