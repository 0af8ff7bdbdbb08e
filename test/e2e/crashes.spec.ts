import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { EXIT_CODES } from '../../electron/desktop/exit-codes.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, test } from './harness/fixtures.ts';
import { mainProcessesOf, startByItself } from './harness/own-process.ts';

const log = (profile: string): Promise<string> =>
  readFile(join(profile, 'logs', 'cratewatch.log'), 'utf8').catch(() => '');

async function crashRenderer(cratewatch: Cratewatch): Promise<void> {
  await cratewatch.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
}

const windowCount = (cratewatch: Cratewatch): Promise<number> =>
  cratewatch.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** A second start without options, as far as the first one can see. */
async function openWindow(cratewatch: Cratewatch): Promise<Page> {
  const opening = cratewatch.electron.waitForEvent('window');
  await cratewatch.electron.evaluate(({ app }) => app.emit('second-instance', {}, [], '', {}));
  return await opening;
}

const watching = (page: Page) => page.getByRole('heading', { name: 'Watching your library' });

test('a window that crashes opens again once and says so; the watch goes on', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  const opening = cratewatch.electron.waitForEvent('window');
  await crashRenderer(cratewatch);
  const second = await opening;
  await expect(watching(second)).toBeVisible();
  await expect(second.getByText('The window had a problem and was opened again')).toBeVisible();

  await crashRenderer(cratewatch);
  await expect.poll(() => windowCount(cratewatch)).toBe(0);
  await expect.poll(() => log(profile)).toContain('verdict=stay-closed');
  expect(await windowCount(cratewatch)).toBe(0);

  const third = await openWindow(cratewatch);
  await expect(watching(third)).toBeVisible();
  await expect(third.getByText('The window had a problem twice and was closed')).toBeVisible();
  service.library.saveTrack();
  await third.getByRole('button', { name: 'Check now' }).click();
  await expect(third.getByRole('link', { name: /Changes.*1/ })).toBeVisible();
});

test('a crash of the process that draws is logged and nothing else happens', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const killed = await cratewatch.electron.evaluate(({ app }) => {
    const gpu = app.getAppMetrics().find(({ type }) => type === 'GPU');
    return gpu === undefined ? false : process.kill(gpu.pid, 'SIGKILL');
  });
  expect(killed).toBe(true);
  await expect.poll(() => log(profile)).toMatch(/A helper process ended type=GPU reason=\w+/);
  expect(JSON.parse(await readFile(join(profile, 'run.json'), 'utf8'))).toMatchObject({
    gpuCrashes: 1,
  });
  service.library.saveTrack();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('link', { name: /Changes.*1/ })).toBeVisible();
});

test('an error in the main process restarts it once, without a window where there was none', async ({
  launchSignedIn,
  launch,
  appEnv,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const started = (await log(profile)).length;
  const first = startByItself(profile, appEnv, '--hidden');
  const ended = once(first, 'exit');
  const newLog = async (): Promise<string> => (await log(profile)).slice(started);
  await expect.poll(newLog).toContain('to=active');
  first.kill('SIGUSR2');
  await ended;
  await expect
    .poll(newLog)
    .toMatch(/thrown by the test[\s\S]*verdict=restart[\s\S]*Cratewatch ends/);

  // Signed in as before, watching, and at peace: nothing is restarted for ever.
  await expect
    .poll(async () => (await newLog()).split('Cratewatch ends')[1] ?? '')
    .toContain('to=active');
  const [second] = mainProcessesOf(profile);
  expect(second?.pid).not.toBe(first.pid);
  expect(second?.args).toContain('--hidden');
  process.kill(second?.pid ?? 0, 'SIGUSR2');
  await expect.poll(newLog).toContain('verdict=endure');
  expect(mainProcessesOf(profile).map(({ pid }) => pid)).toEqual([second?.pid]);
  process.kill(second?.pid ?? 0, 'SIGTERM');
  await expect.poll(() => mainProcessesOf(profile)).toEqual([]);

  // What a start after such an end says, in the window.
  const path = join(profile, 'run.json');
  const record: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(record).toMatchObject({ end: 'clean', restartedAtMs: expect.any(Number) });
  await writeFile(path, JSON.stringify({ ...Object(record), end: 'restart' }));
  const page = await (await launch()).window();
  await expect(page.getByText(/Cratewatch had a problem .* and started again/)).toBeVisible();
  await expect(page.getByText('Nothing was lost')).toBeVisible();
  await expect(watching(page)).toBeVisible();
});

test('an error in a run without a user ends it, and its exit code says so', async ({
  launchSignedIn,
  service,
  appEnv,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const asked = new Promise<void>((resolve) => {
    service.faults.add({
      match: { path: /\/me/, times: 1 },
      action: { kind: 'call', run: async () => resolve() },
    });
  });
  const run = startByItself(profile, appEnv, '--exit-after-sync');
  const ended = once(run, 'exit');
  await asked;
  run.kill('SIGUSR2');
  expect((await ended)[0]).toBe(EXIT_CODES.unexpected);
  expect(mainProcessesOf(profile)).toEqual([]);
});

test('after a main process that was killed all is as it was, and only the log tells', async ({
  launchSignedIn,
  launch,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.kill();
  const page = await (await launch()).window();
  await expect(watching(page)).toBeVisible();
  await expect(page.getByText('had a problem')).toHaveCount(0);
  expect(await log(profile)).toContain('The last run did not end by itself how=broken-off');
});
