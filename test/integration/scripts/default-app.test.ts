import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCaptured } from '../../../scripts/child-process.ts';
import { findElectron } from '../../../scripts/electron-runtime/find-electron.ts';
import { electronArguments } from '../../../scripts/launch/electron-arguments.ts';

// Electron itself runs here, so this needs the display that with-desktop.ts gives.

const report = `
  console.log(JSON.stringify({
    name: app.getName(), version: app.getVersion(), appPath: app.getAppPath(),
    packaged: app.isPackaged, defaultApp: process.defaultApp === true,
    options: process.argv.slice(process.argv.indexOf(app.getAppPath()) + 1),
    preloaded: globalThis.preloaded === true,
  }));
  app.exit(5);`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-app-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeApp(type: 'module' | 'commonjs', importLine: string): void {
  const manifest = { name: 'small', productName: 'Small App', version: '3.2.1', type };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'start.js' }));
  writeFileSync(join(folder, 'start.js'), `${importLine}\n${report}`);
}

async function runElectron(switches: readonly string[], options: readonly string[]) {
  const electron = await findElectron(() => undefined);
  const args = electronArguments({
    appFolder: folder,
    options,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
  });
  return runCaptured(electron.executablePath, [...switches, ...args], { timeLimitMs: 20_000 });
}

describe('Electron started with a folder', () => {
  it.each([
    ['module', "import { app } from 'electron';"],
    ['commonjs', "const { app } = require('electron');"],
  ] as const)("runs its %s main as the folder's package.json says", async (type, importLine) => {
    writeApp(type, importLine);
    const finished = await runElectron([], ['--hidden', '-r', 'its-own']);
    expect(JSON.parse(finished.stdout)).toEqual({
      name: 'Small App',
      version: '3.2.1',
      appPath: folder,
      packaged: false,
      defaultApp: true,
      options: ['--hidden', '-r', 'its-own'],
      preloaded: false,
    });
    expect(finished.exitCode).toBe(5);
  });

  it('loads the modules given with -r first', async () => {
    writeApp('module', "import { app } from 'electron';");
    const preload = join(folder, 'preload.cjs');
    writeFileSync(preload, 'globalThis.preloaded = true;');
    const finished = await runElectron(['-r', preload], []);
    expect(JSON.parse(finished.stdout)).toHaveProperty('preloaded', true);
  });

  it('says what is wrong when the app throws while it is loaded', async () => {
    writeApp('module', "import { app } from 'electron'; throw new Error('broken at start');");
    const finished = await runElectron([], []);
    expect(finished.stderr).toContain('broken at start');
    expect(finished.exitCode).not.toBe(0);
  });
});
