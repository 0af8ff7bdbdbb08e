import type { Page } from 'playwright';
import type { Shot } from './shot.ts';

const rows = async (page: Page) => page.getByRole('row').nth(3).waitFor();

/** The library and an item's story, in every state. */
export const libraryShots: readonly Shot[] = [
  { name: 'library', query: 'page=library&state=shelved', act: rows },
  {
    name: 'library-focus',
    query: 'page=library&state=shelved',
    act: async (page) => {
      await rows(page);
      await page.getByRole('searchbox').focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    },
  },
  { name: 'library-songs', query: 'page=library/saved-tracks?sort=name&state=shelved', act: rows },
  { name: 'library-albums', query: 'page=library/saved-albums&state=shelved', act: rows },
  { name: 'library-artists', query: 'page=library/followed-artists&state=shelved', act: rows },
  { name: 'library-episodes', query: 'page=library/saved-episodes&state=shelved', act: rows },
  {
    name: 'library-searching',
    query: 'page=library&state=shelved',
    act: async (page) => {
      await rows(page);
      await page.getByRole('searchbox').fill('night');
      await page.getByText('Show them').waitFor();
    },
  },
  { name: 'library-nothing-found', query: 'page=library/saved-shows?q=xyz&state=shelved' },
  { name: 'library-unavailable', query: 'page=library?unavailable&state=shelved', act: rows },
  { name: 'library-gone', query: 'page=library/gone&state=shelved', act: rows },
  { name: 'library-nothing-gone', query: 'page=library/gone&state=shelved-nothing' },
  { name: 'library-empty', query: 'page=library/saved-albums&state=shelved-nothing' },
  { name: 'library-loading', query: 'page=library&state=shelved-loading' },
  { name: 'library-failed', query: 'page=library&state=shelved-failed' },
  { name: 'library-outdated', query: 'page=library&state=shelved-outdated', act: rows },
  { name: 'library-first-pass', query: 'page=library&state=shelved-first-pass', act: rows },
  { name: 'library-unread', query: 'page=library/saved-albums&state=shelved-unread' },
  { name: 'library-not-permitted', query: 'page=library/saved-shows&state=shelved-not-permitted' },
  {
    name: 'library-no-longer-permitted',
    query: 'page=library/saved-shows&state=shelved-no-longer-permitted',
    act: rows,
  },
  { name: 'library-hostile', query: 'page=library&state=shelved-hostile', act: rows },
  { name: 'library-hostile-gone', query: 'page=library/gone&state=shelved-hostile', act: rows },
  { name: 'library-many', query: 'page=library/saved-tracks&state=shelved-many', act: rows },
  { name: 'story', query: 'page=library&state=shelved', act: async (page) => openStory(page, 6) },
  {
    name: 'story-gone',
    query: 'page=library/gone&state=shelved',
    act: async (page) => openStory(page, 3),
  },
  {
    name: 'story-hostile',
    query: 'page=library&state=shelved-hostile',
    act: async (page) => openStory(page, 4),
  },
  {
    name: 'story-unknown',
    query: 'page=library?item=spotify:track:nothing&state=shelved',
    act: async (page) => page.getByRole('dialog').waitFor(),
  },
  {
    name: 'story-failed',
    query: 'page=library?item=spotify:track:nothing&state=story-failed',
    act: async (page) => page.getByRole('dialog').waitFor(),
  },
];

async function openStory(page: Page, row: number): Promise<void> {
  await rows(page);
  await page.getByRole('row').nth(row).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
}
