import { emptyTally, type Tally } from './tally.ts';

/** How one step ended. */
export interface StepOutcome {
  readonly tally: Tally;
  /** What went wrong with the step as such, beyond tests that failed; null when nothing did. */
  readonly trouble: string | null;
}

interface FinishedStep {
  readonly exitCode: number;
  /** Null for a step without tests, `missing` when its runner left no report. */
  readonly tally: Tally | null | 'missing';
}

/**
 * Joins what a runner said by its exit code and by its report, so that neither can hide a failure:
 * a step that failed counts as at least one failure.
 */
export function stepOutcome({ exitCode, tally }: FinishedStep): StepOutcome {
  const counted = tally === null || tally === 'missing' ? emptyTally : tally;
  const trouble = troubleOf({ exitCode, tally });
  if (trouble === null || counted.failed > 0) return { tally: counted, trouble };
  return { tally: { ...counted, failed: 1 }, trouble };
}

function troubleOf({ exitCode, tally }: FinishedStep): string | null {
  if (exitCode === 124) return 'it took too long and was stopped';
  if (tally === 'missing') return `it left no report (exit code ${exitCode})`;
  if (tally !== null && tally.passed + tally.failed + tally.skipped.length === 0) {
    return 'it found no test';
  }
  if (exitCode === 0) return null;
  return tally !== null && tally.failed > 0
    ? `${tally.failed} failed`
    : `it ended with exit code ${exitCode}`;
}

/** The exit code of the whole run: it is only good when tests ran and nothing failed. */
export function runExitCode(total: Tally, expectsTests: boolean): number {
  if (total.failed > 0) return 1;
  return expectsTests && total.passed === 0 ? 1 : 0;
}
