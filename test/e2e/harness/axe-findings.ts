import type { Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';

declare global {
  interface Window {
    /** Left on the page by the first look. */
    readonly axe?: typeof axe;
  }
}

/** Everything that WCAG 2.2 asks for at the levels A and AA, as far as a program can tell. */
const WCAG_AA: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast'] };

/** What axe finds on the page as it stands: `rule: where it was found`, one line a place. */
export function axeFindings(page: Page): Promise<readonly string[]> {
  return findings(page, WCAG_AA);
}

/** The same, of colours only: what a second colour scheme can change. */
export function contrastFindings(page: Page): Promise<readonly string[]> {
  return findings(page, COLOURS);
}

/** Asks for violations alone, as what passed is by far the most of an answer. */
async function findings(page: Page, runOnly: RunOnly): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => window.axe !== undefined);
  if (!isThere) await page.evaluate(axe.source);
  return await page.evaluate(async (wanted) => {
    if (window.axe === undefined) throw new Error('axe could not be put on the page.');
    const options = { runOnly: wanted, resultTypes: ['violations' as const] };
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary})`,
      ),
    );
  }, runOnly);
}
