import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { PlaylistTruth } from '../../electron/sample-service/collection/sample-library.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { describeSession } from '../../shared/texts/session-texts.ts';
import { closeWindow } from './harness/close-window.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { test as base, expect } from './harness/fixtures.ts';
import { NotificationHost, type ReceivedNotification } from './harness/notification-host.ts';
import { ownItems, ownPlaylists } from './harness/own-playlist.ts';
import type { StatusNotifierItem } from './harness/status-notifier-item.ts';

interface Fixtures {
  /** What the desktop can do beyond a text and a click. */
  readonly capabilities: readonly string[];
  readonly desktop: NotificationHost;
  /** Signed in, the first pass done, no window. */
  readonly watching: { readonly cratewatch: Cratewatch; readonly tray: StatusNotifierItem };
  /** One check by hand, to its end. */
  readonly check: () => Promise<void>;
}

const test = base.extend<Fixtures>({
  capabilities: [[], { option: true }],
  desktop: async ({ keyring, capabilities }, use) => {
    const address = keyring.env.DBUS_SESSION_BUS_ADDRESS ?? '';
    const desktop = await NotificationHost.start(address, ...capabilities);
    await use(desktop);
    await desktop.close();
  },
  watching: async ({ panelOrNone, launchSignedIn, desktop }, use) => {
    if (panelOrNone === null) throw new Error('There is no panel.');
    const { cratewatch, page } = await launchSignedIn();
    const tray = await panelOrNone.item();
    await closeWindow(cratewatch, page);
    // The tray follows with a delay.
    await expect.poll(() => tray.menuLabels()).toContain('Check now');
    expect(desktop.received, 'the first pass is no news').toEqual([]);
    await use({ cratewatch, tray });
  },
  check: async ({ watching: { tray }, profile }, use) => {
    await use(() => check(tray, profile));
  },
});

test.skip(process.platform !== 'linux', 'Only on Linux does a notification travel over D-Bus.');

