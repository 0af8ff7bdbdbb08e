import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { firstLine, type NamedTest, outsideAnyTest, type Tally } from './test-run/tally.ts';

/**
 * A reporter for vitest that writes its counts, and why tests failed or were skipped, to the file
 * named by VITEST_TALLY_FILE. (The JSON reporter that comes with vitest leaves the reasons out.)
 */
export default class VitestTally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const path = process.env.VITEST_TALLY_FILE;
    if (path === undefined) return;
    let passed = 0;
    let failed = unhandled.length;
    const failures = outsideAnyTest(unhandled);
    const skipped: NamedTest[] = [];
    for (const module of modules) {
      // A module that fails to load has no tests to count, but must not pass for nothing.
      const errors = module.errors();
      if (errors.length > 0) failed += 1;
      for (const { message } of errors) {
        failures.push({ name: module.relativeModuleId, reason: firstLine(message) });
      }
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') {
          failed += 1;
          const name = `${module.relativeModuleId} › ${test.fullName}`;
          failures.push({ name, reason: firstLine(result.errors[0]?.message ?? '') });
        } else {
          const reason = 'note' in result ? result.note : undefined;
          skipped.push({ name: test.fullName, reason: reason ?? 'no reason given' });
        }
      }
    }
    const tally: Tally = { passed, failed, failures, skipped };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(tally));
  }
}
