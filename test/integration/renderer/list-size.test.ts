import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSizeTexts } from '../../../shared/texts/list-size-texts.ts';
import { pictureTexts } from '../../../shared/texts/picture-texts.ts';
import { DrawnWindow, findingsInBothSchemes } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start('picture.html');
}, 120_000);
afterAll(() => drawn.close());

const open = (state: string) => drawn.open('', state);
const slider = (page: Page) => page.getByRole('slider', { name: listSizeTexts.label });
const told = (page: Page) => slider(page).getAttribute('aria-valuetext');
const line = (page: Page) => page.locator('.picture-line').innerText();
const chosen = (page: Page) => page.locator('output').innerText();
/** What the canvas shows. */
const drawing = (page: Page) => page.locator('canvas').evaluate(asPicture);

function asPicture(canvas: Element): string {
  return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '';
}

describe('the size of a list over time', () => {
  it('is walked through with the keyboard, from now on back', async () => {
    const page = await open('year');
    await page.keyboard.press('Tab');
    expect(await slider(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await told(page)).toMatch(/^\d+ items \([+−]\d+\), yesterday, 09:20 to today, 15:02$/);
    await page.keyboard.press('Home');
    expect(await told(page)).toMatch(/^400 items, \w+ \d+ \w+, 15:20 to /);
    expect(await line(page)).toMatch(/^400 items/);
    await page.keyboard.press('ArrowRight');
    expect(await told(page)).toMatch(/^384 items \(−16\), /);
    expect(await line(page)).toMatch(/^384 items −16/);
  });

  it('lets a moment be chosen with Enter or a click, and marks it', async () => {
    const page = await open('year');
    await slider(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const first = await chosen(page);
    const before = await drawing(page);
    const box = await page.locator('.u-over').boundingBox();
    if (box === null) throw new Error('The picture is not drawn.');
    await page.mouse.click(box.x + box.width * 0.75, box.y + 8);
    await expect.poll(() => chosen(page)).not.toBe(first);
    expect(Number(await chosen(page))).toBeGreaterThan(Number(first));
    await expect.poll(() => drawing(page)).not.toBe(before);
    await page.mouse.move(0, 0);
    // The keys go on from there.
    const words = await told(page);
    await page.keyboard.press('ArrowRight');
    expect(await told(page)).not.toBe(words);
  });

  it('tells what is pointed at, and what was told before when nothing is', async () => {
    const page = await open('year');
    const now = await line(page);
    const box = await page.locator('.u-over').boundingBox();
    if (box === null) throw new Error('The picture is not drawn.');
    await page.mouse.move(box.x + 2, box.y + 20, { steps: 3 });
    await expect.poll(() => line(page)).toMatch(/^400 items/);
    await page.mouse.move(0, 0);
    await expect.poll(() => line(page)).toBe(now);
  });

  it('is drawn in the colours of the moment, without being opened anew', async () => {
    const page = await open('year');
    const light = await drawing(page);
    for (const media of [
      { colorScheme: 'dark' },
      { colorScheme: 'light', contrast: 'more' },
      { contrast: null, forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia(media);
      await expect.poll(() => drawing(page)).not.toBe(light);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(() => drawing(page)).toBe(light);
  });

  it('is as wide as its place, also when that becomes narrower', async () => {
    const page = await open('year');
    for (const width of [700, 320, 900]) {
      await page.setViewportSize({ width, height: 600 });
      const widths = () =>
        page.evaluate(() =>
          ['.picture-canvas', 'canvas'].map(
            (selector) => document.querySelector(selector)?.clientWidth,
          ),
        );
      await expect.poll(widths).toEqual([width - 48, width - 48]);
    }
  });

  it('opens behind its button, and a chosen moment leads back with the focus', async () => {
    const page = await drawn.open('button', 'year');
    const button = page.getByRole('button', { name: listSizeTexts.title });
    await button.click();
    await page.getByRole('dialog', { name: listSizeTexts.title }).waitFor();
    expect(await findingsInBothSchemes(page)).toEqual([]);
    await slider(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(Number(await chosen(page))).toBeGreaterThan(0);
    await expect
      .poll(() => button.evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  it('stands in a table too, newest first', async () => {
    const page = await open('unchanged');
    await page.getByText(pictureTexts.asTable).click();
    const table = page.getByRole('table', { name: listSizeTexts.title });
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      'From\tSeen until\tItems\tChange',
      'Thu 22 Oct, 15:20\tToday, 14:20\t12\t',
    ]);
  });

  it('says so where there is none yet', async () => {
    const page = await open('none');
    await page.getByText(listSizeTexts.none).waitFor();
    expect(await page.locator('canvas').count()).toBe(0);
  });

  it('can be asked for again where it could not be loaded', async () => {
    const page = await open('once-failed');
    await page.getByRole('alert').getByText(listSizeTexts.failed).waitFor();
    await page.getByRole('button', { name: listSizeTexts.retry }).click();
    await slider(page).waitFor();
  });

  it.each(['year', 'first-look', 'unchanged', 'none', 'once-failed'])(
    'is accessible: %s',
    async (state) => {
      const page = await open(state);
      const table = page.getByText(pictureTexts.asTable);
      if ((await table.count()) > 0) {
        await table.click();
        await slider(page).focus();
      }
      expect(await findingsInBothSchemes(page)).toEqual([]);
    },
  );
});
