import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationMenuTexts } from '../../shared/texts/application-menu-texts.ts';
import { expect, startPanel, test } from './harness/fixtures.ts';
import { killProgramsOf, windowsOf } from './harness/profile-processes.ts';
import { runToEnd, startProgram } from './harness/run-to-end.ts';
import { WelcomePage } from './harness/welcome-page.ts';

test.skip(process.platform !== 'linux', 'Other systems always have a place for tray icons.');
test.use({ hasPanel: false });

/** A window that was asked for waits 10 s for a panel before it says that there is none. */
const NOTICE_PATIENCE_MS = 20_000;
/** A start without a window waits for half a minute before it opens one. */
const WINDOW_PATIENCE_MS = 50_000;
const NOTICE = 'Cratewatch may have no icon on this desktop';

test('a panel that starts after Cratewatch gets its icon, and no window opens', async ({
  launch,
  keyring,
  profile,
}) => {
  const cratewatch = await launch({ args: ['--hidden'] });
  const log = join(profile, 'logs', 'cratewatch.log');
  await expect
    .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
    .toContain('No panel shows tray icons');

  const panel = await startPanel(keyring.env);
  const tray = await panel.item();
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Not signed in');
  expect(panel.registrations).toBe(1);
  // From here on it follows the panel like any other.
  await panel.close();
  const restarted = await startPanel(keyring.env);
  const again = await restarted.item();
  await expect.poll(() => again.menuLabels()).toContain('Quit');
  expect(cratewatch.electron.windows()).toEqual([]);
  await again.press('Quit');
  expect(await cratewatch.exitCode()).toBe(0);
  await restarted.close();
});

test('without a panel the window says how to come back and lets one quit', async ({
  launch,
  keyring,
  profile,
  appEnv,
}) => {
  test.slow();
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await expect(page.getByText(NOTICE)).toBeVisible({ timeout: NOTICE_PATIENCE_MS });
  await expect.poll(() => isMenuBarShown()).toBe(true);

  // Closing the window goes on watching; a second start brings it back, as the notice says.
  const closed = page.waitForEvent('close');
  await page.close();
  await closed;
  expect(cratewatch.hasEnded).toBe(false);
  const opened = cratewatch.electron.waitForEvent('window');
  expect((await runToEnd(profile, appEnv)).exitCode).toBe(0);
  const again = await opened;
  await expect(new WelcomePage(again).signInButton).toBeVisible();
  await expect(again.getByText(NOTICE)).toBeVisible();

  // A panel that comes makes all of it needless, until it is gone again.
  const panel = await startPanel(keyring.env);
  await panel.item();
  await expect(again.getByText(NOTICE)).toBeHidden();
  await expect.poll(() => isMenuBarShown()).toBe(false);
  await panel.close();
  await cratewatch.quit();

  const restarted = await launch();
  await expect((await restarted.window()).getByText(NOTICE)).toBeVisible({
    timeout: NOTICE_PATIENCE_MS,
  });
  await restarted.electron.evaluate(
    ({ Menu }, { file, quit }) => {
      const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === file);
      menu?.submenu?.items.find(({ label }) => label === quit)?.click();
    },
    { file: applicationMenuTexts.file, quit: applicationMenuTexts.quit },
  );
  expect(await restarted.exitCode()).toBe(0);

  async function isMenuBarShown(): Promise<boolean | undefined> {
    return await cratewatch.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.isMenuBarVisible(),
    );
  }
});

test('a window that only the missing panel opened goes when a panel comes', async ({
  keyring,
  profile,
  appEnv,
}) => {
  test.slow();
  // Playwright is not there: now and then it stops the page of a window that opens this late.
  const run = startProgram(profile, { ...appEnv, CRATEWATCH_BENCH_MARKS: '1' }, '--hidden');
  try {
    let output = '';
    run.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    await expect
      .poll(() => output, { timeout: WINDOW_PATIENCE_MS })
      .toContain('mark window-content');
    expect(windowsOf(profile)).toHaveLength(1);

    const panel = await startPanel(keyring.env);
    const tray = await panel.item();
    await expect.poll(() => windowsOf(profile)).toEqual([]);
    const ended = once(run, 'exit');
    await tray.press('Quit');
    expect(await ended).toEqual([0, null]);
    await panel.close();
  } finally {
    await killProgramsOf(profile);
  }
});
