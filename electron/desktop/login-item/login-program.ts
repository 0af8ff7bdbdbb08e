import { join } from 'node:path';
import type { LoginItemHindrance } from '../../../shared/login-item.ts';

/** A program and its arguments, as they are to be started at login. */
export interface LoginProgram {
  readonly path: string;
  readonly args: readonly string[];
}

/** How this Cratewatch was started. */
export interface OwnStart {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  /** The folder that holds package.json; used where the program is not packaged. */
  readonly appPath: string;
  /** Everything after the executable. */
  readonly args: readonly string[];
  /** Electron's user data folder. */
  readonly profileFolder: string;
}

/**
 * Switches of the runtime that whoever needs them needs at login as well. Not those for looking
 * inside a running program.
 */
const KEPT_SWITCHES = [
  'no-sandbox',
  'no-zygote',
  'in-process-gpu',
  'ignore-gpu-blocklist',
  'disable-gpu',
  'disable-features',
  'enable-features',
  'force-device-scale-factor',
  'gtk-version',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
] as const;

/** What is to be started at login, or why that cannot be. */
export function loginProgram(
  start: OwnStart,
):
  | { readonly kind: 'program'; readonly program: LoginProgram }
  | { readonly kind: 'not-possible'; readonly reason: LoginItemHindrance } {
  const { platform, packaged, appPath } = start;
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') {
    return { kind: 'not-possible', reason: 'unknown-system' };
  }
  if (platform === 'linux' && isSandboxed(start)) {
    return { kind: 'not-possible', reason: 'sandboxed' };
  }
  // Elsewhere the bare runtime would be entered, under its own name and without the app.
  if (!packaged && platform !== 'linux') {
    return { kind: 'not-possible', reason: 'development' };
  }
  const args = [...keptSwitches(start), '--hidden'];
  return {
    kind: 'program',
    program: {
      path: platform === 'linux' ? linuxProgram(start) : start.execPath,
      args: packaged ? args : [appPath, ...args],
    },
  };
}

/**
 * An AppImage runs from a mount that is gone after it ends: what stays is the file itself. The
 * variables are inherited, so a terminal inside another AppImage must not be taken for us.
 */
export function linuxProgram({ env, execPath }: Pick<OwnStart, 'env' | 'execPath'>): string {
  const { APPIMAGE, APPDIR } = env;
  const isOwn = APPDIR !== undefined && isInside(execPath, APPDIR);
  return isOwn && APPIMAGE?.startsWith('/') ? APPIMAGE : execPath;
}

function isSandboxed({ env, execPath }: OwnStart): boolean {
  const isFlatpak = env.FLATPAK_ID !== undefined && isInside(execPath, '/app');
  const isSnap = env.SNAP !== undefined && isInside(execPath, env.SNAP);
  return isFlatpak || isSnap;
}

function isInside(path: string, folder: string): boolean {
  return folder.startsWith('/') && path.startsWith(join(folder, '/'));
}

function keptSwitches({ args, profileFolder }: OwnStart): readonly string[] {
  return args.flatMap((argument) => {
    const name = argument.startsWith('--') ? argument.slice(2).split('=', 1)[0] : null;
    if (name === 'user-data-dir') {
      // As it was understood: the path may have been a relative one.
      return [`--user-data-dir=${profileFolder}`];
    }
    return KEPT_SWITCHES.some((kept) => kept === name) ? [argument] : [];
  });
}
