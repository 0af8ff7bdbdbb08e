import type { DesktopSettings } from './desktop-settings.ts';

/** What holds until the user sets something else. It stands apart from the schemas, as the bounds. */
export const DEFAULT_DESKTOP_SETTINGS: DesktopSettings = {
  notifyOfChanges: true,
  notifyOfTrouble: true,
  notifyOfRenewal: true,
  quietHours: false,
  quietFromMinute: 22 * 60,
  quietToMinute: 8 * 60,
  checkLessOnBattery: true,
  // Off until the user says yes: it asks a server that is not Spotify's.
  lookForUpdates: false,
};
