import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import { renewBeforeMs } from '../../electron/session/renewal-date.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { renewalNoticeTexts } from '../../shared/texts/renewal-notice-texts.ts';
import { shortDay } from '../../shared/texts/time-phrases.ts';
import { ageSignIn } from './harness/age-sign-in.ts';
import { test as base, expect } from './harness/fixtures.ts';
import { NotificationHost } from './harness/notification-host.ts';
import { readStoredLibrary } from './harness/stored-library.ts';

const DAY_MS = 24 * 3_600_000;
const WATCHING = 'Cratewatch – Watching your library';

interface Fixtures {
  readonly desktop: NotificationHost;
  /** Signs in and quits; from then on the sign-in is 178 days old. Gives its end. */
  readonly endsInDays: () => Promise<number>;
}

const test = base.extend<Fixtures>({
  desktop: async ({ keyring }, use) => {
    const desktop = await NotificationHost.start(keyring.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    await use(desktop);
    await desktop.close();
  },
  endsInDays: async ({ launchSignedIn, profile, keyring, service }, use) => {
    await use(async () => {
      const { cratewatch } = await launchSignedIn();
      await cratewatch.quit();
      // Six months are 181 to 184 days, so three to six of them are left.
      const authorizedAtMs = Date.now() - 178 * DAY_MS;
      await ageSignIn(profile, keyring.env, service.clientId, authorizedAtMs);
      return renewBeforeMs(authorizedAtMs);
    });
  },
});

test.skip(process.platform !== 'linux', 'Only on Linux does a notification travel over D-Bus.');

test('the coming end of a sign-in is told once, and not again after a restart', async ({
  desktop,
  panel,
  endsInDays,
  launch,
}) => {
  // Three starts and a first pass.
  test.slow();
  const endsAtMs = await endsInDays();
  expect(desktop.received).toEqual([]);
  const first = await launch({ args: ['--hidden'] });

  expect(await desktop.first()).toMatchObject({
    app: 'Cratewatch',
    ...renewalNoticeTexts(endsAtMs, Date.now()),
  });
  await first.quit();
  expect(desktop.standing, 'a click would reach nobody any more').toEqual([]);

  const second = await launch({ args: ['--hidden'] });
  const tray = await panel.item();
  await expect.poll(() => tray.tooltip()).toBe(WATCHING);
  await second.quit();
  expect(desktop.received).toHaveLength(1);
});

test('a click on the notice opens the window where the sign-in is renewed for six months', async ({
  desktop,
  endsInDays,
  launch,
  handOver,
  profile,
}) => {
  // Two starts and a first pass.
  test.slow();
  const endsAtMs = await endsInDays();
  const library = readStoredLibrary(profile);
  const cratewatch = await launch({ args: ['--hidden'] });
  const opened = cratewatch.electron.waitForEvent('window');
  desktop.click(await desktop.first());

  const page = await opened;
  await expect(page).toHaveURL(/#\/connection$/);
  expect(desktop.standing).toEqual([]);
  const format = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions());
  const ends = (atMs: number) =>
    page.getByText(connectionTexts.signIn.ends(shortDay(atMs, Date.now(), format)));
  await expect(ends(endsAtMs)).toBeVisible();
  await page.getByRole('button', { name: connectionTexts.renew.button }).click();
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(ends(renewBeforeMs(Date.now()))).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  // Nothing else has changed.
  expect(readStoredLibrary(profile)).toEqual(library);
});

test('on a desktop without notifications the tray still says it, and all goes on', async ({
  panel,
  endsInDays,
  launch,
}) => {
  await endsInDays();
  const cratewatch = await launch({ args: ['--hidden'] });
  const tray = await panel.item();
  const renewal = async () =>
    (await tray.menuLabels()).find((label) => /^Renew sign-in \(ends .+\)…$/.test(label));
  await expect.poll(renewal).toBeDefined();
  await expect.poll(() => tray.tooltip()).toBe(WATCHING);

  const opened = cratewatch.electron.waitForEvent('window');
  await tray.press((await renewal()) ?? '');
  await expect(await opened).toHaveURL(/#\/connection$/);
});
