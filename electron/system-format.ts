import { app, systemPreferences } from 'electron';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { systemLocale } from './desktop/system-locale.ts';

/** How this system's user writes dates and numbers, as it stands now. Not before Electron is ready. */
export function systemFormat(): TextFormat {
  followTimeZone();
  return {
    locale: systemLocale({
      platform: process.platform,
      environment: process.env,
      reported: app.getSystemLocale(),
      language: app.getLocale(),
      hours: process.platform === 'darwin' ? chosenHours() : null,
    }),
  };
}

/**
 * Node.js keeps the zone that it started in, so a laptop that travels would go on telling the time
 * at home. Any write to `TZ` makes it look again; a zone that somebody set there stays.
 */
function followTimeZone(): void {
  if (process.env.TZ === undefined) {
    delete process.env.TZ;
  }
}

function chosenHours(): 12 | 24 | null {
  if (systemPreferences.getUserDefault('AppleICUForce24HourTime', 'boolean')) {
    return 24;
  }
  return systemPreferences.getUserDefault('AppleICUForce12HourTime', 'boolean') ? 12 : null;
}
