import { describe, expect, it } from 'vitest';
import {
  missingPackages,
  namesInRelease,
} from '../../../../scripts/system-packages/missing-packages.ts';

describe('missing packages', () => {
  it('are those that dpkg does not know or has only remains of', () => {
    const status = 'xvfb installed\nunzip config-files\nxvfb-extra installed\n';
    expect(missingPackages(['xvfb', 'unzip', 'dbus'], status)).toEqual(['unzip', 'dbus']);
  });

  it('are none when every one is installed', () => {
    expect(missingPackages(['dbus', 'xvfb'], 'xvfb installed\ndbus installed\n')).toEqual([]);
  });

  it('do not include a library installed under its 64-bit-time name', () => {
    expect(missingPackages(['libgtk-3-0'], 'libgtk-3-0t64 installed\n')).toEqual([]);
  });

  it('do not count a longer name as the package itself', () => {
    expect(missingPackages(['dbus'], 'dbus-x11 installed\n')).toEqual(['dbus']);
  });

  it('are asked for by the name that the release has', () => {
    const known = new Set(['libasound2', 'libasound2t64', 'unzip']);
    expect(namesInRelease(['libasound2', 'unzip'], known)).toEqual(['libasound2t64', 'unzip']);
  });
});
