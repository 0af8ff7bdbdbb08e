import { assertNever } from '../../shared/assert-never.ts';
import type { StatusTone } from '../../shared/texts/status-sentence.ts';

/** `paused`: nothing is checked for now, by the user's wish or since Spotify's quota is used up. */
export const TRAY_ICON_STATES = ['watching', 'working', 'paused', 'offline', 'attention'] as const;
export type TrayIconState = (typeof TRAY_ICON_STATES)[number];

/** The icon as it looks, whatever its size. */
export interface TrayIcon {
  readonly state: TrayIconState;
  /** Whether there are changes that nobody has seen yet. */
  readonly hasDot: boolean;
}

/** One file of `assets/tray/` and the display density for which it was drawn. */
export interface TrayIconFile {
  readonly file: string;
  readonly scaleFactor: number;
}

/** Heights in pixels that exist for every icon. */
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
      return 'paused';
    case 'offline':
    case 'attention':
      return tone;
    default:
      return assertNever(tone);
  }
}

/** What the names of its files begin with, and no other icon's do. */
export function trayIconName({ state, hasDot }: TrayIcon): string {
  return hasDot ? `${state}-new` : state;
}

/**
 * The files that make up the icon. Windows and macOS choose among densities themselves. On Linux
 * Chromium hands one bitmap to the panel, so the one for the primary display's density is given.
 */
export function trayIconFiles(
  icon: TrayIcon,
  platform: NodeJS.Platform,
  primaryScaleFactor: number,
): readonly TrayIconFile[] {
  const name = trayIconName(icon);
  switch (platform) {
    case 'darwin':
      return [
        { file: `${name}Template.png`, scaleFactor: 1 },
        { file: `${name}Template@2x.png`, scaleFactor: 2 },
      ];
    case 'win32':
      return [
        { file: `${name}-16.png`, scaleFactor: 1 },
        { file: `${name}-24.png`, scaleFactor: 1.5 },
        { file: `${name}-32.png`, scaleFactor: 2 },
        { file: `${name}-48.png`, scaleFactor: 3 },
      ];
    default:
      return [{ file: `${name}-${linuxPixels(primaryScaleFactor)}.png`, scaleFactor: 1 }];
  }
}

function linuxPixels(scaleFactor: number): number {
  const wanted = LINUX_PANEL_PIXELS * scaleFactor;
  return DRAWN_PIXELS.find((pixels) => pixels >= wanted - 1) ?? 48;
}
