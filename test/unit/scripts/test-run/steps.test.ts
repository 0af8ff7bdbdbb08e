import { describe, expect, it } from 'vitest';
import { chooseSteps, stepNames } from '../../../../scripts/test-run/steps.ts';

describe('the steps of npm test', () => {
  it('are all of them without an option', () => {
    expect(chooseSteps([])).toEqual({ kind: 'run', steps: stepNames });
  });

  it('are the chosen ones, in the usual order', () => {
    expect(chooseSteps(['--only', 'e2e', '--only', 'types'])).toEqual({
      kind: 'run',
      steps: ['types', 'e2e'],
    });
  });

  it.each([[['--only']], [['--only', 'everything']], [['--fast', 'unit']], [['unit']]])(
    'are named when the option is wrong: %j',
    (args) => {
      const choice = chooseSteps(args);
      expect(choice.kind).toBe('usage-error');
      expect(choice).toHaveProperty('message', expect.stringContaining('integration'));
    },
  );
});
