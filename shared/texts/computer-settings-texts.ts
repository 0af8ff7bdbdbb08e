import { minutesOnBattery } from '../battery-pace.ts';
import { everyPhrase } from './request-settings-texts.ts';

export const computerSettingsTexts = {
  title: 'This computer',
  battery: {
    name: 'Fewer checks on battery',
    purpose:
      'While the computer runs on its battery, Cratewatch waits three times as long between two checks, but no more than a day. Plugged in again, it makes up for a check at once.',
  },
} as const;

/** What that comes to with the minutes that are chosen. */
export function batteryMeaning(checkIntervalMinutes: number): string {
  const onBattery = minutesOnBattery(checkIntervalMinutes);
  return onBattery === checkIntervalMinutes
    ? `${everyPhrase(onBattery)}, as without it.`
    : `${everyPhrase(onBattery)} on battery.`;
}
