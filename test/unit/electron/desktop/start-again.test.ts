import { describe, expect, it } from 'vitest';
import { argumentsOfNextStart } from '../../../../electron/desktop/start-again.ts';

const PLAIN = { hidden: false, exitAfterSync: false, sample: false };

describe('the start that follows this one', () => {
  it.each([
    [['--hidden'], PLAIN, []],
    [['--exit-after-sync', '--sample'], PLAIN, []],
    [
      ['--no-sandbox', '/src/app', '--user-data-dir=/tmp/a b', '--hidden'],
      { ...PLAIN, sample: true },
      ['--no-sandbox', '/src/app', '--user-data-dir=/tmp/a b', '--sample'],
    ],
    [['--screenshot=a.png'], { ...PLAIN, hidden: true }, ['--hidden']],
    [[], { ...PLAIN, exitAfterSync: true, hidden: true }, ['--hidden', '--exit-after-sync']],
    [['--hidden-by-another-name'], PLAIN, ['--hidden-by-another-name']],
  ])('after %j, as %j, has the arguments %j', (args, next, expected) => {
    expect(argumentsOfNextStart(args, next)).toEqual(expected);
  });
});
