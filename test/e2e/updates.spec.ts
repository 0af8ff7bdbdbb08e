import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { updateTexts } from '../../shared/texts/update-texts.ts';
import {
  announcedFile,
  breaksOff,
  METADATA,
  metadataOf,
  redirectsTo,
  sends,
  trickles,
  UpdateServer,
} from '../harness/update-server.ts';
import { axeFindings } from './harness/axe-findings.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { filesBelow } from './harness/files-below.ts';
import { test as base, expect } from './harness/fixtures.ts';
import { ScratchAppImage } from './harness/scratch-app-image.ts';
import { UpdatesSection } from './harness/updates-section.ts';

// Cratewatch as an AppImage would run, against a server of newer versions on this machine. What is
// downloaded and installed is a script; everything around it is real.

interface Fixtures {
  readonly updates: UpdateServer;
  readonly appImage: ScratchAppImage;
  readonly cache: string;
  readonly start: () => Promise<{ cratewatch: Cratewatch; page: Page; section: UpdatesSection }>;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  updates: async ({}, use) => {
    const server = await UpdateServer.start();
    await use(server);
    await server.close();
  },
  appImage: async ({ folder }, use) => {
    await use(await ScratchAppImage.create(folder));
  },
  cache: async ({ folder }, use) => {
    await use(join(folder, 'cache'));
  },
  start: async ({ launch, updates, appImage, cache }, use) => {
    await use(async () => {
      const runtime = await realpath(
        join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron'),
      );
      const env = { ...appImage.env(runtime, cache), CRATEWATCH_UPDATE_URL: updates.origin };
      const cratewatch = await launch({ env });
      const page = await cratewatch.window();
      const section = new UpdatesSection(page);
      await section.open();
      return { cratewatch, page, section };
    });
  },
});

/** Whether electron-updater was loaded: one of its parts leaves this mark. */
async function isUpdaterLoaded({ electron }: Cratewatch): Promise<boolean> {
  return await electron.evaluate(
    () => Symbol.for('graceful-fs.queue') in process.getBuiltinModule('fs'),
  );
}

/** Everything that a download left behind, by name. */
async function left(cache: string): Promise<readonly string[]> {
  const files = await filesBelow(cache).catch(() => []);
  return files
    .filter((file) => file.includes('cratewatch-updater'))
    .map((file) => file.slice(cache.length));
}

test('nobody is asked and nothing is loaded until the user says yes', async ({
  start,
  updates,
  appImage,
}) => {
  updates.release('9.9.9', appImage.newVersion());
  const { cratewatch, page, section } = await start();
  await expect(section.switch).not.toBeChecked();
  await expect(section.headline).toHaveCount(0);
  // Nor by a window that is not ours: the main process refuses by itself.
  const answers = await page.evaluate(async () => [
    await window.cratewatch.updates.look(),
    await window.cratewatch.updates.download(),
    await window.cratewatch.updates.install(),
  ]);
  expect(answers).toEqual(Array(3).fill({ ok: true, value: { kind: 'not-now' } }));
  expect(await isUpdaterLoaded(cratewatch)).toBe(false);
  await section.turnOn();
  await expect(section.headline).toHaveText('Not looked yet');
  expect(await isUpdaterLoaded(cratewatch)).toBe(false);
  await cratewatch.quit();
  expect(updates.requests).toEqual([]);
});

test('a newer version is found, downloaded, checked, installed and started, each when asked', async ({
  start,
  updates,
  appImage,
  cache,
  profile,
}) => {
  const content = appImage.newVersion(3_000_000);
  updates.release('9.9.9', content);
  const { cratewatch, page, section } = await start();
  await section.turnOn();
  await section.look();
  await expect(section.headline).toHaveText('Version 9.9.9 is there');
  expect(await isUpdaterLoaded(cratewatch)).toBe(true);
  expect(updates.asked('Cratewatch-9.9.9.AppImage')).toBe(0);
  expect(await axeFindings(page)).toEqual([]);

  await section.button('Download version 9.9.9 (3 MB)').dblclick();
  await expect(section.headline).toHaveText('Version 9.9.9 is downloaded and checked');
  expect(updates.asked('Cratewatch-9.9.9.AppImage')).toBe(1);
  expect(await appImage.content()).toEqual(Buffer.from(appImage.original));
  expect(await axeFindings(page)).toEqual([]);
  // It told the server nothing about this copy.
  for (const { headers } of updates.requests) {
    expect(headers['user-agent']).toBe('Cratewatch');
    expect(Object.keys(headers)).not.toContain('x-user-staging-id');
    expect(headers['accept-language']).toBe('en');
    expect(Object.keys(headers)).not.toContain('cookie');
  }
  expect(await readdir(profile)).not.toContain('.updaterId');

  await section.button(updateTexts.buttons.install).click();
  expect(await cratewatch.exitCode()).toBe(0);
  const [startedAs] = await appImage.started();
  expect(startedAs).toBe(appImage.path);
  expect((await appImage.content()).equals(content)).toBe(true);
  expect((await stat(appImage.path)).mode & 0o777).toBe(0o755);
  expect(await readdir(appImage.folder)).toEqual(['Cratewatch-0.1.0.AppImage']);
  expect(await left(cache)).toEqual(['/cratewatch-updater/pending/update-info.json']);
});

