import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemStoryTexts } from '../../../shared/texts/item-story-texts.ts';
import { libraryTexts } from '../../../shared/texts/library-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 240_000);
afterAll(() => drawn.close());

const searchBox = (page: Page) => page.getByRole('searchbox');
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const rows = (page: Page) => page.locator('.row-table-row');
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null);

async function openLibrary(page = 'library', state = 'shelved'): Promise<Page> {
  const opened = await drawn.open(page, state);
  await rows(opened).first().waitFor();
  return opened;
}

describe('the tabs', () => {
  it('are one stop of the Tab key, and the address tells which is open', async () => {
    const page = await openLibrary();
    await tab(page, 'Everything').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/#\/library\/gone$/);
    await page.getByText('9 items that are gone').waitFor();
    await page.keyboard.press('End');
    await page.waitForURL(/#\/library\/saved-episodes$/);
    await page.getByText('24 episodes').waitFor();
    await page.goBack();
    await page.waitForURL(/#\/library\/gone$/);
    expect(await tab(page, 'Gone').getAttribute('aria-selected')).toBe('true');
  });

  it('leave out what Spotify does not offer', async () => {
    const page = await openLibrary();
    await tab(page, 'Episodes').waitFor();
    expect(await tab(page, 'Audiobooks').count()).toBe(0);
  });
});

describe('searching', () => {
  it('finds while one types, tells how much, and Escape brings everything back', async () => {
    const page = await openLibrary();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('night');
    await page.getByText('80 of 746 items').waitFor();
    await page.waitForURL(/#\/library\?q=night$/);
    await page.getByText('1 more that is gone').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/^746 items$/).waitFor();
    expect(await searchBox(page).inputValue()).toBe('');
  });

  it('leads on to what is gone, with the same words', async () => {
    const page = await openLibrary('library?q=night');
    await page.getByRole('link', { name: libraryTexts.showThem }).click();
    await page.waitForURL(/#\/library\/gone\?q=night$/);
    await page.getByText('1 of 9 items that are gone').waitFor();
    expect(await searchBox(page).inputValue()).toBe('night');
  });

  it('says what was looked for where nothing is found, and offers the way back', async () => {
    const page = await drawn.open('library/saved-shows?q=xyz', 'shelved');
    await page.getByRole('heading', { name: 'Nothing found for “xyz”' }).waitFor();
    await page.locator('.empty-panel').getByRole('button', { name: 'Clear the search' }).click();
    await page.getByText('12 shows').waitFor();
    expect(await searchBox(page).inputValue()).toBe('');
    expect(await searchBox(page).evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('goes from the field into the rows, and they do not move', async () => {
    const page = await openLibrary();
    await searchBox(page).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedRow(page)).toBe('0');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedRow(page)).toBe('1');
    expect(await page.locator('.row-table-scroller').evaluate((it) => it.scrollTop)).toBe(0);
  });
});

it('a press on a head orders the rows, on and on, and the address keeps it', async () => {
  const page = await openLibrary('library/saved-tracks');
  const title = page.getByRole('columnheader', { name: 'Title' });
  const first = () => rows(page).first().locator('.item-name').textContent();
  await title.getByRole('button').click();
  await page.waitForURL(/sort=name$/);
  await expect.poll(first).toBe('Copper Bus');
  expect(await title.getAttribute('aria-sort')).toBe('ascending');
  await title.getByRole('button').click();
  await expect.poll(() => title.getAttribute('aria-sort')).toBe('descending');
  await title.getByRole('button').click();
  const artist = page.getByRole('columnheader', { name: 'Artist' });
  await expect.poll(() => artist.getAttribute('aria-sort')).toBe('ascending');
});

describe('an item’s story', () => {
  it('opens on Enter, tells what happened, and gives the focus back to its row', async () => {
    const page = await openLibrary('library/gone');
    await rows(page).nth(2).focus();
    await page.keyboard.press('Enter');
    const story = page.getByRole('dialog', { name: 'Long Gallery (Reprise)' });
    await story.getByText('Gone from Liked Songs').waitFor();
    await story.getByText(itemStoryTexts.inNoList).waitFor();
    expect(await story.getByText(/^16 Oct, between /).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'detached' });
    await page.waitForURL(/#\/library\/gone$/);
    await expect.poll(() => focusedRow(page)).toBe('2');
  });

  it('opens by a press on the name and is closed by "back"', async () => {
    const page = await openLibrary();
    await rows(page).nth(3).locator('.item-name').click();
    await page.getByRole('dialog').getByText(itemStoryTexts.inLists).waitFor();
    await page.getByRole('button', { name: itemStoryTexts.openOnSpotify }).click();
    expect(await commandsOf(page)).toContainEqual([
      'app.openLink',
      { kind: 'spotify-item', uri: 'spotify:track:0000000000000000000000' },
    ]);
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('of something unknown says so, and can be tried again after a failure', async () => {
    const unknown = await drawn.open('library?item=spotify:track:x', 'shelved');
    await unknown.getByText(itemStoryTexts.unknown.title).waitFor();
    await unknown.getByRole('button', { name: itemStoryTexts.close }).click();
    await unknown.waitForURL(/#\/library$/);
    const failed = await drawn.open('library?item=spotify:track:x', 'story-failed');
    await failed.getByRole('button', { name: itemStoryTexts.failed.retry }).click();
    await failed.getByText(itemStoryTexts.failed.title).waitFor();
  });
});

describe('where there are no rows to show as they are', () => {
  it.each([
    ['library', 'shelved-failed', libraryTexts.failed.title],
    ['library/saved-albums', 'shelved-unread', 'Saved albums: not read yet'],
    ['library/saved-shows', 'shelved-not-permitted', 'Saved shows may not be read'],
    ['library/gone', 'shelved-nothing', 'Nothing is gone'],
  ])('%s of %s says "%s"', async (address, state, title) => {
    const page = await drawn.open(address, state);
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it('a first pass tells how far it is above what it has read', async () => {
    const page = await openLibrary('library', 'shelved-first-pass');
    await page.getByRole('progressbar', { name: /progress/i }).waitFor();
    await page.getByText('3,400 of 12,000 items').waitFor();
  });

  it('a library that has changed meanwhile is shown anew only when that is asked for', async () => {
    const page = await openLibrary('library', 'shelved-outdated');
    await page.getByRole('button', { name: /has changed/ }).waitFor();
  });
});

it('hostile names are text, and neither the window nor a row gives way', async () => {
  for (const address of ['library', 'library/gone']) {
    const page = await openLibrary(address, 'shelved-hostile');
    for (const width of [1_100, 720, 560]) {
      await page.setViewportSize({ width, height: 480 });
      const measured = await page.evaluate(() => ({
        isWide: document.documentElement.scrollWidth > window.innerWidth,
        heights: [...document.querySelectorAll('.row-table-row')].map(
          (row) => row.getBoundingClientRect().height,
        ),
        overflowing: [...document.querySelectorAll('.row-table-row')].filter(
          (row) => row.scrollWidth > row.clientWidth,
        ).length,
        bold: document.querySelectorAll('main b').length,
      }));
      expect(measured).toEqual({
        isWide: false,
        heights: measured.heights.map(() => 48),
        overflowing: 0,
        bold: 0,
      });
    }
  }
});

it('a hundred thousand rows are reached to the last, with a handful of them drawn', async () => {
  const page = await openLibrary('library/saved-tracks', 'shelved-many');
  await rows(page).first().focus();
  await page.keyboard.press('End');
  await expect.poll(() => focusedRow(page)).toBe('99999');
  expect(await rows(page).count()).toBeLessThan(60);
  await page.keyboard.press('Home');
  await expect.poll(() => focusedRow(page)).toBe('0');
});
