import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderTrouble } from '../../../../electron/desktop/folder-trouble.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a folder that can be written to is no trouble', () => {
  expect(folderTrouble(folder)).toBeNull();
});

it('a folder that another program holds is held, whatever may be done with it', () => {
  // As Chromium makes it: a link to the holder that leads to no file.
  symlinkSync('host-4711', join(folder, 'SingletonLock'));
  expect(folderTrouble(folder)).toBeNull();
});

it('a folder that is not there is told by its error', () => {
  expect(folderTrouble(join(folder, 'gone'))).toBe('ENOENT');
});
