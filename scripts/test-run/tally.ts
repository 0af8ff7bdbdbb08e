import { stripVTControlCharacters } from 'node:util';

/** A test that did not pass, with the first line of what is said about it. */
export interface NamedTest {
  readonly name: string;
  readonly reason: string;
}

/** What one test runner counted. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Those of the failed that have a name: named at the very end, where a cut-off output still shows them. */
  readonly failures: readonly NamedTest[];
  readonly skipped: readonly NamedTest[];
}

export const emptyTally: Tally = { passed: 0, failed: 0, failures: [], skipped: [] };

/** The first line of a message, without its colours. */
export function firstLine(message: string): string {
  return stripVTControlCharacters(message).trim().split('\n')[0] ?? '';
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    failures: [...a.failures, ...b.failures],
    skipped: [...a.skipped, ...b.skipped],
  };
}

/** The very last line of a run. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
