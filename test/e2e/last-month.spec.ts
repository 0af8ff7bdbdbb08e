import type { Page } from '@playwright/test';
import { listTexts } from '../../shared/texts/list-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { playlistsTexts } from '../../shared/texts/playlists-texts.ts';
import { localDayKey } from '../../shared/texts/time-phrases.ts';
import { ageHistory } from './harness/age-history.ts';
import { expect, test } from './harness/fixtures.ts';
import { ownItems, ownPlaylists } from './harness/own-playlist.ts';

const DAY_MS = 24 * 3_600_000;

test('a playlist is looked at as it was a month ago, and compared with now', async ({
  launchSignedIn,
  launch,
  profile,
  service,
}) => {
  // Two starts.
  test.slow();
  const { library } = service;
  const before = library.snapshot();
  const [found] = ownPlaylists(before)
    .map((playlist) => ({ playlist, items: ownItems(before, playlist) }))
    .filter(({ items }) => items.length >= 2);
  const [early, late] = found?.items ?? [];
  if (found === undefined || early === undefined || late === undefined) {
    throw new Error('The sample library has no playlist with two songs of its own.');
  }
  const { playlist } = found;
  const takeOut = (uri: string) => {
    const { items } = library.playlistById(playlist.id);
    library.removeItems(
      playlist.id,
      items.findIndex((item) => item.uri === uri),
    );
  };

  // One song went 40 days ago, the other goes today.
  const first = await launchSignedIn();
  takeOut(early.uri);
  await checkNow(first.page, early.name);
  await first.cratewatch.quit();
  ageHistory(profile, 40 * DAY_MS);
  takeOut(late.uri);
  const page = await (await launch()).window();
  await checkNow(page, late.name);

  await page.getByRole('link', { name: playlistsTexts.title }).click();
  await page.getByRole('row').filter({ hasText: playlist.name }).focus();
  await page.keyboard.press('Enter');
  const handle = page.getByRole('slider', { name: listTexts.shownTime });
  await expect(handle).toHaveAttribute('aria-valuenow', '2');
  const rows = page.getByRole('grid');
  await expect(rows.getByText(late.name, { exact: true })).toHaveCount(0);

  // The day on which nobody looked is told as it had been seen before.
  const monthAgo = localDayKey(Date.now() - 30 * DAY_MS);
  await page.getByLabel(listTexts.day, { exact: true }).fill(monthAgo);
  await expect(handle).toHaveAttribute('aria-valuenow', '1');
  await expect(rows.getByText(late.name, { exact: true })).toBeVisible();
  await expect(rows.getByText(early.name, { exact: true })).toHaveCount(0);
  await expect(rows).toHaveAttribute('aria-rowcount', String(playlist.items.length));
  await expect(
    page.getByText(/^Seen so until .+\. Nobody looked from then until .+\.$/),
  ).toBeVisible();

  // Another step back, from the keyboard, is before the other song went.
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(rows.getByText(early.name, { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(rows.getByText(early.name, { exact: true })).toHaveCount(0);

  await page.getByRole('link', { name: 'Since then: 1 removed.' }).click();
  const differences = page.getByRole('grid', { name: listTexts.differenceRows });
  await expect(differences).toHaveAttribute('aria-rowcount', '2');
  await expect(differences.getByText(late.name, { exact: true })).toBeVisible();
});

/** The name is told on Overview. */
async function checkNow(page: Page, told: string): Promise<void> {
  await page.getByRole('button', { name: overviewTexts.checkNow }).click();
  await expect(page.getByRole('main').getByText(told, { exact: true })).toBeVisible();
}
