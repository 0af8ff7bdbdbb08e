import { expect, test } from './harness/fixtures.ts';

test('what was removed, renamed and greyed out is told by the names it had', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const { library } = service;
  const before = library.snapshot();
  const own = before.playlists.find(({ ownerId }) => ownerId === before.userId);
  const [removed, greyed] = own?.items ?? [];
  if (own === undefined || removed === undefined || greyed === undefined) {
    throw new Error('The sample library has no own playlist with two items.');
  }

  library.removeItems(own.id, 0);
  library.setPlayable(greyed.uri, false);
  library.rename(own.id, 'Songs for the ferry');
  const addedUri = library.saveTrack();
  await page.getByRole('button', { name: 'Check now' }).click();

  await expect(page.getByText(removed.name).first()).toBeVisible();
  await page.getByRole('link', { name: /Changes/ }).click();
  const feed = page.getByRole('feed');
  await expect(feed.getByText(removed.name).first()).toBeVisible();
  await expect(feed.getByText('Songs for the ferry').first()).toBeVisible();
  await expect(feed.getByText(greyed.name).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Unavailable' }).click();
  await expect(feed.getByText(greyed.name).first()).toBeVisible();
  await expect(feed.getByText(removed.name)).toHaveCount(0);
  await page.getByRole('radio', { name: 'All' }).click();
  const added = library.snapshot().savedTracks.find(({ uri }) => uri === addedUri);
  await expect(feed.getByText(added?.name ?? '').first()).toBeVisible();
});

test('a second check without changes tells none', async ({ launchSignedIn }) => {
  const { page } = await launchSignedIn();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Nothing has changed yet')).toBeVisible();
});
