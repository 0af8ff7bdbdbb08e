import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTexts } from '../../../shared/texts/list-texts.ts';
import { DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

async function open(address: string, state = 'playlists') {
  const page = await drawn.open(encodeURIComponent(`list/${address}`), state);
  return page;
}

const slider = (page: Page) => page.getByRole('slider', { name: listTexts.shownTime });
const said = (page: Page) => slider(page).getAttribute('aria-valuetext');
const firstTitle = (page: Page) => page.locator('.list-row-title').first().textContent();

describe('the handle of the timeline', () => {
  it('says when and how much, and moves with keys by a change and by a month', async () => {
    const page = await open('10');
    await slider(page).waitFor();
    expect(await said(page)).toBe('19 November 2026, 15:20: 149 items');
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/at=o45$/);
    expect(await said(page)).toMatch(/^\d+ November 2026, \d\d:\d\d: \d+ items$/);
    await page.keyboard.press('PageDown');
    await expect.poll(() => said(page)).toMatch(/ October 2026, /);
    await page.keyboard.press('Home');
    await expect.poll(() => said(page)).toBe('15 October 2025, 15:20: 120 items');
    await page.waitForURL(/at=o1$/);
    await page.keyboard.press('End');
    await expect.poll(() => said(page)).toBe('19 November 2026, 15:20: 149 items');
    await page.waitForURL(/#\/list\/10$/);
  });

  it('leaves one step for "back", wherever it was moved on the way', async () => {
    const page = await open('10');
    await slider(page).focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/at=o40$/);
    await page.goBack();
    await page.waitForURL(/#\/list\/10$/);
    await page.getByText(listTexts.now, { exact: true }).waitFor();
  });

  it('is dragged, the rows follow, and it snaps to what was seen at or before', async () => {
    const page = await open('10');
    await slider(page).waitFor();
    const box = await page.locator('.timeline-band').boundingBox();
    if (box === null) throw new Error('The timeline is not drawn.');
    const before = await firstTitle(page);
    await page.mouse.move(box.x + box.width - 10, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 20, { steps: 12 });
    await page.waitForURL(/at=o\d+$/);
    await page.getByRole('heading', { name: 'Night Drive', exact: true }).waitFor();
    await page.mouse.up();
    const id = Number(/at=o(\d+)$/.exec(page.url())?.[1]);
    expect(id).toBeGreaterThan(5);
    expect(id).toBeLessThan(25);
    await expect.poll(() => firstTitle(page)).not.toBe(before);
    expect(await slider(page).evaluate((it) => it === document.activeElement)).toBe(true);
    expect(Number(await slider(page).getAttribute('aria-valuenow'))).toBe(id - 1);
  });

  it('never blanks the rows while it is dragged', async () => {
    const page = await open('10');
    await page.locator('.list-row-title').first().waitFor();
    await page.evaluate(() => {
      const body = document.querySelector('.list-body');
      const seen = { blanks: 0 };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.querySelector('.list-row-title') === null) seen.blanks += 1;
      }).observe(body ?? document.body, { childList: true, subtree: true });
    });
    const box = await page.locator('.timeline-band').boundingBox();
    if (box === null) throw new Error('The timeline is not drawn.');
    await page.mouse.move(box.x + box.width - 10, box.y + 20);
    await page.mouse.down();
    for (const share of [0.9, 0.2, 0.6, 0.1, 0.8]) {
      await page.mouse.move(box.x + box.width * share, box.y + 20, { steps: 6 });
    }
    await page.mouse.up();
    expect(await page.evaluate('window.seen.blanks')).toBe(0);
  });

  it('is exact among 20,000 states', async () => {
    const page = await open('40?at=o9000');
    await expect.poll(() => said(page)).toMatch(/: \d+ items$|2025, \d\d:\d\d$/);
    await expect
      .poll(() => slider(page).getAttribute('aria-valuenow'), { timeout: 20_000 })
      .toBe('8999');
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/at=o8999$/);
    await page.keyboard.press('PageUp');
    await expect.poll(() => slider(page).getAttribute('aria-valuemax')).toBe('19999');
    const moved = Number(await slider(page).getAttribute('aria-valuenow'));
    expect(moved - 8_998).toBeGreaterThan(24 * 29);
    expect(moved - 8_998).toBeLessThan(24 * 33);
  });
});

