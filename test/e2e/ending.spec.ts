import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { startVirtualDisplay } from '../../scripts/desktop/virtual-display.ts';
import { systemClock } from '../../shared/clock.ts';
import { expect, test } from './harness/fixtures.ts';
import { LoginManager } from './harness/login-manager.ts';
import {
  endProgramOf,
  killProgramsOf,
  processesOf,
  programsOf,
  windowsOf,
} from './harness/profile-processes.ts';
import { runToEnd, startProgram } from './harness/run-to-end.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const LIMIT_MS = 3_000;

/** Sends the signal and waits until the process is gone. */
async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const startedMs = systemClock.monotonicMs();
  const ended = once(child, 'exit');
  child.kill(signal);
  const [exitCode] = await ended;
  return { exitCode, tookMs: systemClock.monotonicMs() - startedMs };
}

/** The database was closed in good order: nothing waits beside it. */
function expectTidy(profile: string): void {
  expect(existsSync(join(profile, 'library.sqlite'))).toBe(true);
  expect(existsSync(join(profile, 'library.sqlite-wal'))).toBe(false);
}

async function expectFree(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
}

/** Resolves when the service holds the nth request from now on; `release` lets it go on. */
function holdRequest(service: SampleService, path: RegExp, nth = 1) {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = new Promise<void>((resolve) => {
    service.faults.add({
      match: { path, nth },
      action: {
        kind: 'call',
        run: async () => {
          resolve();
          await released;
        },
      },
    });
  });
  return { held, release };
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} ends a watch at rest cleanly`, async ({ launchSignedIn, profile }) => {
    const { cratewatch } = await launchSignedIn();
    expect(processesOf(profile)).not.toEqual([]);
    const { exitCode, tookMs } = await end(cratewatch.electron.process(), signal);
    expect(exitCode).toBe(0);
    expect(tookMs).toBeLessThan(LIMIT_MS);
    expectTidy(profile);
    await expect.poll(() => processesOf(profile)).toEqual([]);
  });
}

test('SIGTERM in the middle of a first pass ends it cleanly', async ({
  launch,
  service,
  profile,
  handOver,
}) => {
  const page2 = holdRequest(service, /^\/v1\/me\/tracks$/, 2);
  const cratewatch = await launch();
  await new WelcomePage(await cratewatch.window()).signIn(service.clientId);
  await agreeInSampleBrowser(await handOver.nextUrl());
  await page2.held;

  const { exitCode, tookMs } = await end(cratewatch.electron.process(), 'SIGTERM');

  page2.release();
  expect(exitCode).toBe(0);
  expect(tookMs).toBeLessThan(LIMIT_MS);
  expectTidy(profile);
});

test('SIGTERM during a sign-in ends it cleanly and frees the port', async ({
  launch,
  service,
  handOver,
}) => {
  const cratewatch = await launch();
  await new WelcomePage(await cratewatch.window()).signIn(service.clientId);
  const redirectUri = new URL(await handOver.nextUrl()).searchParams.get('redirect_uri');

  const { exitCode, tookMs } = await end(cratewatch.electron.process(), 'SIGTERM');

  expect(exitCode).toBe(0);
  expect(tookMs).toBeLessThan(LIMIT_MS);
  await expectFree(Number(new URL(redirectUri ?? '').port));
});

test('SIGTERM before the app is composed ends it cleanly', async ({ profile, appEnv }) => {
  const child = startProgram(profile, { ...appEnv, CRATEWATCH_BENCH_MARKS: '1' });
  // The tray icon stands before anything else is loaded.
  await once(child.stdout, 'data');
  const { exitCode, tookMs } = await end(child, 'SIGTERM');
  expect(exitCode).toBe(0);
  expect(tookMs).toBeLessThan(LIMIT_MS);
});

test('quitting waits for a refresh under way, with icon and window gone', async ({
  launch,
  launchSignedIn,
  service,
}) => {
  service.behaviour.rotation = true;
  const { cratewatch, page } = await launchSignedIn();
  const refresh = holdRequest(service, /^\/api\/token$/);
  service.revokeAccessTokens();
  await page.getByRole('button', { name: 'Check now' }).click();
  await refresh.held;

  const windowGone = page.waitForEvent('close');
  const ended = end(cratewatch.electron.process(), 'SIGTERM');
  await windowGone;
  expect(cratewatch.hasEnded).toBe(false);
  refresh.release();
  expect((await ended).exitCode).toBe(0);

  // The old refresh token is dead: only the one that came while quitting opens the session again.
  const again = await launch();
  const pageAgain = await again.window();
  await expect(pageAgain.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  await pageAgain.getByRole('button', { name: 'Check now' }).click();
  const consents = service.requests.filter(({ path }) => path === '/authorize');
  expect(consents).toHaveLength(2);
});

test('a run for cron that is ended from outside does not claim to be done', async ({
  launch,
  launchSignedIn,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const request = holdRequest(service, /^\/v1\//);
  const run = await launch({ args: ['--exit-after-sync'] });
  await request.held;

  const { exitCode } = await end(run.electron.process(), 'SIGTERM');

  request.release();
  expect(exitCode).toBe(1);
  expect(run.output).not.toContain('Synced');
});

test('a run for cron beside a running Cratewatch leaves the watch to it', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.window().then((page) => page.close());
  const before = service.requests.length;

  const run = await runToEnd(profile, appEnv, '--exit-after-sync');

  expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('already running') });
  expect(service.requests).toHaveLength(before);
  expect(cratewatch.electron.windows()).toHaveLength(0);
});

test('a person who starts Cratewatch during a run for cron keeps the window', async ({
  launch,
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const request = holdRequest(service, /^\/v1\//);
  const run = await launch({ args: ['--exit-after-sync'] });
  await request.held;
  const second = await runToEnd(profile, appEnv);
  expect(second.stdout).toContain('already running');
  const page = await run.window();
  request.release();

  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  await expect.poll(() => run.output).toContain('Synced');
  expect(run.hasEnded).toBe(false);
  const exited = once(run.electron.process(), 'exit');
  await page.close();
  expect(await exited).toEqual([0, null]);
  // Closing a window never ends Cratewatch: what comes after the run stays in the tray.
  await expect
    .poll(() => programsOf(profile).map(({ commandLine }) => commandLine))
    .toEqual([expect.stringContaining(' --hidden')]);
  await killProgramsOf(profile);
});

test('a login during a run for cron is followed by a Cratewatch that stays', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const request = holdRequest(service, /^\/v1\//);
  const run = startProgram(profile, appEnv, '--exit-after-sync');
  await request.held;
  expect((await runToEnd(profile, appEnv, '--hidden')).stdout).toContain('already running');
  const exited = once(run, 'exit');
  request.release();
  expect(await exited).toEqual([0, null]);

  await expect.poll(() => programsOf(profile)).toHaveLength(1);
  expect(windowsOf(profile)).toEqual([]);
  await endProgramOf(profile);
});

test('a start while Cratewatch ends is made once it has ended', async ({
  launch,
  launchSignedIn,
  service,
  profile,
  appEnv,
}) => {
  service.behaviour.rotation = true;
  const { cratewatch, page } = await launchSignedIn();
  const refresh = holdRequest(service, /^\/api\/token$/);
  service.revokeAccessTokens();
  await page.getByRole('button', { name: 'Check now' }).click();
  await refresh.held;
  const windowGone = page.waitForEvent('close');
  const ended = end(cratewatch.electron.process(), 'SIGTERM');
  await windowGone;

  const second = await runToEnd(profile, appEnv);
  expect(second.stdout).toContain('already running');
  refresh.release();
  expect((await ended).exitCode).toBe(0);

  await expect.poll(() => windowsOf(profile)).toHaveLength(1);
  await endProgramOf(profile);
  expectTidy(profile);
  // The refresh that was waited for is the one it went on with.
  const again = await launch();
  await expect(
    (await again.window()).getByRole('heading', { name: 'Watching your library' }),
  ).toBeVisible();
});

test('a start while the first one still starts opens its window', async ({ profile, appEnv }) => {
  const first = startProgram(profile, { ...appEnv, CRATEWATCH_BENCH_MARKS: '1' }, '--hidden');
  // The tray icon stands before anything else is loaded.
  await once(first.stdout, 'data');
  const second = await runToEnd(profile, appEnv);
  expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('already running') });
  await expect.poll(() => windowsOf(profile)).toHaveLength(1);
  expect((await end(first, 'SIGTERM')).exitCode).toBe(0);
});

test('two starts at the same moment come to one Cratewatch with a window', async ({
  profile,
  appEnv,
}) => {
  const both = [startProgram(profile, appEnv), startProgram(profile, appEnv)];
  const other = await Promise.race(both.map(async (child) => [child, await once(child, 'exit')]));
  expect(other[1]).toEqual([0, null]);
  await expect.poll(() => windowsOf(profile)).toHaveLength(1);
  const [program, ...others] = programsOf(profile);
  expect(others).toEqual([]);
  const one = both.find(({ pid }) => pid === program?.pid);
  expect(one === undefined ? null : (await end(one, 'SIGTERM')).exitCode).toBe(0);
});

test('a second start with --sample shows the sample in the first one’s window', async ({
  launch,
  profile,
  appEnv,
}) => {
  const cratewatch = await launch({ args: ['--hidden'] });
  const second = await runToEnd(profile, appEnv, '--sample');
  expect(second.stdout).toContain('already running');
  const page = await cratewatch.window();
  await expect(page.getByRole('button', { name: /sample/i }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /Watching|Reading/ }).first()).toBeVisible();
});

test('a shutdown of the machine ends it in good order', async ({
  keyring,
  launch,
  launchSignedIn,
  profile,
}) => {
  const { cratewatch: before } = await launchSignedIn();
  await before.quit();
  const bus = keyring.env.DBUS_SESSION_BUS_ADDRESS ?? '';
  const manager = await LoginManager.start(bus);
  const cratewatch = await launch({ env: { DBUS_SYSTEM_BUS_ADDRESS: bus } });
  await cratewatch.window();
  await manager.askedToDelay('shutdown');

  manager.shutDown();

  expect(await cratewatch.exitCode()).toBe(0);
  expectTidy(profile);
  await manager.close();
});

test('a display that goes away takes the program with it, and nothing that was kept', async ({
  folder,
  launch,
  launchSignedIn,
}) => {
  const { cratewatch: before } = await launchSignedIn();
  await before.quit();
  const display = await startVirtualDisplay(folder);
  const cratewatch = await launch({ env: display.env });
  await cratewatch.window();

  await display.end();

  await cratewatch.exitCode();
  const again = await launch();
  const page = await again.window();
  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});

test('a run whose output nobody reads any more still ends as it should', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const request = holdRequest(service, /^\/v1\//);
  const run = startProgram(profile, appEnv, '--exit-after-sync');
  await request.held;
  run.stdout.destroy();
  run.stderr.destroy();
  request.release();
  expect(await once(run, 'exit')).toEqual([0, null]);
});
