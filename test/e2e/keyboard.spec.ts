import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import { redirectUriFor } from '../../electron/session/callback-request.ts';
import { DEFAULT_REDIRECT_PORTS } from '../../shared/session-settings.ts';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { itemStoryTexts } from '../../shared/texts/item-story-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import { welcomeTexts } from '../../shared/texts/welcome-texts.ts';
import { windowSettingsTexts } from '../../shared/texts/window-settings-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { expectVisibleFocus, focused, walk } from './harness/focus.ts';

const { steps, waiting, sample } = welcomeTexts;
const WATCHING = { name: 'Watching your library' };
const ACCOUNT_MENU = `button "${shellTexts.account.menu}: Juniper Vale"`;
const SIDEBAR = [
  `button "${shellTexts.skipToContent}"`,
  `link "${overviewTexts.title}"`,
  `link "${changesTexts.title}"`,
  `link "${shellTexts.shortcuts.library}"`,
  `link "${shellTexts.shortcuts.playlists}"`,
  `link "${connectionTexts.title}"`,
  `link "${settingsTexts.title}"`,
  ACCOUNT_MENU,
];

test('the whole set-up works without a mouse', async ({ launch, service, handOver }) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const { keyboard } = page;
  const redirectUris = DEFAULT_REDIRECT_PORTS.map((port) => redirectUriFor(port));

  expect(await walk(page, 'Tab', 7)).toEqual([
    `button "${sample.button}"`,
    `button "${steps.app.open}"`,
    ...redirectUris.map((uri) => `button "${welcomeTexts.copy(uri)}"`),
    `textbox "${steps.clientId.label}"`,
    `button "${steps.signIn.button}"`,
  ]);

  // Without a client ID the focus goes to where it is missing.
  await keyboard.press('Enter');
  await expect(page.getByText(steps.signIn.needsClientId)).toBeVisible();
  expect(await focused(page)).toBe(`textbox "${steps.clientId.label}"`);

  await walk(page, 'Shift+Tab', 1);
  await keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: welcomeTexts.copied })).toBeAttached();
  expect(await cratewatch.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    redirectUris.at(-1),
  );
  await walk(page, 'Shift+Tab', 3);
  await keyboard.press('Enter');
  expect(await handOver.nextUrl()).toBe('https://developer.spotify.com/dashboard');

  await walk(page, 'Tab', 4);
  await keyboard.type(service.clientId);
  await walk(page, 'Tab', 1);
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: waiting.title })).toBeFocused();
  await handOver.nextUrl();
  expect(await walk(page, 'Tab', 2)).toEqual([
    `button "${waiting.again}"`,
    `button "${waiting.cancel}"`,
  ]);

  // Cancelled, the focus is where it began; the second time the browser is opened once more.
  await keyboard.press('Space');
  await expect(page.getByRole('button', { name: steps.signIn.button })).toBeFocused();
  await expectVisibleFocus(page);
  await keyboard.press('Enter');
  await handOver.nextUrl();
  await expect(page.getByRole('region', { name: waiting.title })).toBeFocused();
  await walk(page, 'Tab', 1);
  await keyboard.press('Enter');
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(page.getByRole('heading', WATCHING)).toBeVisible();
});

test('before the first sign-in, the settings are set without a mouse', async ({ launch }) => {
  const page = await (await launch()).window();
  const { keyboard } = page;
  // The last stop of the page, which one gets to from its beginning backwards too.
  expect(await walk(page, 'Shift+Tab', 1)).toEqual([`link "${settingsTexts.title}"`]);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: settingsTexts.title, level: 1 })).toBeVisible();

  const dark = page.getByRole('radio', { name: windowSettingsTexts.appearance.kinds.dark.name });
  const { system } = windowSettingsTexts.appearance.kinds;
  await page.getByRole('radio', { name: system.name, exact: true }).focus();
  await walk(page, 'ArrowRight', 2);
  await expect(dark).toBeChecked();
  const size = await walk(page, 'Tab', 2);
  expect(size).toEqual([
    expect.stringMatching(/^button "Back to /),
    `textbox "${windowSettingsTexts.zoom.name}"`,
  ]);
  await keyboard.press('Control+A');
  await keyboard.type('110');
  expect(await walk(page, 'Tab', 2)).toEqual([
    expect.stringMatching(/^button "Back to 100 %/),
    `switch "${windowSettingsTexts.singleKeys.name}"`,
  ]);
  await keyboard.press('Space');
  await expect(
    page.getByRole('switch', { name: windowSettingsTexts.singleKeys.name }),
  ).not.toBeChecked();
  await keyboard.press('Control+1');
  await expect(page.getByRole('button', { name: steps.signIn.button })).toBeVisible();
});