describe('one time', () => {
  it('is looked at by its day: as the list was at the end of it', async () => {
    const page = await open('10');
    await page.getByLabel(listTexts.day, { exact: true }).fill('2026-10-21');
    await page.waitForURL(/at=t\d+$/);
    const atMs = Number(/at=t(\d+)$/.exec(page.url())?.[1]);
    expect(new Date(atMs).toString()).toMatch(/^Wed Oct 21 2026 23:59:59/);
    await expect.poll(() => said(page)).toMatch(/ October 2026, /);
    await page.getByText(/^Seen so until/).waitFor();
    await page.getByRole('button', { name: listTexts.now }).click();
    await page.waitForURL(/#\/list\/10$/);
  });

  it('marks what is gone by now, and leads to what differs since', async () => {
    const page = await open('10?at=o21');
    const since = page.getByRole('link', { name: /^Since then: 37 added, 22 removed, 3 moved\.$/ });
    await since.waitFor();
    await expect.poll(() => page.getByText(listTexts.goneByNow).count()).toBeGreaterThan(3);
    await since.click();
    await page.waitForURL(/compare&from=o21$/);
    await page.getByText('37 added, 22 removed, 3 moved.').waitFor();
  });

  it('says where nobody looked', async () => {
    const page = await open('10?at=o21');
    await page.getByText(/Nobody looked from then until 13 Mar/).waitFor();
  });

  it('says what is not known, and what is no longer kept', async () => {
    await (await open('20?at=t1500000000000'))
      .getByText(/^Nothing is known of that time: the first look was on/)
      .waitFor();
    await (await open('10?at=o999')).getByText(listTexts.notKept).waitFor();
  });

  it('opens the story of an item with Enter', async () => {
    const page = await open('10?at=o21');
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForURL(/at=o21$/);
  });

  it('stands still when the list changes, until that is asked for', async () => {
    const page = await open('10');
    await slider(page).waitFor();
    await page.evaluate(() => {
      const { api } = window.double;
      const observations = api.history.observations;
      Object.assign(api.history, {
        observations: async (query: Parameters<typeof observations>[0]) => {
          const answer = await observations(query);
          if (!answer.ok) return answer;
          const rows = answer.value.rows.map((row) => ({ ...row, id: row.id + 1 }));
          return { ok: true, value: { ...answer.value, rows } };
        },
      });
      window.double.setLibrary({ unreadChanges: 1 });
    });
    await page.getByRole('button', { name: listTexts.changedMeanwhile }).waitFor();
    expect(await said(page)).toBe('19 November 2026, 15:20: 149 items');
  });
});

describe('two times', () => {
  const end = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

  it('are compared row by row, one kind at a time', async () => {
    const page = await open('10?compare&from=o30');
    await page.getByText('23 added, 12 removed, 2 moved.').waitFor();
    await page.getByRole('radio', { name: 'Moved 2' }).click();
    await page.waitForURL(/only=moved$/);
    await expect
      .poll(() => page.locator('.row-table-cell-place').last().textContent())
      .toMatch(/^\d+ → \d+moved from place \d+ to place \d+$/);
  });

  it('have a handle each, of which neither passes the other', async () => {
    const page = await open('10?compare');
    await expect.poll(() => end(page, 'From').getAttribute('aria-valuenow')).toBe('44');
    await end(page, 'From').focus();
    await page.keyboard.press('End');
    await expect.poll(() => end(page, 'From').getAttribute('aria-valuenow')).toBe('45');
    await page.getByRole('heading', { name: listTexts.sameTime.title }).waitFor();
    await end(page, 'To').focus();
    await page.keyboard.press('Home');
    expect(await end(page, 'To').getAttribute('aria-valuenow')).toBe('45');
    await end(page, 'From').focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/from=o1$/);
  });

  it('say when there is nothing to compare', async () => {
    const page = await open('12?compare');
    await page.getByRole('heading', { name: listTexts.nothingToCompare.title }).waitFor();
  });
});

