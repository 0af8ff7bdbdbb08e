import type { MenuItemConstructorOptions } from 'electron';
import { applicationMenuTexts } from '../../shared/texts/application-menu-texts.ts';
import type { ZoomMove } from '../../shared/zoom-step.ts';

interface MenuInput {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly onZoom: (move: ZoomMove) => void;
  /** Where there is no tray to quit from, the menu is seen and offers it. */
  readonly onQuit: (() => void) | null;
}

/**
 * The application menu. macOS shows it; elsewhere it stays invisible and only carries the keys that
 * everyone expects to work: copy and paste, zoom, full screen, close. Zooming is ours and no role of
 * Electron's, so that it is a setting like any other: seen, kept and put back.
 */
export function applicationMenu(input: MenuInput): MenuItemConstructorOptions[] {
  const { platform, packaged, onZoom, onQuit } = input;
  const isMac = platform === 'darwin';
  const zoom = (move: ZoomMove, key: string): MenuItemConstructorOptions => ({
    label: applicationMenuTexts.zoom[move],
    accelerator: `CommandOrControl+${key}`,
    click: () => onZoom(move),
  });
  const view: MenuItemConstructorOptions[] = [
    zoom('reset', '0'),
    zoom('in', 'Plus'),
    // The key without Shift, which most keyboards have for "+", and those of the number pad.
    { ...zoom('in', '='), visible: false },
    { ...zoom('in', 'numadd'), visible: false },
    zoom('out', '-'),
    { ...zoom('out', 'numsub'), visible: false },
    { ...zoom('reset', 'num0'), visible: false },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const development: MenuItemConstructorOptions[] = packaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  const file: MenuItemConstructorOptions[] =
    onQuit === null
      ? []
      : [
          {
            label: applicationMenuTexts.file,
            submenu: [
              { role: 'close' },
              { type: 'separator' },
              // Without a key: it lies next to the one that closes the window.
              { label: applicationMenuTexts.quit, click: onQuit },
            ],
          },
        ];
  return [
    ...file,
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { role: 'editMenu' },
    { label: applicationMenuTexts.view, submenu: [...view, ...development] },
    isMac
      ? { role: 'windowMenu' }
      : { label: applicationMenuTexts.window, submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
}