test('what a look finds is said as it is, and nothing of it is fetched', async ({
  start,
  updates,
  appImage,
}) => {
  const content = appImage.newVersion();
  const elsewhere = await UpdateServer.start();
  elsewhere.release('9.9.9', content);
  const right = announcedFile('Cratewatch-9.9.9.AppImage', content);
  const announces = (file: Partial<typeof right>, version = '9.9.9') =>
    sends(metadataOf({ version, files: [{ ...right, ...file }] }));
  const CASES: readonly (readonly [string, ReturnType<typeof sends>, RegExp | string])[] = [
    ['nothing there', sends('', 404), /nothing on the releases page/],
    ['trouble', sends('', 503), /trouble of its own/],
    ['a page', sends('<html><body>Sign in</body></html>', 200, 'text/html'), /not one that Cra/],
    ['nothing at all', sends(''), /not one that Cratewatch understands/],
    ['half a file', sends('version: 9.9.9\nfiles:\n  - url: "'), /not one that Cratewatch under/],
    ['no version', sends('{}'), /not one that Cratewatch understands/],
    ['a version that is none', announces({}, 'newest'), /not one that Cratewatch understands/],
    ['a path as name', announces({ url: '../../x.AppImage' }), /not one that Cratewatch under/],
    ['an address as name', announces({ url: `${elsewhere.origin}/x.AppImage` }), /not one that C/],
    ['no check sum', announces({ sha512: '' }), /not one that Cratewatch understands/],
    ['a weak check sum', announces({ sha512: 'a'.repeat(88) }), /not one that Cratewatch under/],
    ['a size beyond all measure', announces({ size: 2 ** 40 }), /not one that Cratewatch unders/],
    ['another kind', announces({ url: 'Cratewatch-9.9.9.deb' }), /no package of it for this comp/],
    ['a way out', redirectsTo(`${elsewhere.origin}/${METADATA}`), /led away from GitHub/],
    ['a way in circles', redirectsTo(`${updates.origin}/${METADATA}`), /led away from GitHub/],
    ['a hang-up', (response) => response.destroy(), /does not answer, or the connection broke off/],
    ['the same version', announces({}, '0.1.0'), 'You have the newest version'],
    ['an older version', announces({}, '0.0.9'), 'You have the newest version'],
    ['an older one of another kind', announces({ url: 'a.deb' }, '0.0.9'), 'You have the newest'],
    ['a newer version', announces({}), 'Version 9.9.9 is there'],
  ];
  try {
    const { section } = await start();
    await section.turnOn();
    for (const [name, answer, said] of CASES) {
      updates.answer(METADATA, answer);
      await section.look();
      await expect(section.button(/^Look/), name).toBeVisible();
      const place = typeof said === 'string' ? section.headline : section.detail;
      await expect(place, name).toContainText(said);
    }
    expect(elsewhere.requests).toEqual([]);
    expect(updates.asked('Cratewatch-9.9.9.AppImage')).toBe(0);
    expect(updates.requests.length).toBeLessThan(CASES.length + 25);
  } finally {
    await elsewhere.close();
  }
});

