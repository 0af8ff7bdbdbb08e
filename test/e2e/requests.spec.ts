import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { pictureTexts } from '../../shared/texts/picture-texts.ts';
import { proxySettingsTexts } from '../../shared/texts/proxy-settings-texts.ts';
import { requestLedgerTexts } from '../../shared/texts/request-ledger-texts.ts';
import { requestSettingsTexts } from '../../shared/texts/request-settings-texts.ts';
import { describeService } from '../../shared/texts/service-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { axeFindings } from './harness/axe-findings.ts';
import { expect, test } from './harness/fixtures.ts';

const WATCHING = { name: 'Watching your library', level: 1 };
const { fields } = requestSettingsTexts;

test('the section on requests shows the number that Spotify counted, and follows it', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  await expect(page.getByText(`${apiRequests(service)} of 800`)).toBeVisible();
  await page.getByRole('link', { name: overviewTexts.requests.byHour }).click();
  await expect(
    page.getByRole('heading', { name: requestLedgerTexts.title, exact: true }),
  ).toBeFocused();
  await expect.poll(() => shownTotal(page)).toBe(apiRequests(service));
  expect(await shownByHour(page)).toBe(apiRequests(service));
  expect(await axeFindings(page)).toEqual([]);

  const before = apiRequests(service);
  await page.getByRole('button', { name: connectionTexts.test.button }).click();
  await expect(page.getByText(/^It works\./)).toBeVisible();
  await expect.poll(() => shownTotal(page)).toBe(before + 1);
  expect(apiRequests(service)).toBe(before + 1);
});

test('a daily quota is told beside the requests with its end, and nothing more is sent', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const retryAfterSeconds = 48_925;
  service.faults.add({
    match: { path: /^\/v1\//, times: Number.POSITIVE_INFINITY },
    action: { kind: 'quota', retryAfterSeconds },
  });
  const askedAtMs = Date.now();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('heading', { name: /: waiting until/, level: 1 }).waitFor();
  const answeredAtMs = Date.now();
  const sent = apiRequests(service);

  await page.getByRole('link', { name: connectionTexts.title }).click();
  const told = await page.locator('.requests-wait strong').innerText();
  const format = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions());
  const ends = [askedAtMs, answeredAtMs].map((atMs) => {
    const untilMs = atMs + retryAfterSeconds * 1_000;
    return `${describeService({ kind: 'quota-exhausted', untilMs }, atMs, format)?.headline}.`;
  });
  expect(ends).toContain(told);
  await expect(page.getByText(requestLedgerTexts.noneSent)).toBeVisible();
  await page.getByRole('button', { name: connectionTexts.test.button }).click();
  await expect(page.getByText(/daily quota for your client ID is used up until/)).toBeVisible();
  expect(apiRequests(service)).toBe(sent);
});

test('a limit holds from the next request on, is told when it is spent, and can be raised', async ({
  launch,
  launchSignedIn,
  service,
}) => {
  test.slow();
  const { cratewatch, page } = await launchSignedIn();
  await set(page, fields.requestBudgetPerDay.name, '50');
  await set(page, fields.checkIntervalMinutes.name, '240');
  await page.getByRole('link', { name: overviewTexts.title }).click();
  await expect(page.getByText(`${apiRequests(service)} of 50`)).toBeVisible();

  const limit = page.getByRole('heading', { name: /^Your own daily limit: waiting/, level: 1 });
  const watching = page.getByRole('heading', WATCHING);
  while (!(await limit.isVisible())) {
    const before = apiRequests(service);
    await page.keyboard.press('r');
    await expect
      .poll(async () => apiRequests(service) > before || (await limit.isVisible()))
      .toBe(true);
    await expect(limit.or(watching)).toBeVisible();
  }
  // By hand all of them may be used, and not one more.
  expect(apiRequests(service)).toBe(50);
  // The window looks at the clock every 30 s, and midnight may have passed since.
  await expect(limit).toHaveText(/waiting until tomorrow at \d/, { timeout: 40_000 });
  await page.keyboard.press('r');
  await page.getByRole('link', { name: connectionTexts.title }).click();
  await expect(page.getByText(/^Nothing of your own limit is left\./)).toBeVisible();
  expect(apiRequests(service)).toBe(50);

  await set(page, fields.requestBudgetPerDay.name, '60');
  await page.getByRole('link', { name: overviewTexts.title }).click();
  await expect(watching).toBeVisible();
  expect(apiRequests(service)).toBeGreaterThan(50);
  await cratewatch.quit();

  const again = await (await launch()).window();
  await again.getByRole('link', { name: overviewTexts.title }).click();
  await expect(again.getByRole('heading', WATCHING)).toBeVisible();
  await expect(again.getByText(`${apiRequests(service)} of 60`)).toBeVisible();
  await again.getByRole('link', { name: 'Settings' }).click();
  await expect(again.getByRole('textbox', { name: fields.requestBudgetPerDay.name })).toHaveValue(
    '60',
  );
  await expect(again.getByRole('textbox', { name: fields.checkIntervalMinutes.name })).toHaveValue(
    '240',
  );
});

