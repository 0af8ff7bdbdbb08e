import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysTexts } from '../../../shared/texts/days-texts.ts';
import { pictureTexts } from '../../../shared/texts/picture-texts.ts';
import { DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

const DAYS = [
  { added: 0, removed: 0, other: 0 },
  { added: 1_200, removed: 3, other: 1 },
  { added: 0, removed: 2, other: 0 },
];

/** The Overview with these days, of which the last is today. */
async function open(days = DAYS): Promise<Page> {
  const page = await drawn.open('overview', 'watching');
  await page.evaluate((all) => {
    window.double.setLibrary({
      changesPerDay: all.map((day, index) => ({
        dayStartMs: new Date(2026, 10, 21 - (all.length - 1 - index)).getTime(),
        ...day,
      })),
    });
  }, days);
  await page.getByText('in 3 days').waitFor();
  return page;
}

const slider = (page: Page) => page.getByRole('slider', { name: daysTexts.label });
const told = (page: Page) => slider(page).getAttribute('aria-valuetext');
const line = (page: Page) => page.locator('.picture-line').innerText();

describe('the changes per day', () => {
  it('are summed up beneath the picture, with the key to its colours', async () => {
    const page = await open();
    expect(await line(page)).toMatch(
      /^1,206 changes in 3 days\s+1,200 added\s+5 removed\s+1 other$/,
    );
  });

  it('are told day by day with the keyboard, for the eye and for the ear', async () => {
    const page = await open();
    await slider(page).focus();
    expect(await told(page)).toBe('Today: 2 changes, 2 removed');
    await page.keyboard.press('ArrowLeft');
    expect(await told(page)).toBe('Yesterday: 1,204 changes, 1,200 added, 3 removed, 1 other');
    expect(await line(page)).toMatch(/^Yesterday: 1,204 changes\s+1,200 added\s+3 removed/);
    await page.keyboard.press('Home');
    expect(await told(page)).toBe('Thu 19 Nov: no changes');
    await page.keyboard.press('Tab');
    expect(await line(page)).toMatch(/^1,206 changes in 3 days/);
  });

  it('are told of a day that is pointed at, also where nothing is drawn', async () => {
    const page = await open();
    const box = await page.locator('.u-over').boundingBox();
    if (box === null) throw new Error('The picture is not drawn.');
    await page.mouse.move(box.x + box.width / 6, box.y + 3, { steps: 3 });
    await expect.poll(() => line(page)).toMatch(/^Thu 19 Nov: no changes/);
    await page.mouse.move(0, 0);
    await expect.poll(() => line(page)).toMatch(/^1,206 changes/);
  });

  it('stand in a table too, newest first', async () => {
    const page = await open();
    await page.getByText(pictureTexts.asTable).click();
    const table = page.getByRole('table', { name: daysTexts.title });
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      'Day\tAdded\tRemoved\tOther',
      'Today\t0\t2\t0',
      'Yesterday\t1,200\t3\t1',
      'Thu 19 Nov\t0\t0\t0',
    ]);
  });

  it('are drawn anew when they change, and leave nothing behind with the page', async () => {
    const page = await open();
    const drawing = () =>
      page
        .locator('canvas')
        .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));
    const before = await drawing();
    await page.evaluate(() => {
      window.double.setLibrary({
        changesPerDay: [8, 9, 7].map((added, index) => ({
          dayStartMs: new Date(2026, 10, 19 + index).getTime(),
          added,
          removed: 0,
          other: 0,
        })),
      });
    });
    await page.getByText('24 changes in 3 days').waitFor();
    await expect.poll(drawing).not.toBe(before);
    expect(await page.locator('canvas').count()).toBe(1);
    await page.keyboard.press('Control+6');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.locator('.uplot, .picture-probe').count()).toBe(0);
  });
});
