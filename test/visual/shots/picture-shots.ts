import type { Page } from 'playwright';
import { daysTexts } from '../../../shared/texts/days-texts.ts';
import { pictureTexts } from '../../../shared/texts/picture-texts.ts';
import { requestLedgerTexts } from '../../../shared/texts/request-ledger-texts.ts';
import type { Shot } from './shot.ts';

function walk(label: string, key: string, steps: number) {
  return async (page: Page) => {
    await page.getByRole('slider', { name: label }).focus();
    for (let step = 0; step < steps; step += 1) await page.keyboard.press(key);
  };
}

/** The pictures with a point of theirs told, and as a table. */
export const pictureShots: readonly Shot[] = [
  {
    name: 'pictures-day-told',
    query: 'page=overview&state=watching',
    act: walk(daysTexts.label, 'ArrowLeft', 2),
  },
  {
    name: 'pictures-hour-told',
    query: 'page=connection&state=requests-nearly-full',
    act: walk(requestLedgerTexts.chart, 'ArrowLeft', 5),
  },
  {
    name: 'pictures-hours-as-table',
    query: 'page=connection&state=requests-busy',
    act: async (page) => {
      const line = page.getByText(pictureTexts.asTable);
      await line.click();
      await line.scrollIntoViewIfNeeded();
    },
  },
];
