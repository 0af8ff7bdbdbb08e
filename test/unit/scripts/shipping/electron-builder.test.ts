import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../../scripts/project-root.ts';

const config = parse(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8'));

describe('the packaged app', () => {
  it.each([
    ['cannot be run as plain Node', 'runAsNode', false],
    ['ignores NODE_OPTIONS', 'enableNodeOptionsEnvironmentVariable', false],
    ['opens no debugger', 'enableNodeCliInspectArguments', false],
    ['encrypts its cookies', 'enableCookieEncryption', true],
    ['checks the integrity of its code', 'enableEmbeddedAsarIntegrityValidation', true],
    ['loads no code from beside its archive', 'onlyLoadAppFromAsar', true],
    ['gives file: pages no privileges', 'grantFileProtocolExtraPrivileges', false],
  ])('%s', (_name, fuse, value) => {
    expect(config.electronFuses[fuse]).toBe(value);
  });

  it('has a hardened runtime on macOS with an entitlement for V8 and no other', () => {
    expect(config.mac.hardenedRuntime).toBe(true);
    const entitlements = readFileSync(join(projectRoot, config.mac.entitlements), 'utf8');
    expect([...entitlements.matchAll(/<key>(.+?)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });

  it('is made for the packages that people install', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz']);
    expect(config.mac.target.map(({ target }: { target: string }) => target)).toEqual([
      'dmg',
      'zip',
    ]);
    expect(config.win.target).toEqual(['nsis']);
  });

  it('has icons that are there', () => {
    for (const path of [config.linux.icon, config.mac.icon, config.win.icon]) {
      expect(existsSync(join(projectRoot, path)), path).toBe(true);
    }
  });

  it('knows where newer versions are', () => {
    expect(config.publish).toMatchObject({ provider: 'github' });
  });
});