test('a song that left is told by its name, and a click opens its story', async ({
  desktop,
  watching: { cratewatch },
  service,
  check,
}) => {
  const playlist = ownPlaylist(service);
  const item = takeOne(service, playlist);
  await check();
  const told = await desktop.first();
  expect(told.app).toBe('Cratewatch');
  expect(told.title).toBe(`“${item.name}” left “${playlist.name}”`);
  expect(told.body).toMatch(/^By .+\. It happened (at|between) /);

  const page = await opened(cratewatch, () => desktop.click(told));
  await expect(page).toHaveURL(/#\/changes\?item=spotify/);
  await expect(page.getByRole('dialog').getByText(item.name).first()).toBeVisible();
  expect(desktop.standing).toEqual([]);
  expect(desktop.received).toHaveLength(1);
});

test('what a check finds in several lists is one summary, and what the user did is not in it', async ({
  desktop,
  watching: { cratewatch },
  service,
  check,
}) => {
  const [one, other, third] = ownPlaylists(service.library.snapshot());
  if (one === undefined || other === undefined || third === undefined) {
    throw new Error('The sample library has too few playlists.');
  }
  service.library.removeItems(one.id, 0, 2);
  service.library.removeItems(other.id, 0);
  service.library.insertItems(third.id, service.library.newTrackUris(3));
  service.library.moveItems(third.id, 0, 5);
  await check();
  expect(await desktop.first()).toMatchObject({
    title: '3 songs left 2 playlists',
    body: `2 from “${one.name}”, 1 from “${other.name}”.`,
  });

  // The next one takes its place and speaks of both.
  service.library.removeItems(other.id, 0);
  await check();
  await expect
    .poll(() => desktop.standing.map(({ title }) => title))
    .toEqual(['4 songs left 2 playlists']);
  const [standing] = desktop.standing;
  if (standing === undefined) throw new Error('Nothing stands.');
  const page = await opened(cratewatch, () => desktop.click(standing));
  await expect(page).toHaveURL(/#\/changes\/removed$/);
  expect(desktop.received).toHaveLength(2);

  // A window that is open is turned to the change and brought to the front.
  await expect.poll(() => isWindowShown(cratewatch)).toBe(true);
  await hideWindow(cratewatch);
  service.library.deletePlaylist(third.id);
  await check();
  await expect.poll(() => titles(desktop.standing)).toEqual([`Playlist “${third.name}” is gone`]);
  for (const last of desktop.standing) desktop.click(last);
  await expect(page).toHaveURL(/#\/list\/\d+$/);
  await expect(page.getByRole('heading', { name: third.name }).first()).toBeVisible();
  await expect.poll(() => isWindowShown(cratewatch)).toBe(true);
});

test('of moves, and of what the user added themself, nothing is said', async ({
  desktop,
  service,
  check,
}) => {
  const playlist = ownPlaylist(service);
  service.library.moveItems(playlist.id, 0, 4);
  service.library.insertItems(playlist.id, service.library.newTrackUris(2));
  service.library.saveTrack();
  await check();
  const item = takeOne(service, service.library.playlistById(playlist.id));
  await check();
  expect((await desktop.first()).title).toBe(`“${item.name}” left “${playlist.name}”`);
});

test('in quiet hours nothing is shown; when they end it is told once, over a restart too', async ({
  desktop,
  watching: { cratewatch },
  service,
  check,
  launch,
}) => {
  // Two starts and a first pass.
  test.slow();
  const playlist = ownPlaylist(service);
  await set(cratewatch, { quietHours: true, quietFromMinute: 0, quietToMinute: 0 });
  const first = takeOne(service, playlist);
  await check();
  takeOne(service, service.library.playlistById(playlist.id));
  await check();
  expect(desktop.received).toEqual([]);
  await cratewatch.kill();

  const again = await launch({ args: ['--hidden'] });
  await set(again, { quietHours: false });
  const told = await desktop.first();
  expect(told.title).toBe(`2 songs left “${playlist.name}”`);
  expect(told.body).toContain(`“${first.name}”`);
  await again.quit();
  expect(desktop.standing, 'a click would reach nobody any more').toEqual([]);

  const last = await launch({ args: ['--hidden'] });
  await set(last, { checkIntervalMinutes: 120 });
  expect(desktop.received).toHaveLength(1);
});

test('what is switched off is not told, not even when it is switched on again', async ({
  desktop,
  watching: { cratewatch },
  service,
  check,
}) => {
  const playlist = ownPlaylist(service);
  takeOne(service, playlist);
  await check();
  const standing = await desktop.first();
  await set(cratewatch, { notifyOfChanges: false });
  await expect.poll(() => desktop.standing).not.toContain(standing);
  takeOne(service, service.library.playlistById(playlist.id));
  await check();
  await set(cratewatch, { notifyOfChanges: true });
  const item = takeOne(service, service.library.playlistById(playlist.id));
  await check();
  await expect
    .poll(() => titles(desktop.standing))
    .toEqual([`“${item.name}” left “${playlist.name}”`]);
  expect(desktop.received).toHaveLength(2);
});

test('a summary is taken back when the user turns to the window, which counts the same', async ({
  desktop,
  watching: { cratewatch, tray },
  service,
  check,
}) => {
  takeOne(service, ownPlaylist(service));
  await check();
  await desktop.first();
  const page = await opened(cratewatch, () => tray.press('Open Cratewatch'));
  await expect(page.getByRole('link', { name: 'Changes 1 new' })).toBeVisible();
  await expect.poll(() => desktop.standing).toEqual([]);

  // While it is before them, nothing is told that it shows.
  await page.bringToFront();
  await expect.poll(() => isWindowFocused(cratewatch)).toBe(true);
  takeOne(service, service.library.playlistById(ownPlaylist(service).id));
  await check();
  await expect(page.getByRole('link', { name: 'Changes 2 new' })).toBeVisible();
  expect(desktop.received).toHaveLength(1);
});

test('trouble is told once, and the new sign-in takes it back', async ({
  desktop,
  watching: { cratewatch, tray },
  service,
  handOver,
}) => {
  service.revokeRefreshTokens();
  service.revokeAccessTokens();
  await tray.press('Check now');
  const { headline, detail } = describeSession({ kind: 'sign-in-needed', reason: 'refused' }, 0);
  const told = await desktop.first();
  expect(told).toMatchObject({ title: headline, body: detail });
  await expect.poll(() => tray.menuLabels()).toContain(headline);

  const page = await opened(cratewatch, () => tray.press('Open Cratewatch'));
  expect(desktop.standing).toEqual([told]);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect.poll(() => desktop.standing).toEqual([]);
  expect(desktop.received).toHaveLength(1);
});

test('a click on trouble opens the window there, and a restart right after does not tell it again', async ({
  desktop,
  watching: { cratewatch, tray },
  service,
  launch,
}) => {
  service.revokeRefreshTokens();
  service.revokeAccessTokens();
  await tray.press('Check now');
  const told = await desktop.first();
  const page = await opened(cratewatch, () => desktop.click(told));
  await expect(page).toHaveURL(/#\/sign-in$/);
  await cratewatch.quit();

  const again = await launch({ args: ['--hidden'] });
  // The window has its answers: whatever the start had to tell is told.
  await set(again, { checkIntervalMinutes: 120 });
  expect(desktop.received).toHaveLength(1);
});

for (const [what, capabilities, shown] of [
  ['that reads markup', ['body-markup'], (name: string) => escaped(name)],
  ['that reads none', [], (name: string) => name],
] as const) {
  test.describe(`on a desktop ${what}`, () => {
    test.use({ capabilities: [...capabilities] });

    test('a name made of markup comes out as it is written', async ({
      desktop,
      service,
      check,
    }) => {
      const names = ['<b>Loud</b> & <img src="x"/>', '\u202Eحفلة &amp; <a href="x">'] as const;
      const [one, other] = ownPlaylists(service.library.snapshot());
      if (one === undefined || other === undefined) throw new Error('Too few playlists.');
      service.library.rename(one.id, names[0]);
      service.library.rename(other.id, names[1]);
      service.library.removeItems(one.id, 0, 2);
      service.library.removeItems(other.id, 0);
      await check();
      const { body } = await desktop.first();
      expect(body).toBe(shown(`2 from “${names[0]}”, 1 from “\u2068${names[1].slice(1)}\u2069”.`));
    });
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function titles(notifications: readonly ReceivedNotification[]): readonly string[] {
  return notifications.map(({ title }) => title);
}

function ownPlaylist(service: SampleService): PlaylistTruth {
  const [playlist] = ownPlaylists(service.library.snapshot());
  if (playlist === undefined) throw new Error('The sample library has no own playlist.');
  return playlist;
}

/** Takes an item out of a playlist that stands nowhere else. */
function takeOne(service: SampleService, playlist: PlaylistTruth) {
  const [item] = ownItems(service.library.snapshot(), playlist);
  if (item === undefined) throw new Error('The playlist has no item of its own.');
  service.library.removeItems(playlist.id, playlist.items.indexOf(item));
  return item;
}

/** One check by hand. The tray follows with a delay: that it looks at rest does not mean it is. */
async function check(tray: StatusNotifierItem, profile: string): Promise<void> {
  await expect.poll(() => tray.menuLabels()).toContain('Check now');
  const before = await checksDone(profile);
  await tray.press('Check now');
  await expect.poll(() => checksDone(profile)).toBeGreaterThan(before);
  await expect.poll(() => tray.menuLabels()).toContain('Check now');
}

/** How many checks have come to their end, by the log. */
async function checksDone(profile: string): Promise<number> {
  const log = await readFile(join(profile, 'logs', 'cratewatch.log'), 'utf8');
  return log.split('A check is done.').length - 1;
}

/**
 * Sets something as the window does, with a window that is never shown, and then gone: one that the
 * user has before them holds summaries back.
 */
async function set(
  cratewatch: Cratewatch,
  change: Readonly<Record<string, boolean | number>>,
): Promise<void> {
  const page = await opened(cratewatch, async () => {
    try {
      await cratewatch.electron.evaluate(({ app }) => {
        app.once('browser-window-created', (_event, window) => {
          window.show = () => undefined;
        });
        app.emit('second-instance', {}, [], '', {});
      });
    } catch (error) {
      // Just after a start the inspector may lose the answer; the window comes all the same.
      if (!String(error).includes('garbage collected')) throw error;
    }
  });
  const answer = await page.evaluate((given) => window.cratewatch.settings.update(given), change);
  expect(answer).toEqual({ ok: true, value: { kind: 'done' } });
  expect(await isWindowShown(cratewatch)).toBe(false);
  await closeWindow(cratewatch, page);
}

async function hideWindow(cratewatch: Cratewatch): Promise<void> {
  await cratewatch.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  await expect.poll(() => isWindowFocused(cratewatch)).toBe(false);
}

async function isWindowFocused(cratewatch: Cratewatch): Promise<boolean> {
  return await cratewatch.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null,
  );
}

async function isWindowShown(cratewatch: Cratewatch): Promise<boolean> {
  return await cratewatch.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((window) => window.isVisible()),
  );
}

async function opened(cratewatch: Cratewatch, open: () => unknown): Promise<Page> {
  const window = cratewatch.electron.waitForEvent('window');
  await open();
  const page = await window;
  await page.locator('html[data-ready="true"]').waitFor();
  return page;
}
