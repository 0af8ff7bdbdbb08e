import type { Page } from '@playwright/test';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleLibrary } from '../../electron/sample-service/collection/sample-library.ts';
import { CHANGE_LABELS } from '../../shared/texts/change-sentence.ts';
import { changesTexts, emptyFeedText } from '../../shared/texts/changes-texts.ts';
import { adviseOnClientId } from '../../shared/texts/client-id-advice.ts';
import { libraryTexts } from '../../shared/texts/library-texts.ts';
import { listTexts } from '../../shared/texts/list-texts.ts';
import { describeSession } from '../../shared/texts/session-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { describeSignInFailure } from '../../shared/texts/sign-in-failure-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { axeFindings, contrastFindings } from './harness/axe-findings.ts';
import { setColourScheme } from './harness/colour-scheme.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, test } from './harness/fixtures.ts';
import { ownPlaylists } from './harness/own-playlist.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const EVERYTHING = { filter: 'all', listId: null, unreadOnly: false } as const;

/** What a playlist is called after it was changed. */
const RENAMED = 'Songs for the ferry';
const WATCHING = { name: 'Watching your library' };

/** Collects what axe finds in each state, light and dark, so that one run shows all of it. */
class Findings {
  readonly #cratewatch: Cratewatch;
  readonly #page: Page;
  readonly all: string[] = [];

  constructor(cratewatch: Cratewatch, page: Page) {
    this.#cratewatch = cratewatch;
    this.#page = page;
  }

  async look(state: string): Promise<void> {
    await this.lookInLight(state);
    await setColourScheme(this.#cratewatch, this.#page, 'dark');
    const inDark = await contrastFindings(this.#page);
    this.all.push(...inDark.map((finding) => `${state}, dark: ${finding}`));
  }

  /** For a state that has no colours but those of another. */
  async lookInLight(state: string): Promise<void> {
    await setColourScheme(this.#cratewatch, this.#page, 'light');
    const inLight = await axeFindings(this.#page);
    this.all.push(...inLight.map((finding) => `${state}: ${finding}`));
  }
}

test('axe works under the page’s content policy: what is planted is found', async ({ launch }) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await setColourScheme(cratewatch, page, 'dark');
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    heading?.style.setProperty('color', '#333');
    heading?.append(document.createElement('img'));
  });

  const rules = (await axeFindings(page)).map((finding) => finding.split(':')[0]);

  expect(rules.toSorted()).toEqual(['color-contrast', 'image-alt']);
});

test('setting up is accessible from the first look to a refusal', async ({
  launch,
  service,
  handOver,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const welcome = new WelcomePage(page);
  const findings = new Findings(cratewatch, page);

  await findings.look('Welcome');
  const advice = adviseOnClientId('not a client id');
  await welcome.signIn('not a client id');
  await expect(page.getByText('text' in advice ? advice.text : '')).toBeVisible();
  await findings.look('a wrong client id');
  await welcome.signIn(service.clientId);
  await expect(page.getByText(welcomeTexts.waiting.title)).toBeVisible();
  await findings.look('waiting for the browser');
  await refuse(await handOver.nextUrl());
  const refused = describeSignInFailure({ kind: 'refused-by-user' });
  await expect(page.getByText(refused?.title ?? '')).toBeVisible();
  await findings.look('refused');

  expect(findings.all).toEqual([]);
});

test('the watch is accessible from the first pass to the daily quota', async ({
  launch,
  service,
  handOver,
}) => {
  test.slow();
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const findings = new Findings(cratewatch, page);
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  service.faults.add({
    match: { path: '/v1/me/tracks', nth: 2 },
    action: { kind: 'call', run: () => held },
  });
  await new WelcomePage(page).signIn(service.clientId);
  await agreeInSampleBrowser(await handOver.nextUrl());

  await page.getByRole('heading', { name: 'Reading your library for the first time' }).waitFor();
  await findings.look('Overview, first pass');
  goOn();
  await page.getByRole('heading', WATCHING).waitFor();
  await findings.look('Overview, nothing changed yet');
  await page.getByRole('link', { name: changesTexts.title }).click();
  await page.getByText(emptyFeedText(EVERYTHING, true).title).waitFor();
  await findings.look('Changes, empty');

  changeALittleOfEverything(service.library);
  await page.keyboard.press('r');
  await page.getByRole('article').first().waitFor();
  await findings.look('Changes');
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('heading', WATCHING).waitFor();
  await findings.look('Overview with changes');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: shellTexts.shortcuts.title }).waitFor();
  await findings.look('the keyboard shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Account menu/ }).click();
  await page.getByRole('menu').waitFor();
  await findings.look('the account menu');
  await page.getByRole('menuitem', { name: shellTexts.menu.disconnect }).click();
  await page.getByRole('alertdialog').waitFor();
  await findings.look('asking before disconnecting');
  await page.keyboard.press('Escape');

  service.faults.add({
    match: { path: /^\/v1\//, times: Number.POSITIVE_INFINITY },
    action: { kind: 'quota', retryAfterSeconds: 48_925 },
  });
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('heading', { name: /: waiting until/ }).waitFor();
  await findings.look('Overview under the daily quota');

  expect(findings.all).toEqual([]);
});

test('the library, what is gone from it, and the story of an item are accessible', async ({
  launchSignedIn,
  service,
}) => {
  test.slow();
  saveOneOfEach(service.library);
  const { cratewatch, page } = await launchSignedIn();
  const findings = new Findings(cratewatch, page);
  changeALittleOfEverything(service.library);
  const deleted = ownPlaylists(service.library.snapshot()).find(({ name }) => name !== RENAMED);
  service.library.deletePlaylist(deleted?.id ?? '');
  await page.keyboard.press('r');
  await page.getByText(CHANGE_LABELS['playlist-gone']).waitFor();

  await page.keyboard.press('Control+3');
  for (const name of Object.values(libraryTexts.tabs)) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('grid', { name, exact: true }).locator('[data-index="0"]').waitFor();
    await expect(page.getByRole('grid').locator('[aria-busy="true"]')).toHaveCount(0);
    await findings.lookInLight(`Library, ${name}`);
  }
  await findings.look('Library, the last of its tabs');
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await findings.look('the story of an item');

  expect(findings.all).toEqual([]);
});

test('the playlists, and one of them through time, are accessible', async ({
  launchSignedIn,
  service,
}) => {
  test.slow();
  const { cratewatch, page } = await launchSignedIn();
  const findings = new Findings(cratewatch, page);
  changeALittleOfEverything(service.library);
  const deleted = ownPlaylists(service.library.snapshot()).find(({ name }) => name !== RENAMED);
  service.library.deletePlaylist(deleted?.id ?? '');
  await page.keyboard.press('r');
  await page.getByText(CHANGE_LABELS['playlist-gone']).waitFor();

  await page.keyboard.press('Control+4');
  const playlist = page.getByRole('row').filter({ hasText: RENAMED });
  await playlist.waitFor();
  await findings.look('Playlists');
  await playlist.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: listTexts.rowsNow }).waitFor();
  await findings.look('a playlist as it is now');
  await page.getByRole('button', { name: listTexts.previous }).click();
  await page.getByText(listTexts.goneByNow).first().waitFor();
  await findings.look('a playlist as it was');
  await page.getByRole('radio', { name: listTexts.views.compare }).click();
  await page.getByRole('grid', { name: listTexts.differenceRows }).waitFor();
  await findings.look('a playlist, two times compared');

