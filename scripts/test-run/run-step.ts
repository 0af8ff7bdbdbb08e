import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runForeground } from '../foreground-child.ts';
import { projectRoot } from '../project-root.ts';
import { toolEnvironment } from '../tool-environment.ts';
import { playwrightTally } from './playwright-tally.ts';
import { type StepOutcome, stepOutcome } from './step-outcome.ts';
import type { StepName } from './steps.ts';
import type { Tally } from './tally.ts';

interface StepCommand {
  readonly command: readonly [string, ...string[]];
  readonly limitMinutes: number;
  /** Reads the runner's report; absent for a step without tests. */
  readonly readReport?: (content: unknown) => Tally;
}

const reportFolder = join(projectRoot, 'test-results', 'reports');
const reportPath = (step: StepName) => join(reportFolder, `${step}.json`);

function vitest(...projects: readonly string[]): StepCommand['command'] {
  const tallyReporter = join(projectRoot, 'scripts', 'vitest-tally.ts');
  return [
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    `--reporter=${tallyReporter}`,
  ];
}

// The tally is a file of our own, written by vitest-tally.ts.
const readOwnTally = (content: unknown) => content as Tally;

const commands: Readonly<Record<StepName, StepCommand>> = {
  types: { command: ['npm', 'run', '--silent', 'test:types'], limitMinutes: 5 },
  lint: { command: ['npm', 'run', '--silent', 'test:lint'], limitMinutes: 5 },
  unit: { command: vitest('unit'), limitMinutes: 10, readReport: readOwnTally },
  integration: {
    command: vitest('integration', 'window'),
    limitMinutes: 15,
    readReport: readOwnTally,
  },
  build: { command: ['npm', 'run', '--silent', 'build'], limitMinutes: 5 },
  e2e: { command: ['playwright', 'test'], limitMinutes: 20, readReport: playwrightTally },
};

async function readTally(step: StepName): Promise<Tally | null | 'missing'> {
  const { readReport } = commands[step];
  if (readReport === undefined) return null;
  try {
    return readReport(JSON.parse(await readFile(reportPath(step), 'utf8')));
  } catch {
    // The runner ended before it could write one; its own output says why.
    return 'missing';
  }
}

/** Runs one step with its output shown as it comes. */
export async function runStep(
  step: StepName,
  env: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  await rm(reportPath(step), { force: true });
  const { command, limitMinutes } = commands[step];
  const [program, ...args] = command;
  const exitCode = await runForeground(program, args, {
    cwd: projectRoot,
    env: toolEnvironment({
      ...env,
      VITEST_TALLY_FILE: reportPath(step),
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath(step),
    }),
    // Nobody answers questions here.
    stdio: ['ignore', 'inherit', 'inherit'],
    timeLimitMs: limitMinutes * 60_000,
  });
  return stepOutcome({ exitCode, tally: await readTally(step) });
}
