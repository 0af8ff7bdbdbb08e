import type { Page } from '@playwright/test';
import { listTexts } from '../../shared/texts/list-texts.ts';
import { playlistsTexts } from '../../shared/texts/playlists-texts.ts';
import { expect, test } from './harness/fixtures.ts';

test('a song that was removed stands in the playlist as it was before', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const { library } = service;
  const own = ownPlaylist(library.snapshot());
  const [first, second] = own.items;
  if (first === undefined || second === undefined) throw new Error('It has no two items.');
  library.removeItems(own.id, 0);
  library.removeItems(own.id, 0);
  await checkNow(page, 'Removed');

  await openPlaylist(page, own.name);
  const handle = page.getByRole('slider', { name: listTexts.shownTime });
  await expect(handle).toHaveAttribute('aria-valuemax', '1');
  const rows = page.getByRole('grid');
  await expect(rows.getByText(first.name, { exact: true })).toHaveCount(0);
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuenow', '0');
  await expect(rows.getByText(first.name, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(listTexts.goneByNow)).toHaveCount(2);
  await page.getByRole('link', { name: 'Since then: 2 removed.' }).click();

  const differences = page.getByRole('grid', { name: listTexts.differenceRows });
  await expect(differences).toHaveAttribute('aria-rowcount', '3');
  await expect(differences.getByText(first.name, { exact: true })).toBeVisible();
  await expect(differences.getByText(second.name, { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Removed 2' })).toBeVisible();

  await page.getByRole('radio', { name: listTexts.views.state }).click();
  await dragTo(page, 1);
  await expect(handle).toHaveAttribute('aria-valuenow', '1');
  await expect(rows.getByText(first.name, { exact: true })).toHaveCount(0);
  await dragTo(page, 0);
  await expect(handle).toHaveAttribute('aria-valuenow', '0');
  await expect(rows.getByText(first.name, { exact: true }).first()).toBeVisible();
});

test('a playlist that was deleted is found under "Gone", with its last songs', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const { library } = service;
  const own = ownPlaylist(library.snapshot());
  library.deletePlaylist(own.id);
  await checkNow(page, 'Playlist gone');

  await page.getByRole('link', { name: playlistsTexts.title }).click();
  await page.getByRole('radio', { name: playlistsTexts.states.gone }).click();
  const row = page.getByRole('row').filter({ hasText: own.name });
  await expect(row).toContainText(/gone since/);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: own.name })).toBeVisible();
  await expect(page.getByText(listTexts.lastSeen)).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute(
    'aria-rowcount',
    String(own.items.length + 1),
  );
  const [first] = own.items;
  await expect(page.getByText(first?.name ?? '', { exact: true }).first()).toBeVisible();
});

interface Owned {
  readonly userId: string;
  readonly playlists: readonly {
    readonly id: string;
    readonly name: string;
    readonly ownerId: string;
    readonly items: readonly { readonly name: string }[];
  }[];
}

/** A playlist of the user's own with two songs or more, whose name no other has. */
function ownPlaylist({ playlists, userId }: Owned): Owned['playlists'][number] {
  const own = playlists.find(
    ({ ownerId, items, name }) =>
      ownerId === userId &&
      items.length >= 2 &&
      new Set(items.slice(0, 2).map((item) => item.name)).size === 2 &&
      playlists.filter((each) => each.name.includes(name)).length === 1,
  );
  if (own === undefined) throw new Error('The sample library has no such playlist.');
  return own;
}

async function checkNow(page: Page, told: string): Promise<void> {
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('main').getByText(told, { exact: true }).first()).toBeVisible();
}

async function openPlaylist(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: playlistsTexts.title }).click();
  await page.getByRole('searchbox').fill(name);
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toHaveCount(1);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** Drags the handle to one end of the timeline, 0, or the other, 1. */
async function dragTo(page: Page, end: 0 | 1): Promise<void> {
  const box = await page.locator('.timeline-band').boundingBox();
  if (box === null) throw new Error('The timeline is not drawn.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + (end === 0 ? 2 : box.width - 2), y, { steps: 10 });
  await page.mouse.up();
}
