import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrivedTexts } from '../../../shared/texts/arrived-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { DrawnWindow, findingsInBothSchemes } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

const namesOf = (page: Page) => page.locator('.recent .change-name').allInnerTexts();
const arrive = (page: Page, count: number) => page.evaluate((it) => window.arrive(it), count);

describe('the recent changes on Overview', () => {
  it('stand still under the pointer, and move when they are asked to', async () => {
    const page = await drawn.open('overview', 'watching');
    await page.locator('.recent').hover();
    const read = await namesOf(page);
    const heads = () => page.locator('.recent li').first().boundingBox();
    const before = await heads();
    await arrive(page, 3);
    const button = page.getByRole('button', { name: '3 new changes' });
    await button.waitFor();
    expect(await namesOf(page)).toEqual(read);
    expect(await heads()).toEqual(before);
    expect(await findingsInBothSchemes(page)).toEqual([]);
    await button.click();
    await expect.poll(() => namesOf(page)).not.toEqual(read);
    expect(await button.count()).toBe(0);
  });

  it('are the newest at once where nobody reads them', async () => {
    const page = await drawn.open('overview', 'watching');
    await page.locator('.recent').waitFor();
    const before = await page.locator('.recent li').first().innerText();
    await arrive(page, 3);
    await expect.poll(() => page.locator('.change-unread-dot').count()).toBeGreaterThan(4);
    expect(await page.getByRole('button', { name: '3 new changes' }).count()).toBe(0);
    expect(before).not.toBe('');
  });
});

it('what needs attention stands still under the pointer as well', async () => {
  const page = await drawn.open('overview', 'attention');
  const points = page.locator('.attention > li');
  await points.first().hover();
  await page.evaluate(async () => {
    await window.double.api.library.seen({ kind: 'lists-refused' });
    window.double.setLibrary({ lastCheckAtMs: 0 });
  });
  const button = page.getByRole('button', { name: arrivedTexts.listChanged });
  await button.waitFor();
  expect(await points.count()).toBe(4);
  await button.click();
  await expect.poll(() => points.count()).toBe(3);
});

describe('an answer to something the user did', () => {
  it('stays while it is pointed at, and goes with Escape', async () => {
    const page = await drawn.open('overview', 'budget-spent');
    await page.clock.install();
    await page.keyboard.press('r');
    const toast = page.locator('.toast');
    await toast.hover();
    await page.clock.runFor(30_000);
    expect(await toast.count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => toast.count()).toBe(0);
  });

  it('goes by itself after a while, and keeps the focus of whoever dismisses it on the page', async () => {
    const page = await drawn.open('overview', 'budget-spent');
    await page.clock.install();
    await page.keyboard.press('r');
    const toast = page.locator('.toast');
    await toast.waitFor();
    await page.clock.runFor(8_000);
    await expect.poll(() => toast.count()).toBe(0);
    await page.keyboard.press('r');
    const dismiss = page.getByRole('button', { name: shellTexts.notice.dismiss });
    await dismiss.focus();
    await page.clock.runFor(30_000);
    expect(await toast.count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => toast.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});
