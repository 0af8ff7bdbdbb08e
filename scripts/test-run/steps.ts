/** The parts of `npm test`, in the order in which they run. */
export const stepNames = ['types', 'lint', 'unit', 'integration', 'build', 'e2e'] as const;
export type StepName = (typeof stepNames)[number];

/** Steps that need Electron, a display and the other things of `startPrivateDesktop`. */
export function needsDesktop(step: StepName): boolean {
  return step === 'integration' || step === 'e2e';
}

export type StepChoice =
  | { readonly kind: 'run'; readonly steps: readonly StepName[] }
  | { readonly kind: 'usage-error'; readonly message: string };

const usage = `Usage: npm test -- [--only ${stepNames.join('|')}]… (may be given more than once)`;

/** Reads the options of `npm test`. Without any, every step runs. */
export function chooseSteps(args: readonly string[]): StepChoice {
  const chosen = new Set<StepName>();
  for (let index = 0; index < args.length; index += 2) {
    const step = stepNames.find((name) => name === args[index + 1]);
    if (args[index] !== '--only' || step === undefined) {
      return { kind: 'usage-error', message: usage };
    }
    chosen.add(step);
  }
  const steps = chosen.size === 0 ? stepNames : stepNames.filter((name) => chosen.has(name));
  return { kind: 'run', steps };
}
