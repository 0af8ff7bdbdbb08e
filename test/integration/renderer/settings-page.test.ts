import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { CACHE_NAMES } from '../../../shared/texts/token-cache-texts.ts';
import { commandsOf, DrawnWindow, findingsInBothSchemes } from './harness/drawn-window.ts';

const { fields, kept } = settingsTexts;

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

async function settings() {
  const page = await drawn.open('settings', 'connected');
  const seconds = page.getByRole('textbox', { name: fields.skewSeconds.name });
  await seconds.waitFor();
  return { page, seconds };
}

describe('a field of the settings', () => {
  it('keeps what is typed, whatever the main process tells meanwhile', async () => {
    const { page, seconds } = await settings();
    await seconds.fill('6');
    await page.evaluate(() => {
      window.double.setSettings({ skewSeconds: 45, maxRetries: 7 });
      window.double.setSession({ state: { kind: 'keychain-locked' } });
      window.double.setSession({ state: { kind: 'signed-out', lastFailure: null }, account: null });
    });
    await expect
      .poll(() => page.getByRole('textbox', { name: fields.maxRetries.name }).inputValue())
      .toBe('7');
    expect(await seconds.inputValue()).toBe('6');
    expect(await seconds.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is saved by Enter and by going on, and once each', async () => {
    const { page, seconds } = await settings();
    await seconds.fill('60');
    await seconds.press('Enter');
    await page.getByText(settingsTexts.saved).waitFor();
    await seconds.press('Tab');
    const retries = page.getByRole('textbox', { name: fields.maxRetries.name });
    await retries.fill('0');
    await retries.blur();
    await expect.poll(() => page.getByText(settingsTexts.saved).count()).toBe(2);
    expect(await commandsOf(page)).toEqual([
      ['settings.update', { skewSeconds: 60 }],
      ['settings.update', { maxRetries: 0 }],
    ]);
  });

  it('says what is wrong, keeps it, and sends nothing', async () => {
    const { page, seconds } = await settings();
    await seconds.fill('5');
    await seconds.blur();
    await page.getByText('The least is 10.').waitFor();
    expect(await seconds.inputValue()).toBe('5');
    expect(await seconds.getAttribute('aria-invalid')).toBe('true');
    expect(await commandsOf(page)).toEqual([]);
  });

  it('goes back to what is set by Escape, and to the default by its button', async () => {
    const { page, seconds } = await settings();
    await seconds.fill('5');
    await seconds.press('Escape');
    expect(await seconds.inputValue()).toBe('30');
    await seconds.fill('60');
    await seconds.press('Enter');
    await page.getByRole('button', { name: /^Back to 30 seconds: Reserve/ }).click();
    await expect.poll(() => seconds.inputValue()).toBe('30');
    expect(await seconds.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await commandsOf(page)).at(-1)).toEqual(['settings.update', { skewSeconds: 30 }]);
  });

  it('leaves an address out by an empty field', async () => {
    const { page } = await settings();
    const address = page.getByRole('textbox', { name: fields.manualRedirectUri.name });
    await address.fill('https://example.org/callback');
    await address.press('Enter');
    await address.fill('');
    await address.press('Enter');
    await expect
      .poll(async () => (await commandsOf(page)).at(-1))
      .toEqual(['settings.update', { manualRedirectUri: null }]);
  });
});

describe('the place of the sign-in', () => {
  it('is not moved by passing over it with the arrow keys', async () => {
    const { page } = await settings();
    const radios = page.getByRole('radio');
    await radios.first().focus();
    for (const kind of ['file', 'memory'] as const) {
      await page.keyboard.press('ArrowDown');
      expect(await page.getByRole('radio', { name: CACHE_NAMES[kind] }).isChecked()).toBe(true);
    }
    expect(await commandsOf(page)).toEqual([]);
    await page.getByRole('button', { name: kept.apply }).click();
    await page.getByText('The sign-in is now kept in memory.').waitFor();
    expect(await commandsOf(page)).toEqual([['session.moveTokens', { to: 'memory' }]]);
  });

  it('is a file only after it was said what that means', async () => {
    const { page } = await settings();
    const apply = page.getByRole('button', { name: kept.apply });
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await apply.click();
    await page.getByText(kept.file.body).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await commandsOf(page)).toEqual([]);
    await apply.click();
    await page.getByRole('button', { name: kept.file.confirm }).click();
    await page.getByText('The sign-in is now kept in the file.').waitFor();
    expect(await commandsOf(page)).toEqual([['session.moveTokens', { to: 'file' }]]);
  });

  it('cannot be chosen for the sample library', async () => {
    const page = await drawn.open('settings', 'connected-sample');
    await page.getByText(kept.sample).waitFor();
    expect(await page.getByRole('radiogroup', { name: kept.label }).count()).toBe(0);
  });
});

it('the settings are accessible', async () => {
  const page = await drawn.open('settings', 'connected');
  expect(await findingsInBothSchemes(page)).toEqual([]);
  const ports = page.getByRole('textbox', { name: fields.redirectPorts.name });
  await ports.fill('43821, 80');
  await page.getByRole('switch').focus();
  expect(await findingsInBothSchemes(page)).toEqual([]);
});
