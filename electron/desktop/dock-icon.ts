/** The part of Electron's `app` that is used; only macOS has a dock. */
export interface DockApp {
  readonly dock?: { show(): Promise<void>; hide(): void } | undefined;
  on(event: 'browser-window-created' | 'window-all-closed', listener: () => void): unknown;
}

/**
 * On macOS Cratewatch stands in the dock while it has a window, and only then: the tray is the
 * application. A packaged one starts without (`LSUIElement` in its Info.plist), so that nothing
 * flashes up at login.
 */
export function standInDockWithWindow(app: DockApp): void {
  const { dock } = app;
  if (dock === undefined) return;
  dock.hide();
  app.on('browser-window-created', () => void dock.show());
  app.on('window-all-closed', () => dock.hide());
}
