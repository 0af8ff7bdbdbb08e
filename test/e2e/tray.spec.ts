import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type TrayIcon, trayIconName } from '../../electron/desktop/tray-icon.ts';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { readPng } from '../harness/read-png.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, startPanel, test } from './harness/fixtures.ts';
import { ownItems, ownPlaylists } from './harness/own-playlist.ts';
import type { StatusNotifierItem } from './harness/status-notifier-item.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const ICONS = join(import.meta.dirname, '../../assets/tray');

/** Between midnight and four the morning is that of the same day. */
const UNTIL_MORNING = /^Pause until (tomorrow at )?\d/;

test.skip(process.platform !== 'linux', 'Only on Linux does a tray icon travel over D-Bus.');

test('the tray shows an icon, the state and what can be done before there is any window', async ({
  panel,
  launch,
}) => {
  const cratewatch = await launch({ args: ['--hidden'] });
  const tray = await panel.item();

  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Not signed in');
  await expect
    .poll(() => tray.menuLabels())
    .toEqual(['Not signed in', 'Sign in…', 'Open Cratewatch', 'Quit']);
  expect(await tray.status()).toBe('Active');
  await showsIcon(tray, { state: 'attention', hasDot: false });
  expect(await windowCount(cratewatch)).toBe(0);
  expect(await windowProcessCount(cratewatch)).toBe(0);
  expect(panel.registrations).toBe(1);
});

test('while all is well the menu names the state and the next check and lets one check now', async ({
  panel,
  launchSignedIn,
}) => {
  const { page } = await launchSignedIn();
  const tray = await panel.item();

  await expect.poll(() => tray.tooltip()).toBe(`Cratewatch – ${await headlineOf(page)}`);
  expect((await tray.menu()).map(({ kind, label }) => [kind, label])).toEqual([
    ['text', await headlineOf(page)],
    ['text', expect.stringMatching(/^Next check .*\d:\d\d/)],
    ['separator', ''],
    ['action', 'Check now'],
    ['action', 'Pause for 1 hour'],
    ['action', expect.stringMatching(UNTIL_MORNING)],
    ['action', 'Open Cratewatch'],
    ['action', 'Connection…'],
    ['separator', ''],
    ['action', 'Quit'],
  ]);

  await tray.press(await labelOf(tray, UNTIL_MORNING));
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(/^Paused until .*\d:\d\d/);
  const paused = await headlineOf(page);
  await expect.poll(() => tray.tooltip()).toBe(`Cratewatch – ${paused}`);
  await expect.poll(() => tray.menuLabels()).toContain(`Resume (${paused.replace('P', 'p')})`);
  await showsIcon(tray, { state: 'paused', hasDot: false });
  await tray.press(`Resume (${paused.replace('P', 'p')})`);
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Watching your library');
  await expect.poll(() => tray.menuLabels()).toContain('Pause for 1 hour');
  await showsIcon(tray, { state: 'watching', hasDot: false });
});

