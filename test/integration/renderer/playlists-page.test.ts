import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playlistsTexts } from '../../../shared/texts/playlists-texts.ts';
import { DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

const open = async (page = 'playlists', state = 'playlists') => {
  const opened = await drawn.open(page, state);
  const rows = opened.getByRole('row');
  const names = () => opened.locator('.playlist-title').allTextContents();
  return { page: opened, rows, names };
};

describe('the table of playlists', () => {
  it('tells of each whether its songs are watched, and puts those that are gone last', async () => {
    const { page, rows, names } = await open();
    await expect.poll(names).toHaveLength(9);
    expect((await names()).slice(-2)).toEqual(['Summer 2019', 'Running, spring']);
    const textOf = async (name: string) => (await rows.filter({ hasText: name }).innerText()) ?? '';
    expect(await textOf('Late Night Drive')).toMatch(/149\s+Watched\s+Thu 19 Nov/);
    expect(await textOf('Coffee Table Jazz')).toMatch(/harbour\.lights\s+–\s+Name only/);
    expect(await textOf('Vinyl wants')).toMatch(/Not read yet/);
    expect(await textOf('Summer 2019')).toMatch(/gone since 10:20[\s\S]*64\s+Songs kept/);
    await page.getByText(playlistsTexts.othersNote).waitFor();
  });

  it('is searched as one types, and narrowed to those that are gone', async () => {
    const { page, names } = await open();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('harb');
    await expect.poll(names).toEqual(['Coffee Table Jazz']);
    expect(page.url()).toContain('q=harb');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: playlistsTexts.states.gone }).click();
    await expect.poll(names).toEqual(['Summer 2019', 'Running, spring']);
    await page.goBack();
    await expect.poll(names).toHaveLength(9);
  });

  it('is sorted by what its heads name', async () => {
    const { page, names } = await open();
    await page.getByRole('button', { name: 'Items' }).click();
    await expect.poll(async () => (await names())[0]).toBe('Slow Mornings');
    await page.getByRole('button', { name: 'Playlist', exact: true }).click();
    await expect.poll(async () => (await names())[0]).toBe('Coffee Table Jazz');
  });

  it('opens the page of a playlist with Enter, one stop of the Tab key for all rows', async () => {
    const { page, rows } = await open();
    await rows.nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/list\/20$/);
    await page.getByRole('heading', { name: 'Summer 2019' }).waitFor();
    expect(await page.getByRole('link', { name: 'Playlists' }).getAttribute('aria-current')).toBe(
      'page',
    );
  });

  it('reaches the last of 5,000', async () => {
    const { page, rows } = await open('playlists', 'playlists-many');
    await rows.nth(1).focus();
    await page.keyboard.press('End');
    await page.getByText('Mixtape 5000', { exact: true }).waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('5001');
  });
});

describe('without rows', () => {
  it.each([
    ['playlists', 'playlists-empty', 'No playlists'],
    ['playlists/gone', 'playlists-empty', 'No playlist is gone'],
    ['playlists?q=zz', 'playlists', 'No playlist goes by that name'],
    ['playlists', 'first-pass', 'The first look is still under way'],
    ['playlists', 'playlists-failed', 'The playlists could not be loaded'],
  ])('%s says why (%s)', async (page, state, title) => {
    const opened = await drawn.open(encodeURIComponent(page), state);
    await opened.getByRole('heading', { name: title }).waitFor();
  });

  it('the first look says how far it is', async () => {
    const { page } = await open('playlists', 'first-pass');
    await page.getByText('3,400 of 12,000 items').waitFor();
  });
});
