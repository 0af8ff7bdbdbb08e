import type { App } from 'electron';

/**
 * On macOS there is no second start: whoever opens a program that runs already, or clicks it in the
 * Dock, activates it. Another system never tells of that.
 *
 * To be called once the app stands: the first start of all may count as an activation too, and a
 * hidden one is to stay hidden.
 */
export function onActivation(app: Pick<App, 'on'>, openWindow: () => void): void {
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) {
      openWindow();
    }
  });
}
