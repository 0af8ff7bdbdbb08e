import { describe, expect, it } from 'vitest';
import { playwrightTally } from '../../../../scripts/test-run/playwright-tally.ts';

const spec = (
  title: string,
  status: string,
  annotations: unknown[] = [],
  messages: string[] = [],
) => ({
  title,
  ok: true,
  tests: [{ status, annotations, results: [{ errors: messages.map((message) => ({ message })) }] }],
});

const TIMEOUT = '\u001b[31mTest timeout of 60000ms exceeded.\u001b[39m';
const HUNG = 'Error: it hung\n\nCall log:\n  - waiting';

describe("Playwright's report", () => {
  it('is counted through all its nested suites', () => {
    const report = {
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('one', 'expected'), spec('two', 'unexpected', [], [TIMEOUT, HUNG])],
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
      failures: [
        {
          name: 'a.spec.ts › two',
          reason: 'Test timeout of 60000ms exceeded. Error: it hung',
        },
      ],
      skipped: [{ name: 'a.spec.ts › inner › four', reason: 'no keyring here' }],
    });
  });

  it('counts a flaky test as failed', () => {
    const report = { suites: [{ title: 'a', specs: [spec('one', 'flaky')] }] };
    expect(playwrightTally(report).failed).toBe(1);
  });

  it('counts an error outside any test', () => {
    const tally = playwrightTally({ suites: [], errors: [{ message: 'cannot load' }] });
    expect(tally.failed).toBe(1);
    expect(tally.failures).toEqual([{ name: 'outside any test', reason: 'cannot load' }]);
  });
});
