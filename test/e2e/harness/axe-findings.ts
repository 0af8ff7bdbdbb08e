import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything that WCAG 2.2 asks for at the levels A and AA, as far as a program can tell. */
const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it stands: `rule: where it was found`, one line a place. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  return await findings(new AxeBuilder({ page }).withTags(WCAG_AA));
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown[]; readonly failureSummary?: string }[];
}

declare global {
  interface Window {
    /** Left on the page by `axeFindings`. */
    readonly axe?: {
      run(within: Document, options: object): Promise<{ readonly violations: Violation[] }>;
    };
  }
}

/**
 * The same, of colours only: what a second colour scheme can change. After `axeFindings`, whose axe
 * it uses: to put that on the page again would take longer than to look.
 */
export async function contrastFindings(page: Page): Promise<readonly string[]> {
  const violations = await page.evaluate(async () => {
    if (window.axe === undefined) throw new Error('axe is not on the page yet.');
    const runOnly = { type: 'rule', values: ['color-contrast'] };
    return (await window.axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
  });
  return inLines(violations);
}

async function findings(axe: AxeBuilder): Promise<readonly string[]> {
  // Otherwise it opens a page of its own for the report, which Electron does not let it do.
  const { violations } = await axe.setLegacyMode().analyze();
  return inLines(violations);
}

function inLines(violations: readonly Violation[]): readonly string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary})`,
    ),
  );
}
