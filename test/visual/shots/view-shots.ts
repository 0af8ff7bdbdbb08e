import type { Shot } from './shot.ts';

/** What becomes of lists while somebody reads them. */
export const viewShots: readonly Shot[] = [
  {
    name: 'overview-arrived',
    query: 'page=overview&state=watching',
    act: async (page) => {
      await page.locator('.recent').hover();
      await page.evaluate('window.arrive(3)');
      await page.getByRole('button', { name: '3 new changes' }).waitFor();
    },
  },
  {
    name: 'overview-attention-changed',
    query: 'page=overview&state=attention',
    act: async (page) => {
      await page.locator('.attention > li').first().hover();
      await page.evaluate(async () => {
        await window.double.api.library.seen({ kind: 'lists-refused' });
        window.double.setLibrary({ lastCheckAtMs: new Date(2026, 10, 21, 15, 20).getTime() });
      });
      await page.getByRole('button', { name: /has changed/ }).waitFor();
    },
  },
  {
    name: 'changes-arrived-while-scrolled',
    query: 'page=changes&state=long',
    act: async (page) => {
      await page.locator('.feed-scroller').evaluate((it) => it.scrollTo(0, 400));
      await page.evaluate('window.arrive(12)');
      await page.getByRole('button', { name: '12 new changes' }).waitFor();
    },
  },
  {
    name: 'toast-focused',
    query: 'page=overview&state=budget-spent',
    act: async (page) => {
      await page.keyboard.press('r');
      await page.locator('.toast button').focus();
    },
  },
];
