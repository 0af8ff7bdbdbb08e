/** The same as `appId` in electron-builder.yml, which the installer puts into the start menu. */
export const APP_USER_MODEL_ID = 'io.github.cratewatch.app';

/**
 * Windows shows a notification under the name that goes with this id, and none without one. It has
 * to be set before the first window or notification.
 */
export function nameForNotifications(
  app: { setAppUserModelId(id: string): void },
  platform: NodeJS.Platform,
): void {
  if (platform === 'win32') {
    app.setAppUserModelId(APP_USER_MODEL_ID);
  }
}
