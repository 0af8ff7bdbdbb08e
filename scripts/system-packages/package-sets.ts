/** Debian packages by what they are needed for. */
export const packageSets = {
  /** Libraries that Electron and the keychain binding load. */
  run: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libdrm2',
    'libxtst6',
    'libatk-bridge2.0-0',
    'libcups2',
    'libnotify4',
    'libsecret-1-0',
  ],
  /** To unpack the pinned Electron. */
  unpack: ['unzip'],
  /** A display where there is none. */
  display: ['xvfb'],
  /**
   * A private message bus and keyring, the browser that signs in, a look at the display, and what
   * starts a program by its desktop entry and checks that; a panel that shows tray icons, and a
   * hand that clicks them.
   */
  tests: [
    'dbus',
    'dbus-x11',
    'gnome-keyring',
    'chromium',
    'xdg-utils',
    'xauth',
    'x11-utils',
    'libglib2.0-bin',
    'desktop-file-utils',
    'xfce4-panel',
    'xfconf',
    'xdotool',
  ],
  /** To make packages where electron-builder's own tools cannot be downloaded, and to check them. */
  packages: ['rpm', 'appstream'],
} as const;

export type PackageSet = keyof typeof packageSets;

export function packagesOf(sets: readonly PackageSet[]): readonly string[] {
  return sets.flatMap((set) => packageSets[set]);
}
