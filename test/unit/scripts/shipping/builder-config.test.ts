import { describe, expect, it } from 'vitest';
import {
  builderConfig,
  forTesting,
  TESTING_FOLDER,
} from '../../../../scripts/shipping/builder-config.ts';

const BASE = {
  files: ['out/**'],
  directories: { output: 'dist' },
  deb: { depends: ['a'] },
  rpm: {},
};

describe('the configuration for packaging', () => {
  it('leaves it to electron-builder to fetch the official Electron', () => {
    const config = builderConfig(BASE, { source: 'official', distPath: '/e', version: '45.4.1' });
    expect(config).not.toHaveProperty('electronDist');
    expect(config.directories).toEqual({ output: 'dist' });
  });

  it('takes any other Electron from its folder', () => {
    const config = builderConfig(BASE, { source: 'pinned', distPath: '/e', version: '33.2.1' });
    expect(config).toMatchObject({ electronDist: '/e', electronVersion: '33.2.1' });
  });

  it('puts what is only for testing where nobody takes it for a release', () => {
    const config = forTesting(BASE);
    expect(config.directories).toEqual({ output: TESTING_FOLDER });
    expect(config.deb).toMatchObject({ depends: ['a'] });
  });

  it.each([
    ['33.2.1', false],
    ['34.5.8', false],
    ['35.0.0', true],
    ['45.4.1', true],
    ['of unknown version', false],
  ])('ships SQLite of its own on Electron %s unless Electron has it: %s', (version, hasIt) => {
    const { files } = builderConfig(BASE, { source: 'override', distPath: '/e', version });
    expect(files.some((pattern) => pattern.includes('@photostructure'))).toBe(hasIt);
  });
});
