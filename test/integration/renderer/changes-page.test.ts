import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesTexts } from '../../../shared/texts/changes-texts.ts';
import { historySettingsTexts } from '../../../shared/texts/history-settings-texts.ts';
import { overviewTexts } from '../../../shared/texts/overview-texts.ts';
import { CHOOSE_ANOTHER_PLACE } from '../../../shared/texts/token-cache-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

describe('a long group of changes', () => {
  it('opens and closes where it stands, with the keyboard too', async () => {
    const page = await drawn.open('changes', 'long');
    const head = page.getByRole('article', { name: '34 added to “Liked Songs”' });
    const rows = () => head.getAttribute('aria-setsize').then(Number);
    const whileClosed = await rows();
    await head.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(rows).toBe(whileClosed + 34);
    const second = page.getByRole('article').nth(1);
    expect(await second.getAttribute('aria-label')).toMatch(/^New: Added “Night Bus/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(rows).toBe(whileClosed);
  });
});

it('one list alone is looked for by its name, and left again', async () => {
  const page = await drawn.open('changes', 'watching');
  const choice = page.getByRole('button', { name: changesTexts.lists.label });
  await choice.click();
  await page.keyboard.type('kitch');
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/changes\?list=3$/);
  await expect.poll(() => choice.textContent()).toBe('Kitchen, loud');
  await page.getByRole('button', { name: changesTexts.unreadOnly }).click();
  await page.getByText('Nothing of this kind in this list').waitFor();
  await page.goBack();
  await page.goBack();
  await expect.poll(() => choice.textContent()).toBe(changesTexts.lists.all);
});

it('what deserved a look is gone when it was seen, and the focus stays near', async () => {
  const page = await drawn.open('overview', 'attention');
  const points = page.locator('.attention > li');
  await expect.poll(() => points.count()).toBe(4);
  await page.getByRole('button', { name: /^Seen: 14 items/ }).click();
  await expect.poll(() => points.count()).toBe(3);
  expect(await page.locator('.attention').evaluate((it) => it === document.activeElement)).toBe(
    true,
  );
  expect(await commandsOf(page)).toEqual([['library.seen', { kind: 'unavailable' }]]);
});

it('the watch is paused until the coming morning, and resumed', async () => {
  const page = await drawn.open('overview', 'watching');
  await page.getByRole('button', { name: overviewTexts.pause.title }).click();
  await page.getByRole('menuitem', { name: overviewTexts.pause.choices.tomorrow }).click();
  await page.getByRole('heading', { name: 'Paused until tomorrow at 08:00' }).waitFor();
  await page.getByRole('button', { name: overviewTexts.resume }).click();
  await page.getByRole('heading', { name: 'Watching your library' }).waitFor();
  const commands = await commandsOf(page);
  expect(commands.map(([name]) => name)).toEqual(['library.pause', 'library.resume']);
});

it('less history is kept only after it was said what that deletes', async () => {
  const page = await drawn.open('settings', 'connected');
  const { retention, shorten } = historySettingsTexts;
  const months = page.getByRole('textbox', { name: retention.name });
  await months.fill('6');
  await months.press('Enter');
  await page.getByText(/older than 6 months is deleted/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(shorten.left).waitFor();
  expect(await commandsOf(page)).toEqual([]);
  await months.press('Escape');
  await months.fill('6');
  await months.press('Enter');
  await page.getByRole('button', { name: shorten.confirm }).click();
  await expect.poll(() => commandsOf(page)).toEqual([['settings.update', { retentionMonths: 6 }]]);
  await months.fill('36');
  await months.press('Enter');
  await expect.poll(async () => (await commandsOf(page)).length).toBe(2);
});

it('the arrow keys begin in the list of a page that was just turned to', async () => {
  const page = await drawn.open('overview', 'watching');
  await page.keyboard.press('Control+2');
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const first = page.getByRole('article').first();
  await expect.poll(() => first.evaluate((it) => it === document.activeElement)).toBe(true);
});

it('a check by hand is there while the watch is paused', async () => {
  const page = await drawn.open('overview', 'by-user');
  await page.getByRole('button', { name: overviewTexts.checkNow }).click();
  expect(await commandsOf(page)).toEqual([['library.checkNow', undefined]]);
});

it('who has no keychain is led to another place for the key', async () => {
  const page = await drawn.open('overview', 'keychain-missing');
  await page.getByRole('link', { name: CHOOSE_ANOTHER_PLACE }).click();
  await page.waitForURL(/#\/settings\/sign-in$/);
});
