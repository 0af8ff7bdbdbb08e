import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { PROXY_KEYCHAIN_ACCOUNT } from '../../electron/proxy-password.ts';
import { proxySettingsTexts } from '../../shared/texts/proxy-settings-texts.ts';
import { requestSettingsTexts } from '../../shared/texts/request-settings-texts.ts';
import { settingsResetTexts } from '../../shared/texts/settings-reset-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { windowSettingsTexts } from '../../shared/texts/window-settings-texts.ts';
import type { PrivateKeyring } from '../harness/private-keyring.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, test } from './harness/fixtures.ts';

const { appearance, zoom, singleKeys } = windowSettingsTexts;

/** Before anybody has signed in the settings are there too. */
async function settingsOf(cratewatch: Cratewatch): Promise<Page> {
  const page = await cratewatch.window();
  // Else Playwright's own emulation hides the system's colours.
  await page.emulateMedia({ colorScheme: null });
  const heading = page.getByRole('heading', { name: settingsTexts.title, level: 1 });
  if (!(await heading.isVisible())) {
    await page.getByRole('link', { name: settingsTexts.title }).click();
  }
  await heading.waitFor();
  return page;
}

/** As the key does it: what a test types never reaches the menu. */
async function chooseFromMenu({ electron }: Cratewatch, accelerator: string): Promise<void> {
  await electron.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items ?? [];
    const all = items.flatMap((item) => [item, ...(item.submenu?.items ?? [])]);
    all.find((item) => item.accelerator === wanted)?.click();
  }, accelerator);
}

async function zoomFactor({ electron }: Cratewatch): Promise<number | undefined> {
  return await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
  );
}

/** Whether the keyring has an entry under this name, asked past the app. */
async function isInKeyring({ env }: PrivateKeyring, account: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets',
      'org.freedesktop.Secret.Service.SearchItems',
      `dict:string:string:account,${account}`,
    ],
    { env: { ...process.env, ...env } },
  );
  return stdout.includes('/org/freedesktop/secrets/collection/');
}

const isDark = (page: Page) =>
  page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

test('light or dark is as chosen at once, and after a restart', async ({ launch }) => {
  const cratewatch = await launch();
  const page = await settingsOf(cratewatch);
  const choice = page.getByRole('radiogroup', { name: appearance.name });
  for (const [name, dark] of [
    [appearance.kinds.light.name, false],
    [appearance.kinds.dark.name, true],
  ] as const) {
    await choice.getByText(name, { exact: true }).click();
    await expect.poll(() => isDark(page)).toBe(dark);
  }
  await cratewatch.quit();

  const again = await settingsOf(await launch());
  expect(await isDark(again)).toBe(true);
  await expect(
    again.getByRole('radio', { name: appearance.kinds.dark.name, exact: true }),
  ).toBeChecked();
});

test('the size follows keys and setting, and outlives window and app', async ({ launch }) => {
  const cratewatch = await launch();
  const page = await settingsOf(cratewatch);
  const field = page.getByRole('textbox', { name: zoom.name });
  await chooseFromMenu(cratewatch, 'CommandOrControl+Plus');
  await chooseFromMenu(cratewatch, 'CommandOrControl+=');
  await expect(field).toHaveValue('125');
  expect(await zoomFactor(cratewatch)).toBeCloseTo(1.25);
  await chooseFromMenu(cratewatch, 'CommandOrControl+-');
  await expect(field).toHaveValue('110');
  await chooseFromMenu(cratewatch, 'CommandOrControl+0');
  await expect(field).toHaveValue('100');
  await field.fill('150');
  await field.press('Enter');
  await expect.poll(() => zoomFactor(cratewatch)).toBeCloseTo(1.5);
  await cratewatch.quit();

  const restarted = await launch();
  await expect((await settingsOf(restarted)).getByRole('textbox', { name: zoom.name })).toHaveValue(
    '150',
  );
  expect(await zoomFactor(restarted)).toBeCloseTo(1.5);
});

test('single keys do nothing once they are turned off, and the list says so', async ({
  launch,
}) => {
  const page = await settingsOf(await launch());
  const list = page.getByRole('dialog', { name: shellTexts.shortcuts.title });
  const { keyboard } = page;
  await page.getByRole('heading', { level: 1 }).click();
  await keyboard.press('?');
  await expect(list).toBeVisible();
  await expect(list.getByText(shellTexts.shortcuts.singleKeysOn)).toBeVisible();
  await keyboard.press('Escape');
  await expect(list).toBeHidden();

  await page.getByRole('switch', { name: singleKeys.name }).focus();
  await keyboard.press('Space');
  await expect(page.getByRole('switch', { name: singleKeys.name })).not.toBeChecked();
  await keyboard.press('?');
  await keyboard.press('r');
  await keyboard.press('Control+/');
  await expect(list.getByText(shellTexts.shortcuts.singleKeysOff)).toBeVisible();
  await expect(list.getByText(shellTexts.shortcuts.off, { exact: true })).toHaveCount(2);
});

test('all settings are reset by keys alone, the proxy’s password with them', async ({
  launch,
  keyring,
}) => {
  const page = await settingsOf(await launch());
  const { fields } = requestSettingsTexts;
  const interval = page.getByRole('textbox', { name: fields.checkIntervalMinutes.name });
  await interval.fill('120');
  await interval.press('Enter');
  await page.getByText(proxySettingsTexts.kinds.manual.name, { exact: true }).click();
  await page.getByLabel(proxySettingsTexts.address.label).fill('127.0.0.1:9');
  await page.getByLabel(proxySettingsTexts.user.label).fill('ada');
  await page.getByLabel(proxySettingsTexts.password.label, { exact: true }).fill('hush');
  await page.getByRole('button', { name: proxySettingsTexts.save }).click();
  await expect(page.getByText(proxySettingsTexts.saved)).toBeVisible();
  expect(await isInKeyring(keyring, PROXY_KEYCHAIN_ACCOUNT)).toBe(true);
  await expect(page.getByText(/^2 settings are not at the default/)).toBeVisible();

  const reset = page.getByRole('button', { name: settingsResetTexts.button });
  await reset.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: settingsResetTexts.dialog.title });
  for (const item of settingsResetTexts.dialog.items) {
    await expect(dialog.getByText(item)).toBeVisible();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('All settings are at their defaults.')).toBeVisible();
  await expect(reset).toBeFocused();
  await expect(interval).toHaveValue('60');
  await expect(
    page.getByRole('radio', { name: proxySettingsTexts.kinds.system.name }),
  ).toBeChecked();
  expect(await isInKeyring(keyring, PROXY_KEYCHAIN_ACCOUNT)).toBe(false);
});
