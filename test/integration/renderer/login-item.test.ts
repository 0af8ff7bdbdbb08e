import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginItemTexts } from '../../../shared/texts/login-item-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

async function loginSwitch(state: string) {
  const page = await drawn.open('settings/computer', state);
  const onOff = page.getByRole('switch', { name: loginItemTexts.name });
  await onOff.waitFor();
  return { page, onOff };
}

describe('the switch for starting at login', () => {
  it('shows how it stands in the system, and sets it', async () => {
    const { page, onOff } = await loginSwitch('connected');
    expect(await onOff.isChecked()).toBe(false);
    await onOff.press('Space');
    await expect.poll(() => onOff.isChecked()).toBe(true);
    expect(await commandsOf(page)).toEqual([['app.setLoginItem', { isOn: true }]]);
  });

  it('shows what was changed in the system when one comes back to the window', async () => {
    const { page, onOff } = await loginSwitch('login-on');
    await expect.poll(() => onOff.isChecked()).toBe(true);
    await page.evaluate(() => {
      window.double.setLoginItem({ kind: 'off' });
      window.dispatchEvent(new Event('focus'));
    });
    await expect.poll(() => onOff.isChecked()).toBe(false);
  });

  it('says what the user has to allow, and stays off until then', async () => {
    const { page, onOff } = await loginSwitch('connected');
    await page.evaluate(() => window.double.setLoginItem({ kind: 'to-be-allowed' }));
    await onOff.press('Space');
    await page.getByText(loginItemTexts.toBeAllowed).waitFor();
    expect(await onOff.isChecked()).toBe(false);
    expect(await onOff.isDisabled()).toBe(false);
  });

  it('stands still where it is not possible, and says why', async () => {
    const { page, onOff } = await loginSwitch('login-sandboxed');
    expect(await onOff.isDisabled()).toBe(true);
    await page.getByText(loginItemTexts.notPossible.sandboxed).waitFor();
  });
});
