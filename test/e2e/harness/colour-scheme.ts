import type { Page } from '@playwright/test';
import type { Cratewatch } from './cratewatch.ts';

export type ColourScheme = 'light' | 'dark';

/** Changes the system's colours as the app sees them; resolves when the page shows them at rest. */
export async function setColourScheme(
  { electron }: Cratewatch,
  page: Page,
  scheme: ColourScheme,
): Promise<void> {
  // Otherwise Playwright's own emulation hides the system's colours. Nothing is to be half faded in.
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  await electron.evaluate(({ nativeTheme }, theme) => {
    nativeTheme.themeSource = theme;
  }, scheme);
  await page.waitForFunction(
    (wanted) =>
      matchMedia(`(prefers-color-scheme: ${wanted})`).matches &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    scheme,
  );
}
