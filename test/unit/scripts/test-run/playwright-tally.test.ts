import { describe, expect, it } from 'vitest';
import { playwrightTally } from '../../../../scripts/test-run/playwright-tally.ts';

const spec = (title: string, status: string, annotations: unknown[] = []) => ({
  title,
  ok: true,
  tests: [{ status, annotations, results: [] }],
});

describe("Playwright's report", () => {
  it('is counted through all its nested suites', () => {
    const report = {
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'unexpected')],
          suites: [
            {
              title: 'inner',
              specs: [
                spec('three', 'expected'),
                spec('four', 'skipped', [{ type: 'skip', description: 'no keyring here' }]),
              ],
            },
          ],
        },
      ],
      errors: [],
    };
    expect(playwrightTally(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: [{ name: 'a.spec.ts › inner › four', reason: 'no keyring here' }],
    });
  });

  it('counts a flaky test as failed', () => {
    const report = { suites: [{ title: 'a', specs: [spec('one', 'flaky')] }] };
    expect(playwrightTally(report).failed).toBe(1);
  });

  it('counts an error outside any test', () => {
    expect(playwrightTally({ suites: [], errors: [{ message: 'cannot load' }] }).failed).toBe(1);
  });
});
