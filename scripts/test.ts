import { type Desktop, startPrivateDesktop } from './desktop/desktop.ts';
import { findElectron } from './electron-runtime/find-electron.ts';
import { PlainFailure, runScript } from './plain-failure.ts';
import { ensureSystemPackages } from './system-packages/system-packages.ts';
import { runStep } from './test-run/run-step.ts';
import { runExitCode, type StepOutcome, stepOutcome } from './test-run/step-outcome.ts';
import { chooseSteps, needsDesktop, type StepName } from './test-run/steps.ts';
import { addTallies, closingLine, emptyTally } from './test-run/tally.ts';

const say = (line: string) => console.log(line);

interface Surroundings {
  readonly desktop: Desktop;
  readonly env: Readonly<Record<string, string>>;
}

async function setUp(): Promise<Surroundings> {
  const packages = await ensureSystemPackages(
    ['run', 'unpack', 'display', 'tests', 'packages'],
    say,
  );
  if (packages.kind === 'missing') throw new PlainFailure(packages.advice);
  const electron = await findElectron(say);
  say(electron.line);
  const desktop = await startPrivateDesktop();
  return { desktop, env: { ...desktop.env, ELECTRON_OVERRIDE_DIST_PATH: electron.distPath } };
}

/** Types, lint, unit, integration, build, e2e. One that fails does not keep the others from running. */
async function runSteps(steps: readonly StepName[]): Promise<ReadonlyMap<StepName, StepOutcome>> {
  const outcomes = new Map<StepName, StepOutcome>();
  let surroundings: Surroundings | null = null;
  let setUpFailure: string | null = null;
  try {
    for (const step of steps) {
      say(`\n── ${step} ──`);
      if (needsDesktop(step) && surroundings === null && setUpFailure === null) {
        try {
          surroundings = await setUp();
        } catch (error) {
          setUpFailure = error instanceof Error ? error.message : String(error);
        }
      }
      if (needsDesktop(step) && setUpFailure !== null) {
        say(setUpFailure);
        outcomes.set(step, { ...stepOutcome({ exitCode: 1, tally: null }), trouble: setUpFailure });
      } else {
        outcomes.set(
          step,
          await runStep(step, needsDesktop(step) ? (surroundings?.env ?? {}) : {}),
        );
      }
    }
  } finally {
    await surroundings?.desktop.end();
  }
  return outcomes;
}

await runScript(async () => {
  const choice = chooseSteps(process.argv.slice(2));
  if (choice.kind === 'usage-error') throw new PlainFailure(choice.message);
  const outcomes = await runSteps(choice.steps);

  say('');
  let total = emptyTally;
  for (const [step, { tally, trouble }] of outcomes) {
    const counts = tally.passed + tally.skipped.length > 0 ? ` – ${closingLine(tally)}` : '';
    say(`${step}: ${trouble === null ? 'ok' : `FAILED, ${trouble}`}${counts}`);
    for (const { name, reason } of tally.failures) say(`  failed: ${name} (${reason})`);
    for (const { name, reason } of tally.skipped) say(`  skipped: ${name} (${reason})`);
    total = addTallies(total, tally);
  }
  const expectsTests = choice.steps.some((step) => ['unit', 'integration', 'e2e'].includes(step));
  say(closingLine(total));
  return runExitCode(total, expectsTests);
});
