import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { pictureTexts } from '../../../shared/texts/picture-texts.ts';
import { FAMILY_NAMES, requestLedgerTexts } from '../../../shared/texts/request-ledger-texts.ts';
import { DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

// It is 15:20 in every state. These differ in what is drawn; others only in a sentence.
const STATES = [
  'requests-empty',
  'requests-busy',
  'requests-full',
  'requests-lost',
  'requests-failed',
] as const;

function chart(page: Page) {
  return page.getByRole('slider', { name: requestLedgerTexts.chart });
}

/** What a screen reader says of the hour that is looked at. */
async function toldHour(page: Page): Promise<string | null> {
  return await chart(page).getAttribute('aria-valuetext');
}

function line(page: Page) {
  return page.locator('.hours .picture-line');
}

async function isFocused(locator: Locator): Promise<boolean> {
  return await locator.evaluate((element) => element === document.activeElement);
}

describe('the requests on the Connection page', () => {
  it('stand against the limit in all and of each kind', async () => {
    const page = await drawn.open('connection', 'requests-busy');
    const meter = page.getByRole('meter', { name: requestLedgerTexts.label });
    expect(await meter.getAttribute('aria-valuetext')).toBe('446 of 800');
    for (const [name, told] of [
      [FAMILY_NAMES.library, '204 of 500'],
      [FAMILY_NAMES['playlist-items'], '217 of 500'],
      [FAMILY_NAMES.catalogue, '0 of 500'],
    ] as const) {
      const ofKind = page.getByRole('meter', { name, exact: true });
      expect(await ofKind.getAttribute('aria-valuetext')).toBe(told);
    }
    await page.getByText('354 of your own limit are left: 254 for Cratewatch’s own').waitFor();
  });

  it('are walked through hour by hour with the keyboard, each telling its numbers', async () => {
    const page = await drawn.open('connection', 'requests-busy');
    await page.getByRole('heading', { name: requestLedgerTexts.title, exact: true }).focus();
    await page.keyboard.press('Tab');
    expect(await isFocused(chart(page))).toBe(true);
    expect(await toldHour(page)).toMatch(/^15:00 until now: 8 requests, /);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    expect(await toldHour(page)).toBe(
      '12:00 to 13:00: 422 requests, Your profile 1, Saved music and podcasts 201, Playlists 6, Playlist contents 214',
    );
    expect(await line(page).innerText()).toMatch(
      /12:00 to 13:00: 422 requests\s+Your profile 1\s+Saved music and podcasts 201\s+Playlists 6\s+Playlist contents 214/,
    );

    await page.keyboard.press('Home');
    expect(await toldHour(page)).toBe('Yesterday, 16:00 to 17:00: no request');
    await page.keyboard.press('ArrowLeft');
    expect(await toldHour(page)).toMatch(/16:00 to 17:00/);
    await page.keyboard.press('End');
    expect(await toldHour(page)).toMatch(/until now/);
    // The chart is one stop: the next one is behind it, and the way back leads to the same hour.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    expect(await isFocused(chart(page))).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await isFocused(chart(page))).toBe(true);
    expect(await toldHour(page)).toMatch(/^14:00 to 15:00/);
  });

  it('tell the numbers of an hour that is pointed at, however low its bar', async () => {
    const page = await drawn.open('connection', 'requests-busy');
    const drawing = page.locator('.hours .u-over');
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (box === null) throw new Error('The chart is not drawn.');
    // 11:00 to 12:00 is the fifth from the right.
    await page.mouse.move(box.x + (box.width * 19.5) / 24, box.y + 4, { steps: 4 });
    await expect.poll(() => line(page).innerText()).toBe('11:00 to 12:00: no request');
    await page.mouse.move(box.x + (box.width * 20.5) / 24, box.y + 4, { steps: 2 });
    await expect.poll(() => line(page).innerText()).toMatch(/^12:00 to 13:00: 422 requests/);
    await page.mouse.move(0, 0);
    await expect.poll(() => line(page).innerText()).toMatch(/^15:00 until now/);
  });

  it('stand in a table too, hours and kinds without a request left out', async () => {
    const page = await drawn.open('connection', 'requests-busy');
    await page.getByText(pictureTexts.asTable).click();
    const table = page.getByRole('table', { name: requestLedgerTexts.title, exact: true });
    expect(await table.getByRole('row').count()).toBe(1 + 4);
    const busiest = table.getByRole('row').filter({ hasText: '12:00 to 13:00' });
    expect(await busiest.getByRole('cell').allInnerTexts()).toEqual([
      '1',
      '201',
      '6',
      '214',
      '422',
    ]);
  });

  it('are drawn anew while the page is open', async () => {
    const page = await drawn.open('connection', 'requests-empty');
    await page.getByText(requestLedgerTexts.none).waitFor();
    expect(await chart(page).count()).toBe(0);
    await page.evaluate(async () => {
      const answer = await window.double.api.library.status();
      if (!answer.ok) throw new Error('no status');
      const { requests } = answer.value;
      const hours = requests.hours.map((hour, index) =>
        index === 23 ? { ...hour, used: [{ family: 'profile' as const, count: 1 }] } : hour,
      );
      window.double.setLibrary({ requests: { ...requests, usedInLastDay: 1, hours } });
    });
    await chart(page).waitFor();
    expect(await toldHour(page)).toBe('15:00 until now: 1 request, Your profile 1');
    expect(await page.getByText(requestLedgerTexts.none).count()).toBe(0);
  });

  it.each([
    ['requests-quota', 'Spotify’s daily quota: waiting until tomorrow at 04:56'],
    ['requests-full', 'Your own daily limit: waiting until 19:53'],
    ['requests-spent', 'Your own daily limit: waiting until tomorrow at 06:25'],
    ['requests-rate-limited', 'Spotify asked for a short pause: waiting until 15:20:31'],
  ])('%s: page, section, sidebar and Overview say “%s”', async (state, sentence) => {
    const page = await drawn.open('connection', state);
    await page.getByRole('heading', { level: 1, name: sentence, exact: true }).waitFor();
    await page
      .getByRole('strong')
      .filter({ hasText: `${sentence}.` })
      .waitFor();
    await page.locator('.sidebar-status').getByText(sentence, { exact: true }).waitFor();
    await page.getByRole('link', { name: overviewTexts.title }).click();
    await page.getByRole('heading', { level: 1, name: sentence, exact: true }).waitFor();
  });

  it.each([
    ['requests-full', 1],
    ['requests-spent', 0],
    ['requests-quota', 0],
  ])('%s: a check by hand is offered %i times', async (state, count) => {
    for (const at of ['connection', 'overview']) {
      const page = await drawn.open(at, state);
      expect(await page.getByRole('button', { name: overviewTexts.checkNow }).count()).toBe(count);
    }
  });

  it('are where the Overview’s link leads, with the focus, and lead on to the limits', async () => {
    const page = await drawn.open('overview', 'requests-busy');
    await page.getByRole('link', { name: overviewTexts.requests.byHour }).click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe(requestLedgerTexts.title);
    await page.getByRole('link', { name: requestLedgerTexts.change }).click();
    await expect.poll(focused).toBe('Checking and requests');
  });

  it('fit a window of 640 pixels, and one of 480', async () => {
    for (const state of STATES) {
      const page = await drawn.open('connection', state);
      const table = page.getByText(pictureTexts.asTable);
      if ((await table.count()) > 0) await table.click();
      for (const width of [640, 480]) {
        await page.setViewportSize({ width, height: 700 });
        const excess = () =>
          page.evaluate(() => {
            const main = document.getElementById('main');
            return main === null ? Number.NaN : main.scrollWidth - main.clientWidth;
          });
        // Polled: a picture learns of its new width a frame later.
        const message = `${state} at ${width}`;
        await expect.poll(excess, { message }).toBeLessThanOrEqual(0);
      }
    }
  });
});
