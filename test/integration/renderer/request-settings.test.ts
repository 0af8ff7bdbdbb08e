import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proxySettingsTexts } from '../../../shared/texts/proxy-settings-texts.ts';
import { requestSettingsTexts } from '../../../shared/texts/request-settings-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

const { fields } = requestSettingsTexts;
const { kinds, address, user, password } = proxySettingsTexts;

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

async function settings(state: string) {
  const page = await drawn.open('settings', state);
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  await box(fields.checkIntervalMinutes.name).waitFor();
  return { page, box };
}

describe('the settings of requests', () => {
  it('say what an interval costs while it is typed, and save it', async () => {
    const { page, box } = await settings('connected');
    const minutes = box(fields.checkIntervalMinutes.name);
    await page.getByText('Every hour: about 190 requests a day of your 800.').waitFor();
    await minutes.fill('15');
    await page.getByText('Every 15 minutes: about 770 requests a day of your 800.').waitFor();
    await page.getByText('some of them would have to wait').waitFor();
    expect(await commandsOf(page)).toEqual([]);
    await minutes.fill('240');
    await minutes.press('Enter');
    await page.getByText(settingsTexts.saved).waitFor();
    await page.getByText('Every 4 hours: about 50 requests a day of your 800.').waitFor();
    expect(await commandsOf(page)).toEqual([['settings.update', { checkIntervalMinutes: 240 }]]);
  });

  it.each([
    [fields.checkIntervalMinutes.name, '14', 'The least is 15.'],
    [fields.checkIntervalMinutes.name, '1441', 'The most is 1,440.'],
    [fields.requestBudgetPerDay.name, '0', 'The least is 50.'],
    [fields.requestBudgetPerDay.name, '5001', 'The most is 5,000.'],
    [fields.requestBudgetPerFamilyPerDay.name, '-500', 'Only a whole number from 50 to 5,000'],
    [fields.requestBudgetPerFamilyPerDay.name, '', settingsTexts.problems.empty],
  ])('say why “%s” cannot be “%s”, and send nothing', async (name, text, reason) => {
    const { page, box } = await settings('connected');
    await box(name).fill(text);
    await box(name).blur();
    await page.getByText(reason).waitFor();
    expect(await box(name).getAttribute('aria-invalid')).toBe('true');
    expect(await commandsOf(page)).toEqual([]);
  });

  it('tell where one kind has more than all together, at either field', async () => {
    const { page, box } = await settings('connected');
    const told = page.getByText('All kinds together have 400, so that holds for each kind too.');
    await box(fields.requestBudgetPerDay.name).fill('400');
    expect(await told.count()).toBe(0);
    await box(fields.requestBudgetPerDay.name).press('Enter');
    await told.waitFor();
    await box(fields.requestBudgetPerFamilyPerDay.name).fill('400');
    await told.waitFor({ state: 'detached' });
  });
});

describe('the setting of the proxy', () => {
  it('is not changed by passing over it with the arrow keys', async () => {
    const { page, box } = await settings('connected');
    await page.getByRole('radio', { name: kinds.system.name }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: kinds.manual.name }).isChecked()).toBe(true);
    expect(await box(address.label).count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    expect(await box(address.label).count()).toBe(0);
    expect(await commandsOf(page)).toEqual([]);
    await page.getByRole('button', { name: proxySettingsTexts.save }).click();
    await page.getByText(proxySettingsTexts.saved).waitFor();
    expect(await commandsOf(page)).toEqual([['settings.setProxy', { kind: 'none' }]]);
    expect(await page.getByRole('button', { name: proxySettingsTexts.save }).isDisabled()).toBe(
      true,
    );
  });

  it('is saved whole by Enter, and shows nothing of its password afterwards', async () => {
    const { page, box } = await settings('connected');
    await page.getByRole('radio', { name: kinds.manual.name }).click();
    await box(address.label).fill('Proxy.Example:3128');
    await page.getByText('Read as “http://proxy.example:3128”.').waitFor();
    await box(user.label).fill('ada');
    const secret = box(password.label);
    expect(await secret.getAttribute('type')).toBe('password');
    await secret.fill('open sesame');
    await secret.press('Enter');
    await page.getByText(proxySettingsTexts.saved).waitFor();
    expect(await commandsOf(page)).toEqual([
      [
        'settings.setProxy',
        {
          kind: 'manual',
          address: 'Proxy.Example:3128',
          user: 'ada',
          password: { kind: 'given', password: 'open sesame' },
        },
      ],
    ]);
    expect(await box(address.label).inputValue()).toBe('http://proxy.example:3128');
    expect(await secret.inputValue()).toBe('');
    expect(await secret.getAttribute('placeholder')).toBe(password.placeholder);
    expect(await page.content()).not.toContain('open sesame');
  });

  it('keeps its password, or forgets it when asked to', async () => {
    const { page, box } = await settings('settings-proxy');
    await box(user.label).fill('ada2');
    await box(user.label).fill('ada');
    expect(await page.getByRole('button', { name: proxySettingsTexts.save }).isDisabled()).toBe(
      true,
    );
    await box(address.label).fill('http://proxy.example:3129');
    await box(address.label).press('Enter');
    await page.getByText(proxySettingsTexts.saved).waitFor();
    expect((await commandsOf(page)).at(-1)?.[1]).toMatchObject({ password: { kind: 'kept' } });
    await page.getByRole('button', { name: password.forget }).click();
    await page.getByText(password.forgotten).waitFor();
    await page.getByRole('button', { name: proxySettingsTexts.save }).click();
    await expect
      .poll(async () => (await commandsOf(page)).at(-1)?.[1])
      .toMatchObject({ password: { kind: 'none' } });
    await page.getByText(password.hint).waitFor();
    expect(await page.getByRole('button', { name: password.forget }).count()).toBe(0);
  });

  it.each([
    ['socks5://proxy.example:1080', 'Cratewatch cannot use a SOCKS proxy.'],
    ['http://ada:secret@proxy.example:1', 'Leave out the name and password before the “@”.'],
    ['http://proxy.example:99999', 'A port is a number from 1 to 65535.'],
    ['', 'The proxy’s address has to stand here.'],
    ['http://proxy.example', 'The port is missing.'],
  ])('says at the field why “%s” is no address, and keeps it', async (text, reason) => {
    const { page, box } = await settings('settings-proxy');
    await box(address.label).fill(text);
    await box(address.label).press('Enter');
    await page.getByText(reason).waitFor();
    expect(await box(address.label).inputValue()).toBe(text);
    expect(await box(address.label).getAttribute('aria-invalid')).toBe('true');
    await box(address.label).fill('http://proxy.example:1');
    await page.getByText(reason).waitFor({ state: 'detached' });
  });
});
