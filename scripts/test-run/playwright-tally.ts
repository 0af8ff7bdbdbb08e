import { z } from 'zod';
import { firstLine, type NamedTest, outsideAnyTest, type Tally } from './tally.ts';

const annotationSchema = z.object({ type: z.string(), description: z.string().optional() });
const errorSchema = z.object({ message: z.string().default('') });
const testSchema = z.object({
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(annotationSchema).default([]),
  results: z.array(z.object({ errors: z.array(errorSchema).default([]) })).default([]),
});
const specSchema = z.object({ title: z.string(), tests: z.array(testSchema) });
interface Suite {
  readonly title: string;
  readonly specs: readonly z.infer<typeof specSchema>[];
  readonly suites: readonly Suite[];
}
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(specSchema).default([]),
    suites: z.array(suiteSchema).default([]),
  }),
);
const reportSchema = z.object({
  suites: z.array(suiteSchema),
  /** Errors outside any test, such as a file that cannot be loaded. */
  errors: z.array(errorSchema).default([]),
});

/** Counts a report of Playwright's JSON reporter. A flaky test counts as failed. */
export function playwrightTally(report: unknown): Tally {
  const { suites, errors } = reportSchema.parse(report);
  let passed = 0;
  let failed = errors.length;
  const failures = outsideAnyTest(errors);
  const skipped: NamedTest[] = [];
  const visit = (suite: Suite, path: string): void => {
    const here = path === '' ? suite.title : `${path} › ${suite.title}`;
    for (const spec of suite.specs) {
      for (const test of spec.tests) {
        if (test.status === 'expected') passed += 1;
        else if (test.status !== 'skipped') {
          failed += 1;
          const messages = test.results.flatMap((result) => result.errors);
          failures.push({
            name: `${here} › ${spec.title}`,
            // Of a test that took too long, the next message says where it hung.
            reason: messages.map(({ message }) => firstLine(message)).join(' '),
          });
        } else {
          const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
          skipped.push({ name: `${here} › ${spec.title}`, reason: reason ?? 'no reason given' });
        }
      }
    }
    for (const child of suite.suites) visit(child, here);
  };
  for (const suite of suites) visit(suite, '');
  return { passed, failed, failures, skipped };
}
