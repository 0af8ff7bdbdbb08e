import { assertNever } from '../../shared/assert-never.ts';
import type { StatusTone } from '../../shared/texts/status-sentence.ts';

export const TRAY_ICON_STATES = ['watching', 'working', 'waiting', 'offline', 'attention'] as const;
export type TrayIconState = (typeof TRAY_ICON_STATES)[number];

/** One file of `assets/tray/` and the display density for which it was drawn. */
export interface TrayIconFile {
  readonly file: string;
  readonly scaleFactor: number;
}

/** Heights in pixels that exist for every state. */
const DRAWN_PIXELS = [16, 22, 24, 32, 44, 48] as const;
/** What panels on Linux take as the height of an icon at normal density. */
const LINUX_PANEL_PIXELS = 22;

export function trayIconState(tone: StatusTone): TrayIconState {
  switch (tone) {
    case 'good':
      return 'watching';
    case 'busy':
      return 'working';
    case 'waiting':
    case 'offline':
    case 'attention':
      return tone;
    default:
      return assertNever(tone);
  }
}

/**
 * The files that make up the icon. Windows and macOS choose among densities themselves. On Linux
 * Chromium hands one bitmap to the panel, so the one for the primary display's density is given.
 */
export function trayIconFiles(
  state: TrayIconState,
  platform: NodeJS.Platform,
  primaryScaleFactor: number,
): readonly TrayIconFile[] {
  switch (platform) {
    case 'darwin':
      return [
        { file: `${state}Template.png`, scaleFactor: 1 },
        { file: `${state}Template@2x.png`, scaleFactor: 2 },
      ];
    case 'win32':
      return [
        { file: `${state}-16.png`, scaleFactor: 1 },
        { file: `${state}-24.png`, scaleFactor: 1.5 },
        { file: `${state}-32.png`, scaleFactor: 2 },
        { file: `${state}-48.png`, scaleFactor: 3 },
      ];
    default:
      return [{ file: `${state}-${linuxPixels(primaryScaleFactor)}.png`, scaleFactor: 1 }];
  }
}

function linuxPixels(scaleFactor: number): number {
  const wanted = LINUX_PANEL_PIXELS * scaleFactor;
  return DRAWN_PIXELS.find((pixels) => pixels >= wanted - 1) ?? 48;
}
