import type { Page, ViewportSize } from 'playwright';
import type { Shot } from './shots/shot.ts';

const USUAL: ViewportSize = { width: 1100, height: 720 };

/**
 * Opens a state of the window in its light colours, and does what the user did there.
 * @param address - where the window is served over the double, such as `…/index.html`
 */
export async function openShot(
  page: Page,
  address: string,
  shot: Shot,
  viewport: ViewportSize | null = USUAL,
): Promise<void> {
  await page.emulateMedia({
    colorScheme: 'light',
    contrast: 'no-preference',
    forcedColors: 'none',
  });
  await page.setViewportSize(viewport ?? USUAL);
  // What an earlier state left pressed or hovered must not come into this one.
  await page.mouse.up();
  await page.mouse.move(0, 0);
  await page.goto(`${address}?${shot.query}`);
  await page.locator('html[data-ready="true"]').waitFor();
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    '[...document.images].every((image) => image.complete || image.checkVisibility() === false)',
  );
  await shot.act?.(page);
}
