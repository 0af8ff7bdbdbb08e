import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessPictureTexts } from '../../../shared/texts/access-picture-texts.ts';
import { connectionTexts } from '../../../shared/texts/connection-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

const { renew, signIn, test } = connectionTexts;

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

describe('the Connection page', () => {
  it('shows the life of the access and of the sign-in as pictures with words', async () => {
    const page = await drawn.open('connection', 'connected');
    const life = page.getByRole('slider', { name: accessPictureTexts.label });
    const told = () => life.getAttribute('aria-valuetext');
    expect(await told()).toBe('Now: 39 minutes left. Since 15:00, ends 16:00');
    await page.getByText('Renewed by itself at 15:53, well before its end.').waitFor();
    const months = page.getByRole('meter', { name: signIn.label });
    expect(await months.getAttribute('aria-valuetext')).toBe('161 days left');
    expect(await page.getByRole('row').count()).toBe(1 + 20);
  });

  it('leads from renewal to renewal, and says what went wrong between them', async () => {
    const page = await drawn.open('connection', 'connected');
    const life = page.getByRole('slider', { name: accessPictureTexts.label });
    const told = () => life.getAttribute('aria-valuetext');
    await life.focus();
    await page.keyboard.press('ArrowRight');
    expect(await told()).toBe('15:53: Will be renewed');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await told()).toBe('15:00: Renewed with 7 minutes left. As planned, before its end');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
    expect(await told()).toBe('10:35: Spotify not reached. As planned, before its end');
    // What a screen reader hears is what stands beneath the picture.
    await page.locator('.picture-line').getByText('10:35: Spotify not reached').waitFor();
    const details = await life.getAttribute('aria-details');
    expect(await page.locator(`[id="${details}"]`).getByRole('row').count()).toBe(1 + 20);
  });

  it('follows the session while it is open', async () => {
    const page = await drawn.open('connection', 'connected');
    await page.evaluate(() => window.double.setSession({ state: { kind: 'keychain-locked' } }));
    await page.getByRole('heading', { name: 'Your keychain is locked' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await commandsOf(page)).toEqual([['session.retry', undefined]]);
  });

  it('tests the connection when asked, and says who answered', async () => {
    const page = await drawn.open('connection', 'connected');
    expect(await commandsOf(page)).toEqual([]);
    await page.getByRole('button', { name: test.button }).click();
    await page.getByText('It works. Spotify answered and knows you as Ada Brook.').waitFor();
    expect(await commandsOf(page)).toEqual([['session.testConnection', undefined]]);
  });

  it('renews with one click, shows the way back, and gives the focus back at the end', async () => {
    const page = await drawn.open('connection', 'connected');
    const button = page.getByRole('button', { name: renew.button });
    await button.click();
    const [[name, argument] = []] = await commandsOf(page);
    expect(name).toBe('session.signIn');
    expect(argument).toMatchObject({ way: 'browser', secret: { kind: 'none' } });
    const before = await page.evaluate(async () => {
      const answer = await window.double.api.session.snapshot();
      const state = answer.ok ? answer.value.state : null;
      window.double.setSession({
        state: { kind: 'authorizing', redirectUri: '', endsAtMs: Date.now(), pageUrl: null },
      });
      return state;
    });
    await page.getByRole('button', { name: 'Open the browser again' }).waitFor();
    await page.evaluate((state) => state !== null && window.double.setSession({ state }), before);
    await button.waitFor();
    await expect
      .poll(() => button.evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  it('knows nothing of months where no user signed in', async () => {
    for (const state of ['connected-pasted', 'connected-app-only']) {
      const page = await drawn.open('connection', state);
      await page.getByRole('slider', { name: accessPictureTexts.label }).waitFor();
      expect(await page.getByRole('meter', { name: signIn.label }).count()).toBe(0);
      expect(await page.getByRole('button', { name: renew.button }).count()).toBe(0);
    }
    const page = await drawn.open('connection', 'connected-imported');
    await page.getByText(signIn.unknown).waitFor();
  });

  it('can be opened and left with the keyboard', async () => {
    const page = await drawn.open('overview', 'connected');
    for (const [key, heading] of [
      ['5', 'Connected to Spotify'],
      ['6', 'Settings'],
      ['1', 'Watching your library'],
    ]) {
      await page.keyboard.press(`Control+${key}`);
      await page.getByRole('heading', { name: heading ?? '', level: 1 }).waitFor();
    }
  });
});

it('the settings are within reach before the first sign-in', async () => {
  const page = await drawn.open('overview', 'keychain-missing');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  expect(await page.getByRole('radio').count()).toBeGreaterThanOrEqual(3);
});
