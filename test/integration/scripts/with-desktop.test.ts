import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCaptured } from '../../../scripts/child-process.ts';
import { startPrivateDesktop } from '../../../scripts/desktop/desktop.ts';
import { projectRoot } from '../../../scripts/project-root.ts';

const withDesktop = (...args: string[]) =>
  runCaptured(process.execPath, [join(projectRoot, 'scripts/with-desktop.ts'), ...args], {
    cwd: projectRoot,
    timeLimitMs: 25_000,
  });

describe.runIf(process.platform === 'linux')('with-desktop', () => {
  it("passes the command's exit code and output through", async () => {
    const finished = await withDesktop('sh', '-c', 'echo out; exit 7');
    expect(finished.stdout).toBe('out\n');
    expect(finished.exitCode).toBe(7);
  });

  it('names how it is used when no command is given', async () => {
    const finished = await withDesktop();
    expect(finished.stderr).toContain('Usage: node scripts/with-desktop.ts <command>');
    expect(finished.exitCode).toBe(1);
  });

  it('gives the command a home, a display and a bus that are gone afterwards', async () => {
    const script =
      'echo "$HOME"; echo "$DISPLAY"; echo "$XAUTHORITY"; ' +
      'dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / ' +
      'org.freedesktop.DBus.ListActivatableNames; touch "$XDG_CONFIG_HOME/mine"';
    const finished = await withDesktop('sh', '-c', script);
    expect(finished.exitCode).toBe(0);
    const [home = '', display = '', authority = '', ...names] = finished.stdout.split('\n');
    expect(home).not.toBe(process.env.HOME);
    expect(display).toMatch(/^:\d+$/);
    expect(existsSync(`/tmp/.X11-unix/X${display.slice(1)}`)).toBe(false);
    expect(existsSync(dirname(authority))).toBe(false);
    // Nothing may be started by merely asking for it.
    expect(names.join(' ')).not.toContain('secrets');
  });
});

describe.runIf(process.platform === 'linux')('a private desktop', () => {
  it('keeps its display as it is when the last window leaves', async () => {
    const desktop = await startPrivateDesktop();
    try {
      const property = (...args: string[]) =>
        runCaptured('xprop', ['-root', ...args], {
          env: { ...process.env, ...desktop.env },
          timeLimitMs: 10_000,
        });
      await property('-f', 'CRATEWATCH_TEST', '8s', '-set', 'CRATEWATCH_TEST', 'still here');
      // A display that started anew has no properties, and nobody can connect while it does.
      expect((await property('CRATEWATCH_TEST')).stdout).toContain('still here');
    } finally {
      await desktop.end();
    }
  });

  it('lets nobody in without its cookie', async () => {
    const desktop = await startPrivateDesktop();
    // xauth replaces its file by renaming: it must be one that belongs to the test.
    const folder = mkdtempSync(join(tmpdir(), 'cratewatch-xauth-'));
    const written = join(folder, 'written');
    const empty = join(folder, 'empty');
    try {
      const ask = (env: NodeJS.ProcessEnv) =>
        runCaptured('xauth', ['-f', written, 'generate', String(env.DISPLAY), '.'], {
          env,
          timeLimitMs: 10_000,
        });
      const stranger = await ask({ ...process.env, ...desktop.env, XAUTHORITY: empty });
      expect(stranger.stderr).toContain('unable to open display');
      const owner = await ask({ ...process.env, ...desktop.env });
      expect(owner.stderr).not.toContain('unable to open display');
    } finally {
      await desktop.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