test('a package that is not the announced one is refused and deleted', async ({
  start,
  updates,
  appImage,
  cache,
}) => {
  const content = appImage.newVersion(500_000);
  const name = 'Cratewatch-9.9.9.AppImage';
  const elsewhere = await UpdateServer.start();
  elsewhere.release('9.9.9', content);
  updates.release('9.9.9', content);
  const { cratewatch, section } = await start();
  await section.turnOn();
  await section.look();
  const other = Buffer.from(content);
  other[other.length - 1] = 1;
  try {
    for (const [answer, said] of [
      [sends(other), /not the one that was announced\. It was deleted/],
      [sends(Buffer.concat([content, content])), /not the one that was announced/],
      [breaksOff(content, 200_000), /connection broke off/],
      [sends('<html>Sign in</html>', 200, 'text/html'), /not the one that was announced/],
      [sends('', 404), /nothing on the releases page/],
      [redirectsTo(`${elsewhere.origin}/${name}`), /led away from GitHub/],
    ] as const) {
      updates.answer(name, answer);
      await section.button(/^Download version/).click();
      await expect(section.detail).toContainText(said);
      await expect(section.detail).toContainText('The download came to nothing.');
      expect(await left(cache)).toEqual([]);
    }
    expect(elsewhere.requests).toEqual([]);
    // And after all that, the right one.
    updates.answer(name, sends(content));
    await section.button(/^Download version/).click();
    await expect(section.button(updateTexts.buttons.install)).toBeVisible();
  } finally {
    await elsewhere.close();
  }
  expect(await appImage.content()).toEqual(Buffer.from(appImage.original));
  expect(cratewatch.hasEnded).toBe(false);
});

test('a download is cancelled, cut off by Quit and begun anew, and half of it never counts', async ({
  start,
  updates,
  appImage,
  cache,
}) => {
  const content = appImage.newVersion(30_000_000);
  const name = 'Cratewatch-9.9.9.AppImage';
  updates.release('9.9.9', content);
  updates.answer(name, trickles(content));
  const first = await start();
  await first.section.turnOn();
  await first.section.look();
  await first.section.button(/^Download version/).click();
  await expect(first.section.detail).toHaveText(/^[1-9]\d? of 30 MB$/);
  expect(await axeFindings(first.page)).toEqual([]);
  await first.section.button(updateTexts.buttons.cancel).click();
  await expect(first.section.headline).toHaveText('Version 9.9.9 is there');
  await expect.poll(() => left(cache)).toEqual([]);

  await first.section.button(/^Download version/).click();
  await expect(first.section.detail).toHaveText(/^[1-9]\d? of 30 MB$/);
  await first.cratewatch.quit();
  expect(await left(cache)).toEqual([]);

  // What was found is still known, without asking again.
  const before = updates.requests.length;
  const second = await start();
  await expect(second.section.headline).toHaveText('Version 9.9.9 is there');
  expect(updates.requests.length).toBe(before);
  await second.section.button(/^Download version/).click();
  await expect(second.section.detail).toHaveText(/^[1-9]\d? of 30 MB$/);
  await second.cratewatch.kill();
  expect((await left(cache)).every((file) => file.includes('/temp-'))).toBe(true);

  updates.answer(name, sends(content));
  const third = await start();
  await third.section.button(/^Download version/).click();
  await expect(third.section.button(updateTexts.buttons.install)).toBeVisible();
  await third.cratewatch.quit();

  // Downloaded once is enough, also after a restart; and nothing was installed on the way.
  const fetched = updates.asked(name);
  const fourth = await start();
  await fourth.section.button(/^Download version/).click();
  await expect(fourth.section.button(updateTexts.buttons.install)).toBeVisible();
  expect(updates.asked(name)).toBe(fetched);
  expect(await appImage.content()).toEqual(Buffer.from(appImage.original));

  // Who no longer wants it gets rid of it.
  await fourth.section.switch.press('Space');
  await expect(fourth.section.headline).toHaveCount(0);
  await expect.poll(() => left(cache)).toEqual(['/cratewatch-updater/pending/update-info.json']);
});

test('the user’s proxy is on the way to newer versions, and off it again', async ({
  start,
  updates,
  appImage,
}) => {
  updates.release('9.9.9', appImage.newVersion());
  const { cratewatch, page, section } = await start();
  await section.turnOn();
  const route = () =>
    cratewatch.electron.evaluate(({ session }) =>
      session.fromPartition('electron-updater').resolveProxy('https://github.com/'),
    );
  await page.evaluate(() =>
    window.cratewatch.settings.setProxy({
      kind: 'manual',
      address: 'http://127.0.0.1:9',
      user: null,
      password: { kind: 'none' },
    }),
  );
  await section.look();
  // What stands on this machine is reached directly all the same.
  await expect(section.headline).toHaveText('Version 9.9.9 is there');
  expect(await route()).toBe('PROXY 127.0.0.1:9');
  await page.evaluate(() => window.cratewatch.settings.setProxy({ kind: 'none' }));
  await section.look();
  await expect(section.button('Look again')).toBeVisible();
  await expect.poll(route).toBe('DIRECT');
});
