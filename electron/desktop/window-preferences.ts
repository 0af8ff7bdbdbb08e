import type { WebPreferences } from 'electron';

interface PreferenceInput {
  readonly packaged: boolean;
  readonly preloadPath: string;
}

/**
 * How far the page is kept from the machine. Most of these are Electron's defaults; they are
 * written down because a changed default must not open anything.
 */
export function windowPreferences({ packaged, preloadPath }: PreferenceInput): WebPreferences {
  return {
    preload: preloadPath,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: !packaged,
    // Compiled code is kept from the first opening on: by itself Chromium does so only for a page
    // that is opened twice in three days, and many open this one once a week.
    v8CacheOptions: 'bypassHeatCheck',
  };
}
