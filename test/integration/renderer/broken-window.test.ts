import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnosticsTexts } from '../../../shared/texts/diagnostics-texts.ts';
import { shellTexts } from '../../../shared/texts/shell-texts.ts';
import { commandsOf, DrawnWindow } from './harness/drawn-window.ts';

const texts = shellTexts.broken;

let drawn: DrawnWindow;
beforeAll(async () => {
  drawn = await DrawnWindow.start();
}, 120_000);
afterAll(() => drawn.close());

describe('a window that could not be drawn', () => {
  it('still shows the diagnostics for a report, by the keyboard too', async () => {
    const page = await drawn.open('changes', 'broken');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(texts.again);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: diagnosticsTexts.title });
    await dialog.getByText(diagnosticsTexts.parts.head).waitFor();
    await dialog.getByRole('button', { name: diagnosticsTexts.copy, exact: true }).click();
    await expect
      .poll(async () => (await commandsOf(page)).map(([name]) => name))
      .toContain('app.copyDiagnostics');

    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await page.getByRole('button', { name: texts.again }).click();
    await page.getByRole('navigation').first().waitFor();
    expect(await page.getByText(texts.title).count()).toBe(0);
  });
});
