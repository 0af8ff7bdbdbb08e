import type { Settings, SettingsStore } from './settings.ts';

/** Settings that end with the process: the sample library leaves nothing in the user's own. */
export class MemorySettingsStore implements SettingsStore {
  #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  read(): Settings {
    return this.#settings;
  }

  update(change: Partial<Omit<Settings, 'version'>>): void {
    this.#settings = { ...this.#settings, ...change };
  }
}
