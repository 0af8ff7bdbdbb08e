/** What differs between the systems in how a tray icon behaves. */
export interface TrayConduct {
  /** On macOS a click opens the menu, and the window must not come with it. */
  readonly clickOpensWindow: boolean;
  /**
   * Whether an open menu may be replaced by a newer one. On Linux the panel draws the menu and takes
   * over what has changed; elsewhere the system holds on to the menu that it has opened.
   */
  readonly renewsOpenMenu: boolean;
}

export function trayConduct(platform: NodeJS.Platform): TrayConduct {
  switch (platform) {
    case 'darwin':
      return { clickOpensWindow: false, renewsOpenMenu: false };
    case 'win32':
      return { clickOpensWindow: true, renewsOpenMenu: false };
    default:
      return { clickOpensWindow: true, renewsOpenMenu: true };
  }
}