  expect(findings.all).toEqual([]);
});

test('a locked keychain and signing in again are accessible', async ({
  launch,
  launchSignedIn,
  keyring,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  await keyring.lock();
  const again = await launch();
  const page = await again.window();
  const findings = new Findings(again, page);

  const { headline } = describeSession({ kind: 'keychain-locked' }, 0);
  await page.getByRole('heading', { name: headline }).waitFor();
  await findings.look('Overview with a locked keychain');
  await page.evaluate(() => {
    window.location.hash = '#/sign-in';
  });
  await page.getByRole('heading', { name: welcomeTexts.again.title }).waitFor();
  await findings.look('signing in again');

  expect(findings.all).toEqual([]);
});

/** Pressing "Cancel" leads the browser here. */
async function refuse(authorizeUrl: string): Promise<void> {
  const { searchParams } = new URL(authorizeUrl);
  const answer = new URL(searchParams.get('redirect_uri') ?? '');
  answer.searchParams.set('error', 'access_denied');
  answer.searchParams.set('state', searchParams.get('state') ?? '');
  await fetch(answer);
}

/** So that no part of the library is empty. */
function saveOneOfEach(library: SampleLibrary): void {
  library.saveAlbum();
  library.followArtist();
  library.saveShow();
  library.saveEpisode();
  library.saveAudiobook();
}

/** At least one row for each filter of the feed. */
function changeALittleOfEverything(library: SampleLibrary): void {
  const { userId, playlists } = library.snapshot();
  const own = playlists.find(({ ownerId }) => ownerId === userId);
  const vanished = own?.items[1];
  if (own === undefined || vanished === undefined) {
    throw new Error('The sample library has no own playlist with two items.');
  }
  library.setInCatalogue(vanished.uri, false);
  library.removeItems(own.id, 0);
  library.rename(own.id, RENAMED);
  library.saveTrack();
}
