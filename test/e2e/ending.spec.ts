import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { systemClock } from '../../shared/clock.ts';
import { expect, test } from './harness/fixtures.ts';
import { runToEnd } from './harness/run-to-end.ts';
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

/** Whether any process still works in this profile; renderers and helpers name it too. */
function processesOf(profile: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const commandLine = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return commandLine.includes(`--user-data-dir=${profile} `) ? [commandLine] : [];
      } catch {
        return []; // It ended between the two looks.
      }
    });
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

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
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
  const child = spawn(
    join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron'),
    [
      // As root Chromium's own sandbox cannot start.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      resolve(import.meta.dirname, '../..'),
      `--user-data-dir=${profile}`,
    ],
    {
      env: { ...process.env, ...appEnv, CRATEWATCH_BENCH_MARKS: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
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
});
