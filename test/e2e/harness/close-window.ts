import type { Page } from '@playwright/test';
import type { Cratewatch } from './cratewatch.ts';

/** Closes the window as the user does; Cratewatch goes on in the tray. */
export async function closeWindow(cratewatch: Cratewatch, page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  await cratewatch.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
  await closed;
}
