import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  TRAY_ICON_STATES,
  trayIconFiles,
  trayIconState,
} from '../../../../electron/desktop/tray-icon.ts';

const ICON_FOLDER = join(import.meta.dirname, '../../../../assets/tray');

describe('the tray icon', () => {
  it.each([
    ['good', 'watching'],
    ['busy', 'working'],
    ['waiting', 'waiting'],
    ['offline', 'offline'],
    ['attention', 'attention'],
  ] as const)('for the tone %s is %s', (tone, state) => {
    expect(trayIconState(tone)).toBe(state);
  });

  it.each([
    [1, 'watching-22.png'],
    [1.25, 'watching-32.png'],
    [1.5, 'watching-32.png'],
    [2, 'watching-44.png'],
    [3, 'watching-48.png'],
  ])('on Linux at density %s is %s', (density, file) => {
    expect(trayIconFiles('watching', 'linux', density)).toEqual([{ file, scaleFactor: 1 }]);
  });

  it('is a template image on macOS', () => {
    expect(trayIconFiles('offline', 'darwin', 2).map(({ file }) => file)).toEqual([
      'offlineTemplate.png',
      'offlineTemplate@2x.png',
    ]);
  });

  it('is drawn for every state, platform and density', () => {
    for (const state of TRAY_ICON_STATES) {
      for (const platform of ['linux', 'darwin', 'win32'] as const) {
        for (const density of [1, 1.25, 1.5, 2, 2.5, 3]) {
          for (const { file } of trayIconFiles(state, platform, density)) {
            expect(existsSync(join(ICON_FOLDER, file)), file).toBe(true);
          }
        }
      }
    }
  });
});
