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
 * change that cannot be written is told, and holds until the app ends.
 *
 * @param folder - absolute
 */
export function openSettings(options: {
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What is to be told later than at the opening. */
  readonly tell: (notice: Notice) => void;
}): { readonly store: SettingsStore; readonly notice: Notice | null } {
  const { folder, logger, tell } = options;
  const prepared = prepareSettingsFile({ ...options, path: join(folder, `${NAME}.json`) });
  const file = openFile(folder, logger);
  let settings: Settings = prepared.settings;
  let isTold = false;
  const store: SettingsStore = {
    read: () => settings,
    update: (change) => {
      settings = { ...settings, ...change };
      try {
        // Only what is named here is replaced; settings of another version stay in the file.
        if (file !== null) {
          file.set({ ...settings });
          isTold = false;
          return;
        }
      } catch (error) {
        logger.error('The settings could not be written.', {
          detail: error instanceof Error ? error.message : String(error),
        });
      }
      // Once: the window's place is written often, and a banner put away is to stay away.
      if (!isTold) tell({ kind: 'settings-not-saved', id: 'settings-not-saved' });
      isTold = true;
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
