import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

// The items of Electron's security checklist that are about what is shipped, not about the running
// program; the others are in test/e2e/security/.

const root = join(import.meta.dirname, '../../../..');
const builder = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const installed = JSON.parse(
  readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
);

/** The oldest line that Electron still mends in November 2026. Raise it with each release. */
const OLDEST_SUPPORTED_MAJOR = 43;

describe('16 Use a current version of Electron', () => {
  it('ships an exact version of a line that is still mended', () => {
    const version: string = manifest.devDependencies.electron;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(OLDEST_SUPPORTED_MAJOR);
    expect(installed.version).toBe(version);
  });

  it('ships that very version, not the older runtime that tests may use', () => {
    expect(builder.electronVersion).toBeUndefined();
    expect(builder.electronDist).toBeUndefined();
    expect(builder.electronDownload).toBeUndefined();
  });
});

describe('19 Check which fuses you can change', () => {
  it('ships with every way into the program that it does not need burnt', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('ships the code in an archive, which the fuses ask for', () => {
    expect(builder.asar).not.toBe(false);
  });
});
