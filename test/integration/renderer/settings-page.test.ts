import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proxySettingsTexts } from '../../../shared/texts/proxy-settings-texts.ts';
import { requestSettingsTexts } from '../../../shared/texts/request-settings-texts.ts';
import {
  changedSettingsPhrase,
  settingsResetTexts,
} from '../../../shared/texts/settings-reset-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { CACHE_NAMES } from '../../../shared/texts/token-cache-texts.ts';
import { windowSettingsTexts } from '../../../shared/texts/window-settings-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

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
      window.double.setSession({ state: { kind: 'sign-in-needed', reason: 'refused' } });
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
    await page.getByRole('radio', { name: CACHE_NAMES.keychain }).focus();
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
    await page.getByRole('radio', { name: CACHE_NAMES.keychain }).focus();
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

describe('what is not at its default', () => {
  it('is marked, counted, and goes back one by one', async () => {
    const page = await drawn.open('settings', 'settings-limits');
    const { fields: requests } = requestSettingsTexts;
    const interval = page.getByRole('textbox', { name: requests.checkIntervalMinutes.name });
    await interval.waitFor();
    const marked = page.locator('.setting[data-changed]');
    const before = await marked.count();
    expect(before).toBeGreaterThan(1);
    await page.getByText(changedSettingsPhrase(before)).waitFor();
    await page.getByRole('button', { name: /^Back to 60 minutes/ }).click();
    await page.getByText(changedSettingsPhrase(before - 1)).waitFor();
    expect(await marked.count()).toBe(before - 1);
    expect(await interval.inputValue()).toBe('60');
    expect(await commandsOf(page)).toEqual([['settings.update', { checkIntervalMinutes: 60 }]]);
  });

  it('goes back all at once, after it was said what stays', async () => {
    const page = await drawn.open('settings', 'settings-limits');
    const { button, dialog } = settingsResetTexts;
    await page.getByRole('button', { name: button }).click();
    const question = page.getByRole('alertdialog', { name: dialog.title });
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await commandsOf(page)).toEqual([]);
    await page.getByRole('button', { name: button }).click();
    await question.getByRole('button', { name: dialog.confirm }).click();
    await page.getByText('All settings are at their defaults.').waitFor();
    await page.getByText(changedSettingsPhrase(0)).waitFor();
    expect(await commandsOf(page)).toEqual([['settings.reset', undefined]]);
    expect(await page.locator('[data-changed]').count()).toBe(0);
  });
});

describe('the settings of the window', () => {
  it('are chosen by the arrow keys, at once', async () => {
    const { page } = await settings();
    await page.getByRole('radio', { name: 'System', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: /^Back to as your system is/ }).click();
    expect(await commandsOf(page)).toEqual([
      ['settings.update', { appearance: 'light' }],
      ['settings.update', { appearance: 'dark' }],
      ['settings.update', { appearance: 'system' }],
    ]);
    const system = page.getByRole('radio', { name: 'System', exact: true });
    expect(await system.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('show what is wrong with a size beside its field', async () => {
    const { page } = await settings();
    const size = page.getByRole('textbox', { name: windowSettingsTexts.zoom.name });
    await size.fill('500');
    await page.getByText('The most is 300.').waitFor();
    await size.press('Enter');
    expect(await commandsOf(page)).toEqual([]);
  });
});

describe('the names of the sections', () => {
  it('lead to each of them, again and again', async () => {
    const { page } = await settings();
    const nav = page.getByRole('navigation', { name: settingsTexts.sections.label });
    for (const [link, heading] of [
      [settingsTexts.sections.internet, proxySettingsTexts.title],
      [settingsTexts.sections.window, windowSettingsTexts.title],
      [settingsTexts.sections.internet, proxySettingsTexts.title],
      [settingsTexts.sections.internet, proxySettingsTexts.title],
    ] as const) {
      await page.locator('#main').evaluate((main) => main.scrollTo(0, 100_000));
      await nav.getByRole('link', { name: link, exact: true }).click();
      const target = page.getByRole('heading', { name: heading, exact: true });
      await expect
        .poll(() => target.evaluate((element) => element === document.activeElement))
        .toBe(true);
      const top = await target.evaluate((element) => element.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(300);
      await expect.poll(() => nav.locator('[aria-current]').textContent()).toBe(link);
    }
  });
});

describe.each([
  ['720 × 480', 720, 480],
  ['125 %', 576, 384],
  ['200 %', 360, 240],
  ['full screen', 2_560, 1_440],
])('at %s', (_, width, height) => {
  it.each(['connected', 'settings-limits', 'settings-proxy'])(
    'nothing of %s is cut',
    async (state) => {
      const page = await drawn.open('settings', state);
      await page.setViewportSize({ width, height });
      const cut = await page.locator('#main').evaluate((main) =>
        [...main.querySelectorAll('*')]
          .filter((element) => {
            const { right, left, width: across } = element.getBoundingClientRect();
            const isHidden = getComputedStyle(element).clipPath !== 'none';
            return !isHidden && across > 0 && (right > innerWidth + 1 || left < 0);
          })
          .map((element) => element.className),
      );
      expect(cut).toEqual([]);
      const scrolls = await page
        .locator('#main')
        .evaluate((main) => main.scrollWidth > main.clientWidth);
      expect(scrolls).toBe(false);
    },
  );
});

it('a path is broken after one of its folders', async () => {
  const { page } = await settings();
  const path = page.getByText('~/.config/Cratewatch', { exact: true });
  expect(await path.evaluate((element) => element.querySelectorAll('wbr').length)).toBe(3);
  expect(await path.textContent()).toBe('~/.config/Cratewatch');
});
