import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Notice } from '../../shared/notice.ts';
import type { Settings, SettingsStore } from './settings.ts';
import { prepareSettingsFile } from './settings-file.ts';

const NAME = 'settings';

/**
 * Opens `settings.json` in a folder. Reading never fails: what is read once is kept in memory, and a
 * write that fails is logged and holds until the app ends.
 *
 * @param folder - absolute
 */
export function openSettings(options: {
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}): { readonly store: SettingsStore; readonly notice: Notice | null } {
  const { folder, logger } = options;
  const prepared = prepareSettingsFile({ ...options, path: join(folder, `${NAME}.json`) });
  const file = openFile(folder, logger);
  let settings: Settings = prepared.settings;
  const store: SettingsStore = {
    read: () => settings,
    update: (change) => {
      settings = { ...settings, ...change };
      try {
        // Only what is named here is replaced; settings of another version stay in the file.
        file?.set({ ...settings });
      } catch (error) {
        logger.error('The settings could not be written.', {
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    },
  };
  return { store, notice: prepared.notice };
}

/** Null where not even an empty file can be had; the settings then end with the app. */
function openFile(folder: string, logger: Logger): ElectronStore<Partial<Settings>> | null {
  try {
    return new ElectronStore<Partial<Settings>>({ cwd: folder, name: NAME });
  } catch (error) {
    logger.error('The settings file cannot be used.', {
      detail: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}
