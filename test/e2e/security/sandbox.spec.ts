import { execFileSync } from 'node:child_process';
import { chmod, chown, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

// Item 4 of the checklist, looked at from outside: the kernel's own word on the renderer process.
// Chromium's sandbox cannot start as root, so as root the app is run as "nobody".

const PROJECT_ROOT = join(import.meta.dirname, '../../..');
const NOBODY = 65_534;
const AS_NOBODY = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];

let folder: string;

test.beforeEach(async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-sandbox-'));
});

test.afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('4 Enable process sandboxing: every renderer is held by seccomp and has no privileges', async () => {
  const isRoot = process.getuid?.() === 0;
  test.skip(
    isRoot && !canSandboxAsNobody(),
    'no user namespaces here; run as another user than root',
  );

  const electron = await _electron.launch({
    executablePath: isRoot ? await wrapperForNobody() : electronPath(),
    // Otherwise Playwright itself gives --no-sandbox.
    chromiumSandbox: true,
    args: [PROJECT_ROOT, `--user-data-dir=${join(folder, 'profile')}`],
    env: { ...definedEnv(), ...(isRoot ? await environmentForNobody() : {}) },
  });
  try {
    await electron.firstWindow();
    // A window that asks to be let out is kept in all the same.
    const processIds = await electron.evaluate(async ({ app, BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: false } });
      await window.loadURL('about:blank');
      return app
        .getAppMetrics()
        .filter(({ type }) => type === 'Tab')
        .map(({ pid }) => pid);
    });
    expect(processIds.length).toBeGreaterThanOrEqual(2);
    for (const processId of processIds) {
      const status = await readFile(`/proc/${processId}/status`, 'utf8');
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^CapEff:\s+0+$/m);
    }
  } finally {
    await electron.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    await electron.close();
  }
});

/** Needs user namespaces, and a project and a runtime that others may read. */
function canSandboxAsNobody(): boolean {
  try {
    const look = 'unshare --user true && test -r "$0" && test -x "$1" && test -w /dev/null';
    const built = join(PROJECT_ROOT, 'out/main/main.js');
    execFileSync('setpriv', [...AS_NOBODY, 'sh', '-c', look, built, electronPath()], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function wrapperForNobody(): Promise<string> {
  const wrapper = join(folder, 'electron-as-nobody');
  const command = ['setpriv', ...AS_NOBODY, `'${electronPath()}'`].join(' ');
  await writeFile(wrapper, `#!/bin/sh\nexec ${command} "$@"\n`);
  await chmod(wrapper, 0o755);
  await chown(folder, NOBODY, NOBODY);
  return wrapper;
}

/** A home and the right to use the display; the bus of another user stays out of reach. */
async function environmentForNobody(): Promise<Record<string, string>> {
  const own: Record<string, string> = {
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  const authority = process.env.XAUTHORITY;
  if (authority !== undefined) {
    const copy = join(folder, 'x-authority');
    await copyFile(authority, copy);
    await chown(copy, NOBODY, NOBODY);
    own.XAUTHORITY = copy;
  }
  return own;
}

function electronPath(): string {
  const path: unknown = createRequire(import.meta.url)('electron');
  return String(path);
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
