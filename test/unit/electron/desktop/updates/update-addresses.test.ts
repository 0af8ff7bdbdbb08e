import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  isUpdateAddress,
  RELEASES,
} from '../../../../../electron/desktop/updates/update-addresses.ts';

const LOCAL = 'http://127.0.0.1:4100';

describe('an address for newer versions', () => {
  it.each([
    'https://github.com/cratewatch/cratewatch/releases.atom',
    'https://github.com/cratewatch/cratewatch/releases/download/v1.2.0/latest-linux.yml',
    'https://objects.githubusercontent.com/github-production-release-asset/1?X-Amz=1',
    'https://release-assets.githubusercontent.com/github-production-release-asset/1',
  ])('%s is asked', (address) => {
    expect(isUpdateAddress(address, null)).toBe(true);
    expect(isUpdateAddress(address, LOCAL)).toBe(false);
  });

  it.each([
    'http://github.com/cratewatch/cratewatch/releases.atom',
    'https://github.com:8443/',
    'https://user:word@github.com/',
    'https://github.com.evil.example/',
    'https://evil.example/github.com',
    'https://githubusercontent.com/',
    'https://evilgithubusercontent.com/',
    'https://api.github.com/',
    'https://127.0.0.1/',
    'http://127.0.0.1:4100/latest-linux.yml',
    'file:///etc/passwd',
    'data:text/plain,x',
    'nonsense',
  ])('%s is not', (address) => {
    expect(isUpdateAddress(address, null)).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:4100/latest-linux.yml', true],
    ['http://127.0.0.1:4101/latest-linux.yml', false],
    ['https://127.0.0.1:4100/', false],
    ['http://localhost:4100/', false],
    ['http://user@127.0.0.1:4100/', false],
    ['https://github.com/', false],
  ])('of a development build: %s → %s', (address, expected) => {
    expect(isUpdateAddress(address, LOCAL)).toBe(expected);
  });

  it('is the one that builds announce', () => {
    const path = resolve(import.meta.dirname, '../../../../../electron-builder.yml');
    expect(parse(readFileSync(path, 'utf8'))).toMatchObject({
      publish: { provider: 'github', ...RELEASES },
    });
  });
});
