import type { App } from 'electron';

/**
 * Whether the system started this at login. macOS passes no arguments then, so `--hidden` cannot say
 * it; elsewhere it does. To be asked once Electron is ready.
 */
export function wasStartedAtLogin(
  app: Pick<App, 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
