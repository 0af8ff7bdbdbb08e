import { describe, expect, it } from 'vitest';
import { runExitCode, stepOutcome } from '../../../../scripts/test-run/step-outcome.ts';
import { closingLine, emptyTally, type Tally } from '../../../../scripts/test-run/tally.ts';

const tally = (passed: number, failed: number): Tally => ({
  ...emptyTally,
  passed,
  failed,
});

describe('a step', () => {
  it('is fine when its tests passed', () => {
    expect(stepOutcome({ exitCode: 0, tally: tally(5, 0) })).toEqual({
      tally: tally(5, 0),
      trouble: null,
    });
  });

  it('without tests is fine by its exit code', () => {
    expect(stepOutcome({ exitCode: 0, tally: null }).trouble).toBeNull();
  });

  it.each<[string, Parameters<typeof stepOutcome>[0], string]>([
    ['without tests counts as one failure', { exitCode: 2, tally: null }, 'exit code 2'],
    ['that left no report', { exitCode: 0, tally: 'missing' }, 'no report'],
    ['that found no test', { exitCode: 0, tally: tally(0, 0) }, 'no test'],
    ['whose runner failed after good tests', { exitCode: 1, tally: tally(5, 0) }, 'exit code 1'],
    ['that took too long', { exitCode: 124, tally: 'missing' }, 'too long'],
  ])('%s is a failure and says why', (_name, finished, word) => {
    const outcome = stepOutcome(finished);
    expect(outcome.tally.failed).toBe(1);
    expect(outcome.trouble).toContain(word);
  });

  it('counts each failed test once', () => {
    const outcome = stepOutcome({ exitCode: 1, tally: tally(5, 2) });
    expect(outcome).toEqual({ tally: tally(5, 2), trouble: '2 failed' });
  });
});

describe('a whole run', () => {
  it('is good when tests passed and none failed', () => {
    expect(runExitCode(tally(1, 0), true)).toBe(0);
  });

  it('is bad when something failed', () => {
    expect(runExitCode(tally(9, 1), true)).toBe(1);
  });

  it('is bad when no test ran', () => {
    expect(runExitCode(tally(0, 0), true)).toBe(1);
    expect(runExitCode(tally(0, 0), false)).toBe(0);
  });

  it('closes with one line of counts', () => {
    const skipped = [{ name: 'a', reason: 'b' }];
    expect(closingLine({ ...emptyTally, passed: 12, failed: 1, skipped })).toBe(
      '12 passed, 1 failed, 1 skipped',
    );
  });
});
