import type { Page } from 'playwright';
import type { Shot } from './shot.ts';

const list = (id: number, query = '') => `page=list/${id}${encodeURIComponent(query)}`;

/** The Playlists page, and the pages of single lists. */
export const playlistsShots: readonly Shot[] = [
  { name: 'playlists', query: 'page=playlists&state=playlists' },
  { name: 'playlists-gone', query: 'page=playlists/gone&state=playlists' },
  {
    name: 'playlists-focus',
    query: 'page=playlists&state=playlists',
    act: async (page) => {
      await page.getByRole('row').nth(1).focus();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'playlists-search',
    query: 'page=playlists&state=playlists',
    act: async (page) => {
      await page.getByRole('searchbox').fill('zzz');
      await page.locator('.empty-panel').waitFor();
    },
  },
  { name: 'playlists-many', query: 'page=playlists&state=playlists-many' },
  { name: 'playlists-empty', query: 'page=playlists&state=playlists-empty' },
  { name: 'playlists-loading', query: 'page=playlists&state=playlists-loading' },
  { name: 'playlists-failed', query: 'page=playlists&state=playlists-failed' },
  { name: 'playlists-first-pass', query: 'page=playlists&state=list-first-pass' },
  { name: 'playlists-unread', query: 'page=playlists&state=first-pass' },
  { name: 'playlists-none-gone', query: 'page=playlists/gone&state=playlists-empty' },
  { name: 'playlists-hostile', query: 'page=playlists&state=playlists-hostile' },
  { name: 'list-now', query: `${list(10)}&state=playlists` },
  { name: 'list-then', query: `${list(10, '?at=o21')}&state=playlists`, act: marksShown },
  {
    name: 'list-focus',
    query: `${list(10, '?at=o30')}&state=playlists`,
    act: async (page) => {
      await page.getByRole('slider').focus();
      await page.keyboard.press('PageDown');
    },
  },
  { name: 'list-dragging', query: `${list(10)}&state=playlists`, act: dragBack },
  { name: 'list-not-kept', query: `${list(20, '?at=t1500000000000')}&state=playlists` },
  { name: 'list-compare', query: `${list(10, '?compare&from=o30')}&state=playlists` },
  {
    name: 'list-compare-moved',
    query: `${list(10, '?compare&from=o20&only=moved')}&state=playlists`,
  },
  { name: 'list-compare-same', query: `${list(10, '?compare&from=o46')}&state=playlists` },
  { name: 'list-compare-once', query: `${list(12, '?compare')}&state=playlists` },
  { name: 'list-once', query: `${list(12)}&state=playlists` },
  { name: 'list-gone', query: `${list(20)}&state=playlists` },
  { name: 'list-liked', query: `${list(1)}&state=playlists` },
  { name: 'list-of-playlists', query: `${list(9, '?at=o3')}&state=playlists` },
  { name: 'list-long', query: `${list(40, '?at=o9000')}&state=playlists` },
  { name: 'list-others', query: `${list(30)}&state=playlists` },
  { name: 'list-not-read', query: `${list(31)}&state=list-first-pass` },
  { name: 'list-unknown', query: `${list(999)}&state=playlists` },
  { name: 'list-loading', query: `${list(10)}&state=playlists-loading` },
  { name: 'list-failed', query: `${list(10)}&state=playlists-failed` },
  { name: 'list-rows-failed', query: `${list(10)}&state=list-rows-failed` },
  { name: 'list-hostile', query: `${list(53)}&state=playlists-hostile` },
  { name: 'list-hostile-rtl', query: `${list(51, '?at=o6')}&state=playlists-hostile` },
  {
    name: 'list-hostile-compare',
    query: `${list(54, '?compare&from=o2')}&state=playlists-hostile`,
  },
];

async function marksShown(page: Page): Promise<void> {
  await page.getByText(/^Since then/).waitFor();
}

async function dragBack(page: Page): Promise<void> {
  const box = await page.locator('.timeline-band').boundingBox();
  if (box === null) return;
  await page.mouse.move(box.x + box.width - 10, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + 20, { steps: 8 });
}