test('the pages, the account menu and the dialogs work without a mouse', async ({
  launchSignedIn,
}) => {
  const { page } = await launchSignedIn();
  const { keyboard } = page;

  const head = [`button "${overviewTexts.pause.title}"`, `button "${overviewTexts.checkNow}"`];
  expect(await walk(page, 'Tab', SIDEBAR.length + 2)).toEqual([...SIDEBAR, ...head]);
  await keyboard.press('Enter');
  await expect(page.getByText('Checking now.')).toBeVisible();
  await expect(page.getByRole('heading', WATCHING)).toBeVisible();
  // While it runs there is nothing to press; the focus stays with the sentence that tells of it.
  expect(await focused(page)).toBe('heading "Watching your library"');
  expect(await walk(page, 'Tab', 2)).toEqual(head);

  // "Skip to content" leads past the sidebar.
  await keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: changesTexts.title })).toBeVisible();
  expect(await focused(page)).toBe('main');
  await walk(page, 'Shift+Tab', SIDEBAR.length);
  await keyboard.press('Enter');
  expect(await focused(page)).toBe('main');
  expect(await walk(page, 'Tab', 1)).toEqual([`radio "${changesTexts.filters.all}"`]);

  // "?" opens the list of keys; nothing behind it is reached; Escape leads back.
  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: shellTexts.shortcuts.title })).toBeVisible();
  expect(new Set(await walk(page, 'Tab', 3))).toEqual(
    new Set([`button "${shellTexts.shortcuts.close}"`, `link "${shellTexts.shortcuts.toSetting}"`]),
  );
  await keyboard.press('Control+1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe(`radio "${changesTexts.filters.all}"`);

  await keyboard.press('Control+1');
  await expect(page.getByRole('heading', WATCHING)).toBeVisible();
  expect(await walk(page, 'Shift+Tab', 1)).toEqual([ACCOUNT_MENU]);
  await keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await walk(page, 'ArrowDown', 2)).toEqual([
    `menuitem "${shellTexts.menu.spotifyApps}"`,
    `menuitem "${shellTexts.menu.disconnect}"`,
  ]);
  await keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  // What deletes is not what Enter presses first.
  expect(await focused(page)).toBe(`button "${shellTexts.disconnect.cancel}"`);
  await keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(ACCOUNT_MENU);
});

test('the feed of changes works without a mouse', async ({ launchSignedIn, service, handOver }) => {
  const { page } = await launchSignedIn();
  const { keyboard } = page;
  for (let saved = 0; saved < 12; saved += 1) service.library.saveTrack();
  await keyboard.press('r');
  await expect(page.getByText('Checking now.')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByText('Checking now.')).toBeHidden();
  await keyboard.press('Control+2');
  const rows = page.getByRole('article');
  await rows.first().waitFor();
  const placeOfFocus = () => page.locator(':focus').getAttribute('aria-posinset');

  // One stop for the whole list, and one for each thing in its row.
  const [markAllRead, filter, unreadOnly, oneList, firstRow, group, compare, afterTheFeed] =
    await walk(page, 'Tab', 8);
  expect([markAllRead, filter, unreadOnly]).toEqual([
    `button "${changesTexts.markAllRead}"`,
    `radio "${changesTexts.filters.all}"`,
    `button "${changesTexts.unreadOnly}"`,
  ]);
  expect(oneList).toContain(changesTexts.lists.label);
  // Many of one kind are one row, which Enter opens.
  expect(firstRow).toMatch(/^article "12 added to “Liked Songs”, 12 new, /);
  expect(group).toMatch(/^button "New: 12 added to “Liked Songs”/);
  expect(compare).toBe('link "Compare “Liked Songs” before and after"');
  expect(afterTheFeed).toBe(SIDEBAR[0]);
  await walk(page, 'Shift+Tab', 3);
  await keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAccessibleName(/^New: Added /);
  const places: (string | null)[] = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'Home', 'PageDown']) {
    const before = await placeOfFocus();
    await keyboard.press(key);
    await expect.poll(placeOfFocus).not.toBe(before);
    await expectVisibleFocus(page);
    places.push(await placeOfFocus());
  }
  expect(places.slice(0, 5)).toEqual(['2', '3', '2', '13', '1']);
  expect(Number(places[5])).toBeGreaterThan(2);

  expect(await walk(page, 'Tab', 1)).toEqual([
    expect.stringMatching(/^button "Open .* on Spotify"$/),
  ]);
  await keyboard.press('Enter');
  expect(await handOver.nextUrl()).toMatch(/^https:\/\/open\.spotify\.com\/track\/\w+$/);
  await walk(page, 'Shift+Tab', 1);
  const row = await placeOfFocus();
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText(itemStoryTexts.title)).toBeVisible();
  expect(await walk(page, 'Tab', 1)).toEqual([expect.stringMatching(/^button|^link/)]);
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(placeOfFocus).toBe(row);
  await keyboard.press('m');
  await expect(page.getByText(changesTexts.allRead)).toBeVisible();
  await expect(page.getByRole('link', { name: changesTexts.title, exact: true })).toBeVisible();

  // The filters are one stop too; arrows move between them, Space chooses.
  await keyboard.press('Control+2');
  await walk(page, 'Tab', 1);
  const [added, removed] = await walk(page, 'ArrowRight', 2);
  expect([added, removed]).toEqual([
    `radio "${changesTexts.filters.added}"`,
    `radio "${changesTexts.filters.removed}"`,
  ]);
  await keyboard.press('Space');
  await expect(page.getByText('Nothing was removed')).toBeVisible();
});

test('the sample library is entered and left without a mouse', async ({ launch }) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const { keyboard } = page;
  await walk(page, 'Tab', 1);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /the sample library/ })).toBeVisible();

  await walk(page, 'Tab', SIDEBAR.length);
  await keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await walk(page, 'End', 1);
  await keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  expect(await walk(page, 'Tab', 1)).toEqual([`button "${shellTexts.leaveSample.confirm}"`]);
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: steps.signIn.button })).toBeVisible();
});
