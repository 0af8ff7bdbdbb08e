import { expect, test } from 'vitest';
import { MemorySettingsStore } from '../../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';

test('replaces what is named and leaves what it was given untouched', () => {
  const store = new MemorySettingsStore(DEFAULT_SETTINGS);
  store.update({ checkIntervalMinutes: 15 });
  expect(store.read()).toEqual({ ...DEFAULT_SETTINGS, checkIntervalMinutes: 15 });
  expect(DEFAULT_SETTINGS.checkIntervalMinutes).toBe(60);
});
