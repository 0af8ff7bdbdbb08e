import type { Shot } from './shot.ts';

/** The settings beside those of the window's own list. */
export const settingsShots: readonly Shot[] = [
  {
    name: 'settings-reset',
    query: 'page=settings/reset&state=settings-limits',
    act: async (page) => {
      await page.getByRole('button', { name: 'Reset all settings…' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'settings-reset-done',
    query: 'page=settings/reset&state=settings-limits',
    act: async (page) => {
      await page.getByRole('button', { name: 'Reset all settings…' }).click();
      await page.getByRole('button', { name: 'Reset all settings', exact: true }).click();
      await page.getByText('All settings are at their defaults.').waitFor();
    },
  },
  { name: 'settings-computer', query: 'page=settings/computer&state=connected' },
  { name: 'settings-computer-sandboxed', query: 'page=settings/computer&state=login-sandboxed' },
  { name: 'settings-computer-on', query: 'page=settings/computer&state=login-on' },
  { name: 'settings-sign-in', query: 'page=settings/sign-in&state=connected' },
  {
    name: 'settings-window-wrong',
    query: 'page=settings&state=connected',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Size of everything' }).fill('500');
    },
  },
  {
    name: 'shortcuts-off',
    query: 'page=settings&state=connected',
    act: async (page) => {
      await page.getByRole('switch', { name: 'Shortcuts of a single key' }).press('Space');
      await page.keyboard.press('Control+/');
      await page.getByRole('dialog').waitFor();
    },
  },
];
