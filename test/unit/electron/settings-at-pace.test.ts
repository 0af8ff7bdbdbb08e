import { describe, expect, it } from 'vitest';
import { settingsAtPace } from '../../../electron/settings-at-pace.ts';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';

describe('the minutes between two checks', () => {
  it.each([
    [60, true, true, 180],
    [60, true, false, 60],
    [60, false, true, 60],
    [15, true, true, 45],
    [720, true, true, 1_440],
    [1_440, true, true, 1_440],
  ])('chosen as %i, fewer on battery %s, on battery %s, are %i', (chosen, less, onBattery, is) => {
    const settings = {
      read: () => ({
        ...DEFAULT_SETTINGS,
        checkIntervalMinutes: chosen,
        checkLessOnBattery: less,
      }),
    };
    expect(settingsAtPace(settings, () => onBattery).read()).toEqual({
      ...settings.read(),
      checkIntervalMinutes: is,
    });
  });
});
