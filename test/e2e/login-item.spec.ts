import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { loginItemTexts } from '../../shared/texts/login-item-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { endProgramOf, programsOf, windowsOf } from './harness/profile-processes.ts';
import { runToEnd } from './harness/run-to-end.ts';

test.skip(process.platform !== 'linux', 'Elsewhere the system’s own list would be changed.');

const run = promisify(execFile);

async function loginSwitch(page: Page) {
  await page.getByRole('link', { name: settingsTexts.title }).click();
  const found = page.getByRole('switch', { name: loginItemTexts.name });
  await found.waitFor();
  return found;
}

/** Its box is drawn by the label. */
async function press(page: Page): Promise<void> {
  await page.getByText(loginItemTexts.name, { exact: true }).click();
}

test('switched on, a login starts it hidden; switched off, nothing is left', async ({
  launch,
  panel,
  profile,
  appEnv,
}) => {
  const entry = join(appEnv.XDG_CONFIG_HOME ?? '', 'autostart', 'cratewatch.desktop');
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const onOff = await loginSwitch(page);
  await expect(onOff).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);

  await press(page);
  await expect(onOff).toBeChecked();
  await run('desktop-file-validate', [entry]);
  await cratewatch.quit();
  const shown = panel.registrations;

  // What a desktop does at login.
  const desktop = spawn('gio', ['launch', entry], {
    env: { ...process.env, ...appEnv },
    // The program inherits them: who reads them would wait for its end.
    stdio: 'ignore',
  });
  await once(desktop, 'exit');
  // With its icon it is the one of this profile; before, a second start could still come first.
  await expect.poll(() => panel.registrations).toBeGreaterThan(shown);
  await expect.poll(() => programsOf(profile)).toHaveLength(1);
  const [program] = programsOf(profile);
  expect(program?.commandLine).toContain('--hidden');
  const second = await runToEnd(profile, appEnv, '--hidden');
  expect(second.stdout).toContain('already running');
  expect(windowsOf(profile)).toEqual([]);
  await endProgramOf(profile);

  const again = await launch();
  const pageAgain = await again.window();
  await expect(await loginSwitch(pageAgain)).toBeChecked();
  await press(pageAgain);
  await expect.poll(() => existsSync(entry)).toBe(false);
});

test('what the user changed in the system meanwhile is shown on coming back', async ({
  launch,
  appEnv,
}) => {
  const entry = join(appEnv.XDG_CONFIG_HOME ?? '', 'autostart', 'cratewatch.desktop');
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const onOff = await loginSwitch(page);
  await press(page);
  await expect(onOff).toBeChecked();
  await writeFile(entry, `${await readFile(entry, 'utf8')}Hidden=true\n`);
  // Without a window manager no window gains or loses the focus: the page is told of it.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(onOff).not.toBeChecked();
  const ended = once(cratewatch.electron.process(), 'exit');
  await cratewatch.quit();
  await ended;
  expect(await readFile(entry, 'utf8')).toContain('Hidden=true');
});
