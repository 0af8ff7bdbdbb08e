import type { Locator, Page } from '@playwright/test';
import { arrivedTexts } from '../../shared/texts/arrived-texts.ts';
import { libraryTexts } from '../../shared/texts/library-texts.ts';
import { listTexts } from '../../shared/texts/list-texts.ts';
import { playlistsTexts } from '../../shared/texts/playlists-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { ownPlaylists } from './harness/own-playlist.ts';

test('the library stands still while it is read, and shows what came when asked to', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  await page.keyboard.press('Control+3');
  await page.getByRole('tab', { name: libraryTexts.tabs['saved-tracks'] }).click();
  const grid = page.getByRole('grid', { name: libraryTexts.tabs['saved-tracks'] });
  await grid.getByRole('row').nth(1).focus();
  for (let down = 0; down < 40; down += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', '42');
  const before = await standing(grid);

  const uri = service.library.saveTrack();
  const arrived = await checkUntil(page, arrivedTexts.listChanged);
  expect(await standing(grid)).toEqual(before);
  await expect(page.locator(':focus')).toHaveAttribute('aria-rowindex', '42');
  await expect(grid).toHaveAttribute('aria-rowcount', '131');

  await arrived.click();
  await expect(grid).toHaveAttribute('aria-rowcount', '132');
  await expect(arrived).toHaveCount(0);
  const saved = service.library.snapshot().savedTracks.find((track) => track.uri === uri);
  await page.getByRole('searchbox').fill(saved?.name ?? '');
  await expect(grid.getByRole('row').nth(1)).toContainText(saved?.name ?? '');
});

test('playlists and one playlist stand still while they are read', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const { library } = service;
  const [deleted, own] = ownPlaylists(library.snapshot());
  if (deleted === undefined || own === undefined) throw new Error('There are no two playlists.');
  await page.keyboard.press('Control+4');
  const playlists = page.getByRole('grid', { name: playlistsTexts.table });
  const row = playlists.getByRole('row').filter({ hasText: deleted.name });
  await row.focus();
  const before = await standing(playlists);

  library.deletePlaylist(deleted.id);
  const arrived = await checkUntil(page, arrivedTexts.listChanged);
  expect(await standing(playlists)).toEqual(before);
  await expect(row).toBeFocused();
  await arrived.click();
  await expect(row).toContainText(/gone since/);
  await expect(arrived).toHaveCount(0);

  const ownRow = playlists.getByRole('row').filter({ hasText: own.name });
  await ownRow.focus();
  await page.keyboard.press('Enter');
  const contents = page.getByRole('grid', { name: listTexts.rowsNow });
  await expect(contents).toHaveAttribute('aria-rowcount', String(own.items.length + 1));
  await contents.getByRole('row').nth(3).focus();
  const rows = await standing(contents);
  library.removeItems(own.id, 0);
  const changed = await checkUntil(page, listTexts.changedMeanwhile);
  expect(await standing(contents)).toEqual(rows);
  await expect(contents.getByRole('row').nth(3)).toBeFocused();
  await changed.click();
  await expect(contents).toHaveAttribute('aria-rowcount', String(own.items.length));
});

/** Asks for a check by its key; gives the button that tells what came. */
async function checkUntil(page: Page, text: string): Promise<Locator> {
  await page.keyboard.press('r');
  const arrived = page.getByRole('button', { name: text });
  await expect(arrived).toBeVisible();
  return arrived;
}

/** Each row that is drawn: what it says, and where it stands to the pixel. */
async function standing(grid: Locator): Promise<readonly string[]> {
  await expect(grid.locator('[aria-busy="true"]')).toHaveCount(0);
  return await grid.evaluate((it) =>
    [...it.querySelectorAll<HTMLElement>('[role="row"]')].map(
      (row) => `${Math.round(row.getBoundingClientRect().top)} ${row.innerText}`,
    ),
  );
}
