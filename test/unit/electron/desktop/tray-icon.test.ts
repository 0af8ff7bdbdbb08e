import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  TRAY_ICON_STATES,
  trayIconFiles,
  trayIconName,
  trayIconState,
} from '../../../../electron/desktop/tray-icon.ts';

const ICON_FOLDER = join(import.meta.dirname, '../../../../assets/tray');

describe('the tray icon', () => {
  it.each([
    ['good', 'watching'],
    ['busy', 'working'],
    ['waiting', 'paused'],
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
    expect(trayIconFiles({ state: 'watching', hasDot: false }, 'linux', density)).toEqual([
      { file, scaleFactor: 1 },
    ]);
  });

  it('is a template image on macOS', () => {
    const icon = { state: 'offline', hasDot: true } as const;
    expect(trayIconFiles(icon, 'darwin', 2).map(({ file }) => file)).toEqual([
      'offline-newTemplate.png',
      'offline-newTemplate@2x.png',
    ]);
  });

  it('is drawn for every state, platform and density', () => {
    for (const state of TRAY_ICON_STATES) {
      for (const platform of ['linux', 'darwin', 'win32'] as const) {
        for (const density of [1, 1.25, 1.5, 2, 2.5, 3]) {
          const icons = [false, true].map((hasDot) => ({ state, hasDot }));
          for (const { file } of icons.flatMap((icon) => trayIconFiles(icon, platform, density))) {
            expect(existsSync(join(ICON_FOLDER, file)), file).toBe(true);
          }
        }
      }
    }
  });

  it('has a name of its own for each state, with the dot and without', () => {
    const names = TRAY_ICON_STATES.flatMap((state) =>
      [false, true].map((hasDot) => trayIconName({ state, hasDot })),
    );
    expect(new Set(names).size).toBe(2 * TRAY_ICON_STATES.length);
  });
});
