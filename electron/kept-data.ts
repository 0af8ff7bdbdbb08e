import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { createLibrary } from './library/create-library.ts';
import type { Library } from './library/library.ts';
import { createUnusableLibrary } from './library/unusable-library.ts';
import { NoticeBoard } from './notice-board.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';
import { openSettings } from './storage/electron-settings-store.ts';
import type { SettingsStore } from './storage/settings.ts';
import { openStorage, type Storage } from './storage-opening.ts';

export interface KeptDataOptions {
  /** Electron's user data folder. */
  readonly folder: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

/** What is kept on the disk, and what became of it at the start. */
export interface KeptData {
  readonly settings: SettingsStore;
  readonly notices: NoticeBoard;
  /** Opens a database; what is to be told about it goes to the notices. */
  openStorage(path: string): Storage;
  /** The library on a database, or one that says why there is none. */
  createLibrary(api: SpotifyApi, storage: Storage, settings: Pick<SettingsStore, 'read'>): Library;
}

/** Opens the settings and makes ready to open databases. */
export function openKeptData({ folder, clock, random, logger }: KeptDataOptions): KeptData {
  const notices = new NoticeBoard();
  const { store, notice } = openSettings({
    folder,
    clock,
    logger,
    tell: (told) => notices.add(told),
  });
  notices.add(notice);
  return {
    settings: store,
    notices,
    openStorage: (path) => {
      const storage = openStorage(path, clock, logger);
      notices.add(storage.notice);
      return storage;
    },
    createLibrary: (api, { database }, settings) =>
      database === null
        ? createUnusableLibrary(api)
        : createLibrary({ clock, random, api, database, settings, logger }),
  };
}
