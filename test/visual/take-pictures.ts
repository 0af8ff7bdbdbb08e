import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import type { Look } from './looks.ts';
import type { Shot } from './shots/shot.ts';

export interface PictureOrder {
  /** Where the window is served over the double. */
  readonly url: string;
  readonly folder: string;
  readonly shots: readonly Shot[];
  readonly looks: readonly Look[];
}

/** A picture whose page had something to complain of, and what. */
export interface Complaint {
  readonly picture: string;
  readonly text: string;
}

/** Draws every page in every look, and tells of what went wrong on the way. */
export async function takePictures(order: PictureOrder): Promise<readonly Complaint[]> {
  await mkdir(order.folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-device-scale-factor=1'],
  });
  try {
    const complaints: Complaint[] = [];
    for (const look of order.looks) complaints.push(...(await takeLook(browser, look, order)));
    return complaints;
  } finally {
    await browser.close();
  }
}

async function takeLook(browser: Browser, look: Look, order: PictureOrder): Promise<Complaint[]> {
  const context = await browser.newContext({ ...look.shown, reducedMotion: 'reduce' });
  const complaints: Complaint[] = [];
  // One after the other: pages that share a browser come into each other's pictures.
  for (const shot of order.shots) {
    const picture = `${shot.name}-${look.name}.png`;
    const texts = await takeShot(context, shot, `${order.url}/?${shot.query}`, async (page) => {
      await page.screenshot({ path: join(order.folder, picture) });
    });
    complaints.push(...texts.map((text) => ({ picture, text })));
  }
  await context.close();
  return complaints;
}

async function takeShot(
  context: BrowserContext,
  shot: Shot,
  url: string,
  keep: (page: Page) => Promise<void>,
): Promise<string[]> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  try {
    await page.goto(url);
    await page.locator('html[data-ready="true"]').waitFor();
    await page.locator('main h1').first().waitFor();
    await page.waitForFunction(
      '[...document.images].every((image) => image.complete || image.checkVisibility() === false)',
    );
    await shot.act?.(page);
    await keep(page);
  } catch (error) {
    complaints.push(String(error));
    await keep(page);
  }
  await page.close();
  return complaints;
}
