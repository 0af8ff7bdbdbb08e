import { readFile } from 'node:fs/promises';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { LibraryTruth } from '../../electron/sample-service/collection/sample-library.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { KeychainInProcess } from '../integration/electron/session/harness/keychain-in-process.ts';
import { filesBelow } from './harness/files-below.ts';
import { expect, test } from './harness/fixtures.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const { disconnect } = shellTexts;

test('disconnecting says what it deletes, deletes that, and leads back to the beginning', async ({
  launchSignedIn,
  launch,
  profile,
  keyring,
  service,
  handOver,
}) => {
  // Two starts and two first passes.
  test.slow();
  const { cratewatch, page } = await launchSignedIn();
  const { library } = service;
  const before = library.snapshot();
  const [removed] = before.savedTracks;
  library.removeSavedTrack(removed?.uri ?? '');
  await page.getByRole('button', { name: overviewTexts.checkNow }).click();
  await expect(
    page
      .getByRole('main')
      .getByText(removed?.name ?? '')
      .first(),
  ).toBeVisible();
  const kept = await placesOf(namesIn(before), profile);
  expect(kept.some((place) => place.includes('library.sqlite'))).toBe(true);

  // Both ways in ask first, and whoever thinks better of it keeps everything.
  await page.getByRole('link', { name: connectionTexts.title }).click();
  await page.getByRole('button', { name: connectionTexts.disconnect.button }).click();
  const dialog = page.getByRole('alertdialog', { name: disconnect.title });
  await expect(dialog.getByRole('listitem')).toHaveText(disconnect.items);
  await expect(dialog.getByText(disconnect.afterwards)).toBeVisible();
  await dialog.getByRole('button', { name: disconnect.cancel }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: shellTexts.account.menu }).click();
  await page.getByRole('menuitem', { name: shellTexts.menu.disconnect }).click();
  await dialog.getByRole('button', { name: disconnect.confirm }).click();

  await expect(new WelcomePage(page).signInButton).toBeVisible();
  await expect(page.getByText('Juniper Vale')).toHaveCount(0);
  await cratewatch.quit();
  expect(await placesOf([...namesIn(before), 'Juniper Vale', 'juniper-vale'], profile)).toEqual([]);
  const keychain = new KeychainInProcess(keyring.env, service.clientId);
  expect((await keychain.get()).kind).toBe('empty');
  await keychain.close();

  // Whoever comes back begins anew: the library as it is now, without any change.
  const again = await launch();
  const pageAgain = await again.window();
  await new WelcomePage(pageAgain).signIn(service.clientId);
  await agreeInSampleBrowser(await handOver.nextUrl());
  const { title } = overviewTexts.recent.none;
  await expect(pageAgain.getByRole('heading', { name: title })).toBeVisible();
});

/** Long names, which stand nowhere by chance. */
function namesIn({ savedTracks, playlists }: LibraryTruth): readonly string[] {
  const names = [...savedTracks, ...playlists].map(({ name }) => name);
  return names.filter((name) => name.length >= 12 && /^[ -~]+$/.test(name));
}

/** "library.sqlite: Night Bus to the Harbour", for every file of the profile that holds a text. */
async function placesOf(texts: readonly string[], profile: string): Promise<readonly string[]> {
  const places: string[] = [];
  for (const file of await filesBelow(profile)) {
    const content = await readFile(file, 'latin1');
    for (const text of texts) {
      if (content.includes(text)) places.push(`${file}: ${text}`);
    }
  }
  return places;
}