describe('the way to a list', () => {
  it('leads from a group of changes to the list before and after them', async () => {
    const page = await drawn.open('changes', 'long');
    await page.getByRole('article', { name: '34 added to' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: 'Compare “Liked Songs” before and after' });
    expect(await link.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/list\/1\?compare&from=t\d+&to=t\d+$/);
  });

  it('leads from a collection to its history', async () => {
    const page = await drawn.open('library/saved-tracks', 'playlists');
    await page.getByRole('link', { name: 'History of Liked Songs' }).click();
    await page.getByRole('heading', { name: 'Liked Songs' }).waitFor();
  });
});

describe('a list', () => {
  it.each([
    ['30', 'playlists', listTexts.notWatched.title],
    ['31', 'list-first-pass', listTexts.neverRead.title],
    ['999', 'playlists', listTexts.missing.title],
    ['10', 'playlists-failed', listTexts.failed.title],
    ['10', 'list-rows-failed', listTexts.rowsFailed.title],
  ])('%s (%s) says: %s', async (list, state, title) => {
    const page = await open(list, state);
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it('with one state only has a timeline of one place', async () => {
    const page = await open('12');
    await expect.poll(() => slider(page).getAttribute('aria-valuemax')).toBe('0');
    await slider(page).focus();
    for (const key of ['ArrowLeft', 'PageDown', 'Home', 'ArrowRight'])
      await page.keyboard.press(key);
    await page.getByText(/^The same since the first look/).waitFor();
    expect(page.url()).toMatch(/#\/list\/12$/);
  });

  it('that is gone is seen as it was last, and led to nowhere on Spotify', async () => {
    const page = await open('20');
    await page.getByText('gone since 10:20').waitFor();
    await page.getByText(listTexts.lastSeen).waitFor();
    expect(await page.locator('.list-head button.spotify-link').count()).toBe(0);
    expect(await page.locator('.list-row-title').count()).toBeGreaterThan(5);
  });

  it('of a collection is called what Spotify calls it', async () => {
    const page = await open('1');
    await page.getByRole('heading', { name: 'Liked Songs' }).waitFor();
    expect(await said(page)).toMatch(/: \d+ songs$/);
  });
});

it.each([
  ['10', 'playlists'],
  ['10?at=o21', 'playlists'],
  ['10?compare&from=o20', 'playlists'],
  ['9?at=o3', 'playlists'],
  ['53', 'playlists-hostile'],
  ['51?at=o6', 'playlists-hostile'],
  ['54?compare&from=o2', 'playlists-hostile'],
])('a small window has room for it, and at twice the size too: %s (%s)', async (list, state) => {
  const page = await open(list, state);
  await page.getByRole('grid').waitFor();
  const over = () =>
    page
      .locator('.frame-main')
      .evaluate((it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]);
  await page.setViewportSize({ width: 720, height: 480 });
  // Polled: the picture learns of its new width a frame later.
  await expect.poll(over).toEqual([0, 0]);
  // The smallest window at 200 %: rows are reached by scrolling the page.
  await page.setViewportSize({ width: 360, height: 240 });
  await expect.poll(async () => (await over())[0]).toBe(0);
  await page.getByRole('row').nth(1).scrollIntoViewIfNeeded();
  await page.getByRole('row').nth(1).focus();
  expect(await page.getByRole('row').nth(1).boundingBox()).toMatchObject({ height: 48 });
});
