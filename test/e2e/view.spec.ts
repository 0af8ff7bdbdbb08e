import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { changesTexts } from '../../shared/texts/changes-texts.ts';
import { shellTexts } from '../../shared/texts/shell-texts.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, test } from './harness/fixtures.ts';
import { WelcomePage } from './harness/welcome-page.ts';

/** Enough for a group that fills several screens when it is opened. */
const ADDED = 90;

test('the feed is where it was left after the window was closed, and after a restart', async ({
  launchSignedIn,
  launch,
  service,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  for (let track = 0; track < ADDED; track += 1) service.library.saveTrack();
  await checkNow(page);
  await openAddedFeed(page);
  await scrollFeed(page, 2_345);
  const left = await standing(page);
  expect(left.label).toMatch(/Added “/);

  await cratewatch.electron.context().addInitScript(recordFrames);
  await closeWindow(cratewatch, page);
  const again = await reopenWindow(cratewatch);
  await expect(again).toHaveURL(/#\/changes\/added$/);
  expect(await standing(again)).toEqual(left);
  // From the first frame that shows a row on, it stands there: nobody sees the list jump.
  const frames = await again.evaluate(() => window.framesDrawn);
  expect(frames.length).toBeGreaterThan(0);
  expect(new Set(frames)).toEqual(new Set([left.label]));

  service.library.saveTrack();
  service.library.saveTrack();
  await again.keyboard.press('r');
  const arrived = again.getByRole('button', { name: '2 new changes' });
  await expect(arrived).toBeVisible();
  expect(await standing(again)).toEqual(left);

  await cratewatch.quit();
  const restarted = await launch();
  const later = await restarted.window();
  await expect(later).toHaveURL(/#\/changes\/added$/);
  await expect(later.getByRole('button', { name: '2 new changes' })).toBeVisible();
  expect(await standing(later)).toEqual(left);

  await later.getByRole('button', { name: '2 new changes' }).click();
  await expect(later.getByRole('article').first()).toHaveAttribute('aria-posinset', '1');
  await expect(later.getByRole('button', { name: '2 new changes' })).toHaveCount(0);
});

test('"back" comes to the place that was left, a link to the top', async ({
  launchSignedIn,
  service,
}) => {
  const { page } = await launchSignedIn();
  for (let track = 0; track < ADDED; track += 1) service.library.saveTrack();
  await checkNow(page);
  await openAddedFeed(page);
  await scrollFeed(page, 1_500);
  const left = await standing(page);

  await page.keyboard.press('Control+1');
  await expect(page).toHaveURL(/#\/overview$/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/changes\/added$/);
  await expect.poll(() => standing(page)).toEqual(left);

  await page.getByRole('radio', { name: changesTexts.filters.all }).click();
  await page.getByRole('radio', { name: changesTexts.filters.added }).click();
  await expect(page.getByRole('article').first()).toHaveAttribute('aria-posinset', '1');
  expect(await page.locator('.feed-scroller').evaluate((it) => it.scrollTop)).toBe(0);
});

test('a page that the tray names is shown at its top, other ways in lead back to its place', async ({
  launchSignedIn,
  panel,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const tray = await panel.item();
  await tray.press('Connection…');
  await expect(page).toHaveURL(/#\/connection$/);
  await scrollMain(page, 180);
  await closeWindow(cratewatch, page);

  const again = await reopenWindow(cratewatch);
  await expect(again).toHaveURL(/#\/connection$/);
  await expect.poll(() => mainTop(again)).toBe(180);
  await closeWindow(cratewatch, again);

  const named = cratewatch.electron.waitForEvent('window');
  await tray.press('Connection…');
  const third = await named;
  await expect(third.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await mainTop(third)).toBe(0);
  await scrollMain(third, 60);
  await closeWindow(cratewatch, third);
  const fourth = await reopenWindow(cratewatch);
  await expect.poll(() => mainTop(fourth)).toBe(60);
});

test('nothing of it is kept when the account is disconnected', async ({
  launchSignedIn,
  profile,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  const settings = () => readFile(join(profile, 'settings.json'), 'utf8');
  await page.evaluate(() => {
    location.hash = '#/library?q=whisper';
  });
  await closeWindow(cratewatch, page);
  await expect.poll(settings).toContain('whisper');
  const again = await reopenWindow(cratewatch);
  await expect(again).toHaveURL(/q=whisper/);

  await again.getByRole('button', { name: shellTexts.account.menu }).click();
  await again.getByRole('menuitem', { name: shellTexts.menu.disconnect }).click();
  await again.getByRole('button', { name: shellTexts.disconnect.confirm }).click();
  await expect(new WelcomePage(again).signInButton).toBeVisible();
  await expect.poll(settings).not.toContain('whisper');
  await expect(again).not.toHaveURL(/whisper/);
  await closeWindow(cratewatch, again);
  expect(await settings()).not.toContain('whisper');
  const later = await reopenWindow(cratewatch);
  await expect(new WelcomePage(later).signInButton).toBeVisible();
  await expect(later).not.toHaveURL(/whisper/);
});

declare global {
  interface Window {
    /** The first row in sight in each frame that was drawn, as long as it is recorded. */
    framesDrawn: string[];
  }
}

/** Runs in the page, before anything else of it. */
function recordFrames(): void {
  window.framesDrawn = [];
  const look = (): void => {
    const scroller = document.querySelector('.feed-scroller');
    const edge = scroller?.getBoundingClientRect().top ?? 0;
    const rows = [...(scroller?.querySelectorAll('article') ?? [])]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > edge)
      .sort((one, other) => one.box.top - other.box.top);
    const label = rows[0]?.row.getAttribute('aria-label');
    if (label) window.framesDrawn.push(label.replace(/, [^,]*$/, ''));
    if (window.framesDrawn.length < 60) requestAnimationFrame(() => setTimeout(look));
  };
  // A task after a frame's callbacks: what it finds is what that frame drew.
  requestAnimationFrame(() => setTimeout(look));
}

async function checkNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('link', { name: /Changes.*new/ })).toBeVisible();
}

/** Shows what was added, with the one group of it open. */
async function openAddedFeed(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Changes/ }).click();
  await page.getByRole('radio', { name: changesTexts.filters.added }).click();
  const head = page.getByRole('article', { name: new RegExp(`${ADDED} added to`) });
  await head.focus();
  await page.keyboard.press('ArrowRight');
  await expect(head).toHaveAttribute('aria-setsize', String(ADDED + 1));
}

async function scrollFeed(page: Page, topPx: number): Promise<void> {
  const scroller = page.locator('.feed-scroller');
  // In steps, as a wheel does, so that the rows on the way are measured.
  for (let px = 0; px < topPx; px += 300) {
    await scroller.evaluate((it, top) => it.scrollTo(0, top), Math.min(px + 300, topPx));
  }
  await expect(page.locator('.feed-scroller .skeleton-lines')).toHaveCount(0);
}

/** The first row in sight, and where it stands to the pixel. */
async function standing(page: Page): Promise<{ label: string; topPx: number }> {
  await expect(page.locator('.feed-scroller article').first()).toBeVisible();
  return await page.locator('.feed-scroller').evaluate((scroller) => {
    const edge = scroller.getBoundingClientRect().top;
    const rows = [...scroller.querySelectorAll('article')].map((row) => ({
      label: (row.getAttribute('aria-label') ?? '').replace(/, [^,]*$/, ''),
      topPx: Math.round(row.getBoundingClientRect().top - edge),
      bottomPx: row.getBoundingClientRect().bottom - edge,
    }));
    const first = rows
      .filter(({ bottomPx }) => bottomPx > 0)
      .sort((one, other) => one.topPx - other.topPx)[0];
    return { label: first?.label ?? '', topPx: first?.topPx ?? Number.NaN };
  });
}

function mainTop(page: Page): Promise<number> {
  return page.locator('#main').evaluate((main) => main.scrollTop);
}

async function scrollMain(page: Page, topPx: number): Promise<void> {
  await expect
    .poll(() =>
      page.locator('#main').evaluate(async (main, top) => {
        const before = main.scrollTop;
        const heard = new Promise((resolve) => {
          main.addEventListener('scroll', resolve, { once: true });
        });
        main.scrollTop = top;
        // The page itself hears of it with the next frame, which a window that closes never draws.
        if (main.scrollTop !== before) await heard;
        return main.scrollTop;
      }, topPx),
    )
    .toBe(topPx);
}

async function closeWindow(cratewatch: Cratewatch, page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('close'),
    cratewatch.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ]);
}

/** Opens the window as the tray does, without naming a page. */
async function reopenWindow(cratewatch: Cratewatch): Promise<Page> {
  const opened = cratewatch.electron.waitForEvent('window');
  await cratewatch.electron.evaluate(({ app }) => {
    app.emit('second-instance', {}, [], '', {});
  });
  const page = await opened;
  await page.locator('html[data-ready="true"]').waitFor();
  return page;
}
