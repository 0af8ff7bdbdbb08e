import type { Page } from 'playwright';
import type { Shot } from './shot.ts';

const openDiagnostics = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Show diagnostics' }).click();
  await page.getByRole('dialog').getByText('Cratewatch diagnostics').waitFor();
};

/** What is said of crashes, and what goes with a report of one. */
export const problemShots: readonly Shot[] = [
  { name: 'overview-crashed', query: 'page=overview&state=crashed' },
  { name: 'overview-crashed-again', query: 'page=overview&state=crashed-again' },
  { name: 'settings-about', query: 'page=settings/about&state=connected' },
  {
    name: 'settings-diagnostics',
    query: 'page=settings/about&state=connected',
    act: openDiagnostics,
  },
  {
    name: 'settings-diagnostics-copied',
    query: 'page=settings/about&state=connected',
    act: async (page) => {
      await openDiagnostics(page);
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
    },
  },
];
