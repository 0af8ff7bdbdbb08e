import { type Browser, chromium } from '@playwright/test';

/** Debian's Chromium, a browser that is not Electron. Kept from calling home by its switches. */
export async function startChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Does what the user does on the page that opened: presses a button and reads where it leads. */
export async function pressInChromium(url: string, button: 'Agree' | 'Cancel'): Promise<string> {
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL(/\/callback\?/);
    return await page.locator('body').innerText();
  } finally {
    await browser.close();
  }
}