test('a proxy stays set over a restart, and its password stands in the keychain alone', async ({
  launch,
  profile,
}) => {
  const password = 'open sesame, 4711';
  const { save, saved, kinds, address, user, password: texts } = proxySettingsTexts;
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: kinds.manual.name }).click();
  await page.getByRole('textbox', { name: address.label }).fill('socks5://127.0.0.1:1');
  await page.getByRole('button', { name: save }).click();
  await expect(page.getByText('Cratewatch cannot use a SOCKS proxy.')).toBeVisible();
  await page.getByRole('textbox', { name: address.label }).fill('127.0.0.1:3128');
  await page.getByRole('textbox', { name: user.label }).fill('ada');
  await page.getByRole('textbox', { name: texts.label }).fill(password);
  await page.getByRole('button', { name: save }).click();
  await expect(page.getByText(saved)).toBeVisible();
  await cratewatch.quit();
  expect(await filesWith(profile, password)).toEqual([]);
  expect(await filesWith(profile, '127.0.0.1:3128')).not.toEqual([]);

  const again = await (await launch()).window();
  await again.getByRole('link', { name: 'Settings' }).click();
  await expect(again.getByRole('textbox', { name: address.label })).toHaveValue(
    'http://127.0.0.1:3128',
  );
  const secret = again.getByRole('textbox', { name: texts.label });
  await expect(secret).toHaveAttribute('placeholder', texts.placeholder);
  await expect(secret).toHaveValue('');
  await again.getByRole('radio', { name: kinds.system.name }).click();
  await again.getByRole('button', { name: save }).click();
  await expect(again.getByText(saved)).toBeVisible();
  await again.getByRole('radio', { name: kinds.manual.name }).click();
  await expect(secret).not.toHaveAttribute('placeholder');
});

function apiRequests(service: SampleService): number {
  return service.requests.filter(({ path }) => path.startsWith('/v1/')).length;
}

async function set(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
  const setting = page.locator('.setting').filter({ has: field });
  await expect(setting.getByText(settingsTexts.saved, { exact: true })).toBeVisible();
  await expect(field).toHaveValue(value);
}

/** Files of a folder in which a text stands as it is. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map(
      async ({ parentPath, name }) => [name, await readFile(join(parentPath, name))] as const,
    ),
  );
  return contents.filter(([, content]) => content.includes(text)).map(([name]) => name);
}

async function shownTotal(page: Page): Promise<number> {
  const meter = page.getByRole('meter', { name: requestLedgerTexts.label });
  return Number((await meter.getAttribute('aria-valuetext'))?.split(' of ')[0]);
}

/** What the 24 hours come to, in the picture as in its table. */
async function shownByHour(page: Page): Promise<number> {
  const bars = page.getByRole('slider', { name: requestLedgerTexts.chart });
  await expect(bars).toHaveAttribute('max', '23');
  await bars.focus();
  await page.keyboard.press('Home');
  let walked = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    await expect(bars).toHaveValue(String(hour));
    const words = (await bars.getAttribute('aria-valuetext')) ?? '';
    walked += Number(/(\d+) requests?(?:,|$)/.exec(words)?.[1] ?? 0);
    await page.keyboard.press('ArrowRight');
  }
  await page.locator('.hours').getByText(pictureTexts.asTable).click();
  const totals = page.getByRole('table', { name: requestLedgerTexts.title }).locator('tbody tr');
  await expect(totals.first()).toBeVisible();
  const numbers = await totals.locator('td:last-child').allTextContents();
  expect(numbers.reduce((sum, number) => sum + Number(number), 0)).toBe(walked);
  return walked;
}
