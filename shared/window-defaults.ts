import type { WindowSettings } from './window-settings.ts';

/** What holds until the user sets something else. It stands apart from the schemas, as the bounds. */
export const DEFAULT_WINDOW_SETTINGS: WindowSettings = {
  appearance: 'system',
  zoomPercent: 100,
  singleKeyShortcuts: true,
};
