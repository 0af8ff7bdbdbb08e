import { describe, expect, it } from 'vitest';
import { electronArguments } from '../../../../scripts/launch/electron-arguments.ts';

const launch = {
  appFolder: '/app',
  options: ['--hidden'],
  platform: 'linux' as NodeJS.Platform,
  isRoot: false,
};

describe("Electron's arguments", () => {
  it("are the app's folder and then its options", () => {
    expect(electronArguments(launch)).toEqual(['/app', '--hidden']);
  });

  it('give up the sandbox for root on Linux only', () => {
    expect(electronArguments({ ...launch, isRoot: true })).toEqual([
      '--no-sandbox',
      '/app',
      '--hidden',
    ]);
    expect(electronArguments({ ...launch, isRoot: true, platform: 'darwin' })).toEqual([
      '/app',
      '--hidden',
    ]);
  });

  it('do not say twice what the user said', () => {
    const options = ['--no-sandbox'];
    expect(electronArguments({ ...launch, isRoot: true, options })).toEqual([
      '/app',
      '--no-sandbox',
    ]);
  });
});