test('"Check now" in the tray checks, without a window as well', async ({
  panel,
  launchSignedIn,
  service,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const tray = await panel.item();
  await closeWindow(cratewatch, page);
  await expect.poll(() => tray.menuLabels()).toContain('Check now');
  const before = service.requests.length;

  await tray.press('Check now');
  await expect.poll(() => service.requests.length).toBeGreaterThan(before);
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Watching your library');
  expect(await windowCount(cratewatch)).toBe(0);
});

test('"Open Cratewatch" and a click on the icon open the window; closing it keeps the tray', async ({
  panel,
  launch,
}) => {
  const cratewatch = await launch({ args: ['--hidden'] });
  const tray = await panel.item();

  for (const open of [() => tray.press('Open Cratewatch'), () => tray.click()]) {
    const opened = cratewatch.electron.waitForEvent('window');
    await open();
    const page = await opened;
    await expect(new WelcomePage(page).signInButton).toBeVisible();

    await closeWindow(cratewatch, page);
    expect(cratewatch.hasEnded).toBe(false);
    expect(await tray.isShown()).toBe(true);
    expect(await tray.menuLabels()).toContain('Open Cratewatch');
  }
  expect(panel.registrations).toBe(1);
});

test('"Connection…" opens the window there, turns the open one to it, and one still loading', async ({
  panel,
  launchSignedIn,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const tray = await panel.item();
  await expect.poll(() => tray.menuLabels()).toContain('Connection…');

  await tray.press('Connection…');
  await expect(page).toHaveURL(/^app:\/\/cratewatch\/index\.html(\?[^#]*)?#\/connection$/);
  expect(await windowCount(cratewatch)).toBe(1);

  await closeWindow(cratewatch, page);
  const opened = cratewatch.electron.waitForEvent('window');
  await tray.press('Connection…');
  const again = await opened;
  await expect(again).toHaveURL(/^app:\/\/cratewatch\/index\.html(\?[^#]*)?#\/connection$/);
  await expect(again.getByRole('button', { name: connectionTexts.renew.button })).toBeVisible();

  await closeWindow(cratewatch, again);
  const openedLate = cratewatch.electron.waitForEvent('window');
  await tray.press('Open Cratewatch');
  await tray.press('Connection…');
  await expect(await openedLate).toHaveURL(/#\/connection$/);
  expect(await windowCount(cratewatch)).toBe(1);
});

test('"Quit" takes the icon away and ends Cratewatch with code 0 within 2 seconds', async ({
  panel,
  launchSignedIn,
}) => {
  const { cratewatch } = await launchSignedIn();
  const tray = await panel.item();

  const pressedAtMs = performance.now();
  await tray.press('Quit');
  expect(await cratewatch.exitCode()).toBe(0);
  expect(performance.now() - pressedAtMs).toBeLessThan(2_000);
  await expect.poll(() => tray.isShown()).toBe(false);
});

test('"Quit" pressed twice in the middle of a check ends it at once, with everything saved', async ({
  panel,
  launchSignedIn,
  service,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  const tray = await panel.item();
  service.library.saveTrack();
  service.faults.add({
    match: { path: /^\/v1\/me\/playlists/, times: Infinity },
    action: { kind: 'hang' },
  });
  await tray.press('Check now');
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Checking your library');

  const quit = (await tray.menu()).find(({ label }) => label === 'Quit');
  const pressedAtMs = performance.now();
  await Promise.allSettled([1, 2].map(() => tray.pressEntry(quit ?? { id: 0 })));
  expect(await cratewatch.exitCode()).toBe(0);
  expect(performance.now() - pressedAtMs).toBeLessThan(2_000);
  // The database was closed in good order: nothing waits beside it.
  expect(existsSync(join(profile, 'library.sqlite'))).toBe(true);
  expect(existsSync(join(profile, 'library.sqlite-wal'))).toBe(false);
});

test('what a check found is counted on the icon and named in the menu, and opens from there', async ({
  panel,
  launchSignedIn,
  service,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const tray = await panel.item();
  await closeWindow(cratewatch, page);
  const truth = service.library.snapshot();
  const [playlist] = ownPlaylists(truth);
  const [removed] = playlist === undefined ? [] : ownItems(truth, playlist);
  if (playlist === undefined || removed === undefined) {
    throw new Error('The sample library has no own playlist with an item.');
  }
  service.library.removeItems(playlist.id, playlist.items.indexOf(removed));
  service.library.rename(playlist.id, 'Q&A_with & shadows');

  await tray.press('Check now');
  await expect
    .poll(() => tray.tooltip(), { timeout: 20_000 })
    .toBe('Cratewatch – Watching your library, 2 new changes');
  await showsIcon(tray, { state: 'watching', hasDot: true });
  await expect.poll(() => tray.menuLabels()).toContain('2 new changes');
  expect(await tray.menuLabels()).toContain('Playlist “Q&A_with & shadows” has a new name');

  const opened = cratewatch.electron.waitForEvent('window');
  await tray.press(await labelOf(tray, /^Removed “/));
  const again = await opened;
  await expect(again).toHaveURL(new RegExp(`#/changes\\?item=${encodeURIComponent(removed.uri)}$`));
  await expect(again.getByRole('dialog').getByText(removed.name).first()).toBeVisible();
  await tray.press('Playlist “Q&A_with & shadows” has a new name');
  await expect(again).toHaveURL(/#\/list\/\d+$/);
  await tray.press('2 new changes');
  await expect(again).toHaveURL(/#\/changes\?new$/);

  await again.getByRole('button', { name: changesTexts.markAllRead }).click();
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Watching your library');
  await showsIcon(tray, { state: 'watching', hasDot: false });
  expect((await tray.menuLabels()).filter((label) => label.startsWith('Removed'))).toHaveLength(1);
});

test('a menu that is held open gets the news, and its former entries mean nothing else', async ({
  panel,
  launchSignedIn,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const tray = await panel.item();
  await expect.poll(() => tray.menuLabels()).toContain('Check now');
  await tray.openMenu();
  const former = await tray.menu();

  await page.getByRole('main').getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('menuitem', { name: /hour/ }).click();
  await expect.poll(() => tray.menuLabels()).toContainEqual(expect.stringMatching(/^Resume \(/));
  const now = await tray.menu();
  expect(now.filter(({ id }) => former.some((entry) => entry.id === id))).toEqual([]);
  for (const entry of former.filter(({ kind }) => kind === 'action')) {
    await tray.pressEntry(entry).catch(() => undefined);
  }
  expect(await tray.menu()).toEqual(now);
  expect(cratewatch.hasEnded).toBe(false);
});

test('signing in, losing the sign-in and signing in again: the tray says what the window says', async ({
  panel,
  launch,
  service,
  handOver,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const tray = await panel.item();
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Not signed in');

  await new WelcomePage(page).signIn(service.clientId);
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Waiting for you in the browser');
  await agreeInSampleBrowser(await handOver.nextUrl());
  await saysTheSame(tray, page, 'Watching your library');
  await showsIcon(tray, { state: 'watching', hasDot: false });

  service.revokeRefreshTokens();
  service.revokeAccessTokens();
  await tray.press('Check now');
  await saysTheSame(tray, page, 'Spotify asks you to sign in again');
  await expect.poll(() => tray.menuLabels()).toContain('Sign in…');
  expect(await tray.menuLabels()).not.toContain('Check now');
  await showsIcon(tray, { state: 'attention', hasDot: false });
});

test('with the quota used up the tray says until when, and offers no check', async ({
  panel,
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const tray = await panel.item();
  await expect.poll(() => tray.menuLabels()).toContain('Check now');

  service.faults.add({
    match: { path: /^\/v1\//, times: Infinity },
    action: { kind: 'quota', retryAfterSeconds: 3_600 },
  });
  await tray.press('Check now');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Spotify’s daily quota: waiting until .*\d:\d\d/,
  );
  const sentence = await headlineOf(page);
  const [reason, waiting] = sentence.split(': ');
  await expect.poll(() => tray.tooltip()).toBe(`Cratewatch – ${sentence}`);
  await expect
    .poll(() => tray.menuLabels())
    .toEqual([
      sentence,
      `Check now (${waiting}: ${reason})`,
      'Pause for 1 hour',
      expect.stringMatching(UNTIL_MORNING),
      'Open Cratewatch',
      'Connection…',
      'Quit',
    ]);
  await showsIcon(tray, { state: 'paused', hasDot: false });
});

test('offline the tray says so with an icon of its own and lets one try again', async ({
  panel,
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  const tray = await panel.item();
  await expect.poll(() => tray.menuLabels()).toContain('Check now');
  await showsIcon(tray, { state: 'watching', hasDot: false });

  await service.close();
  await tray.press('Check now');
  await saysTheSame(tray, page, 'Spotify cannot be reached');
  await expect
    .poll(() => tray.menuLabels())
    .toEqual([
      'Spotify cannot be reached',
      'Try again now',
      'Pause for 1 hour',
      expect.stringMatching(UNTIL_MORNING),
      'Open Cratewatch',
      'Connection…',
      'Quit',
    ]);
  await showsIcon(tray, { state: 'offline', hasDot: false });
});

test('on a display of another density the icon is the one drawn for it, at once', async ({
  panel,
  launch,
}) => {
  const cratewatch = await launch({ args: ['--hidden'] });
  const tray = await panel.item();
  const icon = { state: 'attention', hasDot: false } as const;
  await showsIcon(tray, icon);
  for (const [scaleFactor, pixels] of [
    [2, 44],
    [1, 22],
  ] as const) {
    await cratewatch.electron.evaluate(({ screen }, factor) => {
      const display = { ...screen.getPrimaryDisplay(), scaleFactor: factor };
      screen.getPrimaryDisplay = () => display;
      screen.emit('display-metrics-changed', {}, display, ['scaleFactor']);
    }, scaleFactor);
    await showsIcon(tray, icon, pixels);
  }
});

test('after the panel restarted the icon is there again and still works', async ({
  panel,
  keyring,
  launch,
}) => {
  const cratewatch = await launch({ args: ['--hidden'] });
  await panel.item();
  await panel.close();

  const restarted = await startPanel(keyring.env);
  const tray = await restarted.item();
  await expect.poll(() => tray.tooltip()).toBe('Cratewatch – Not signed in');
  await tray.press('Quit');
  expect(await cratewatch.exitCode()).toBe(0);
  await restarted.close();
});

function windowProcessCount(cratewatch: Cratewatch): Promise<number> {
  return cratewatch.electron.evaluate(
    ({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length,
  );
}

/** Waits until window and tray say this sentence, in the tooltip and at the top of the menu. */
async function saysTheSame(tray: StatusNotifierItem, page: Page, headline: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline, { timeout: 20_000 });
  await expect.poll(() => tray.tooltip()).toBe(`Cratewatch – ${headline}`);
  await expect.poll(async () => (await tray.menuLabels())[0]).toBe(headline);
}

/** Waits until the panel has the very pixels that were drawn for it. */
async function showsIcon(
  tray: StatusNotifierItem,
  icon: TrayIcon,
  pixels: 22 | 44 = 22,
): Promise<void> {
  const drawn = readPng(readFileSync(join(ICONS, `${trayIconName(icon)}-${pixels}.png`)));
  const drawnAlpha = [...drawn.rgba.filter((_, index) => index % 4 === 3)];
  expect(new Set(drawnAlpha).size).toBeGreaterThan(1);
  await expect
    .poll(async () => {
      const { width, height, argb } = await tray.icon();
      return { width, height, alpha: [...argb.filter((_, index) => index % 4 === 0)] };
    })
    .toEqual({ width: drawn.width, height: drawn.height, alpha: drawnAlpha });
}

async function labelOf(tray: StatusNotifierItem, pattern: RegExp): Promise<string> {
  const labels = await tray.menuLabels();
  const label = labels.find((one) => pattern.test(one));
  if (label === undefined) {
    throw new Error(`The menu has nothing like ${pattern}: ${labels.join(', ')}`);
  }
  return label;
}

async function headlineOf(page: Page): Promise<string> {
  return await page.getByRole('heading', { level: 1 }).innerText();
}

async function windowCount(cratewatch: Cratewatch): Promise<number> {
  return await cratewatch.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
}

async function closeWindow(cratewatch: Cratewatch, page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('close'),
    cratewatch.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
}
