import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything that WCAG 2.2 asks for at the levels A and AA, as far as a program can tell. */
const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it stands: `rule: where it was found`, one line a place. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  return await findings(new AxeBuilder({ page }).withTags(WCAG_AA));
}

/** The same, of colours only: what a second colour scheme can change. */
export async function contrastFindings(page: Page): Promise<readonly string[]> {
  return await findings(new AxeBuilder({ page }).withRules(['color-contrast']));
}

async function findings(axe: AxeBuilder): Promise<readonly string[]> {
  // Otherwise it opens a page of its own for the report, which Electron does not let it do.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary})`,
    ),
  );
}
