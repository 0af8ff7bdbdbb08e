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
  /** Those of the failed that have a name. They are told last: a cut-off output keeps its end. */
  readonly failures: readonly NamedTest[];
  readonly skipped: readonly NamedTest[];
}

export const emptyTally: Tally = { passed: 0, failed: 0, failures: [], skipped: [] };

/** The first line of a message, without its colours. */
export function firstLine(message: string): string {
  return stripVTControlCharacters(message).trim().split('\n')[0] ?? '';
}

/** Errors that belong to none, such as those of a file that cannot be loaded. */
export function outsideAnyTest(errors: readonly { readonly message: string }[]): NamedTest[] {
  return errors.map(({ message }) => ({
    name: 'outside any test',
    reason: firstLine(message),
  }));
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
