import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notificationSettingsTexts } from '../../../shared/texts/notification-settings-texts.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

const { changes, quietHours, quietFrom, quietTo } = notificationSettingsTexts;

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

async function settings(state: string) {
  const page = await drawn.open('settings/notifications', state);
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  const toggle = (name: string) => page.getByRole('switch', { name, exact: true });
  await toggle(quietHours.name).waitFor();
  return { page, box, toggle };
}

describe('the settings of notifications', () => {
  it('are switched by the keyboard, each at once', async () => {
    const { page, toggle } = await settings('connected');
    await toggle(changes.name).focus();
    await page.keyboard.press('Space');
    await expect
      .poll(() => commandsOf(page))
      .toEqual([['settings.update', { notifyOfChanges: false }]]);
    await page
      .getByRole('button', { name: `${settingsTexts.restore('on')}` })
      .first()
      .waitFor();
  });

  it('ask for the times only where there are quiet hours', async () => {
    const { page, box, toggle } = await settings('connected');
    expect(await box(quietFrom.name).count()).toBe(0);
    await toggle(quietHours.name).focus();
    await page.keyboard.press('Space');
    await box(quietFrom.name).waitFor();
    expect(await box(quietTo.name).inputValue()).toBe('08:00');
    await page.keyboard.press('Space');
    await box(quietFrom.name).waitFor({ state: 'detached' });
  });

  it('take a time as it is written anywhere, say how long it is quiet, and save it', async () => {
    const { page, box } = await settings('settings-quiet-hours');
    await page.getByText('It is quiet for 10 hours and 30 minutes.').waitFor();
    await box(quietTo.name).fill('7.15 am');
    await page.getByText('It is quiet for 9 hours and 45 minutes.').waitFor();
    await box(quietTo.name).press('Enter');
    await expect
      .poll(() => commandsOf(page))
      .toEqual([['settings.update', { quietToMinute: 7 * 60 + 15 }]]);
    await expect.poll(() => box(quietTo.name).inputValue()).toBe('07:15');
    await box(quietTo.name).fill('21:30');
    await page.getByText('it is quiet all day, until you change it').waitFor();
  });

  it('say what is wrong with a time, send nothing, and go back with Escape', async () => {
    const { page, box } = await settings('settings-quiet-hours');
    await box(quietFrom.name).fill('evening');
    await page.getByText('Write a time of the day, such as 22:30.').waitFor();
    expect(await box(quietFrom.name).getAttribute('aria-invalid')).toBe('true');
    await box(quietFrom.name).blur();
    expect(await commandsOf(page)).toEqual([]);
    await box(quietFrom.name).press('Escape');
    expect(await box(quietFrom.name).inputValue()).toBe('21:30');
  });
});
