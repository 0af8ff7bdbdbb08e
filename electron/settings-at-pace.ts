import { minutesOnBattery } from '../shared/battery-pace.ts';
import type { Settings, SettingsStore } from './storage/settings.ts';

/** The settings as they hold for the monitor at this moment: on battery it checks less often. */
export function settingsAtPace(
  settings: Pick<SettingsStore, 'read'>,
  isOnBattery: () => boolean,
): Pick<SettingsStore, 'read'> {
  return {
    read: (): Settings => {
      const chosen = settings.read();
      const { checkIntervalMinutes, checkLessOnBattery } = chosen;
      return checkLessOnBattery && isOnBattery()
        ? { ...chosen, checkIntervalMinutes: minutesOnBattery(checkIntervalMinutes) }
        : chosen;
    },
  };
}
