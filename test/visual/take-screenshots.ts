/* Pictures of every page and state, for looking at:
   `npx vite --config test/visual/vite.config.ts`, then
   `node test/visual/take-screenshots.ts <folder> [part of a name]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env } from 'node:process';
import { chromium } from 'playwright';
import { ALL_SHOTS } from './shots/all-shots.ts';

const SIZES = [
  { width: 1100, height: 720 },
  { width: 720, height: 480 },
  { width: 640, height: 900 },
  // The larger size seen at 200 %.
  { width: 560, height: 380 },
] as const;

const [folder = 'screenshots', only = ''] = argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-device-scale-factor=1'],
});
for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    for (const shot of ALL_SHOTS.filter(({ name }) => name.includes(only))) {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${env.CRATEWATCH_VISUAL_PORT ?? 5199}/?${shot.query}`);
      await page.locator('html[data-ready="true"]').waitFor();
      await page.locator('main h1').first().waitFor();
      await page.waitForFunction(
        '[...document.images].every((image) => image.complete || image.checkVisibility() === false)',
      );
      await shot.act?.(page);
      await page.screenshot({
        path: join(folder, `${shot.name}-${viewport.width}-${colorScheme}.png`),
      });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
