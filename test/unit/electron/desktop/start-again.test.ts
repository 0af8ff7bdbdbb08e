import { describe, expect, it } from 'vitest';
import {
  argumentsOfNextStart,
  mergedStart,
  startAfterUnattendedRun,
} from '../../../../electron/desktop/start-again.ts';

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

const HIDDEN = { ...PLAIN, hidden: true };
const SAMPLE = { ...PLAIN, sample: true };
const CRON = { ...PLAIN, exitAfterSync: true };

describe('two starts that wait for the end of this one', () => {
  it.each([
    ['none, a person', null, PLAIN, PLAIN],
    ['none, cron', null, CRON, CRON],
    ['a person, cron', PLAIN, CRON, PLAIN],
    ['cron, a login', CRON, HIDDEN, HIDDEN],
    ['a restart out of sight, a person', HIDDEN, PLAIN, PLAIN],
    ['a person, a login', PLAIN, HIDDEN, PLAIN],
    ['a login, a login', HIDDEN, HIDDEN, HIDDEN],
    ['a login, the sample', HIDDEN, SAMPLE, SAMPLE],
    ['the sample, a person', SAMPLE, PLAIN, SAMPLE],
    ['cron, cron', CRON, CRON, CRON],
  ])('%s: become one', (_name, pending, next, expected) => {
    expect(mergedStart(pending, next)).toEqual(expected);
  });
});

describe('a start during a run for cron', () => {
  it.each([
    ['a login stays in the tray', HIDDEN, HIDDEN],
    ['a person has the window already, and then the tray', PLAIN, HIDDEN],
    ['the sample is shown afterwards', SAMPLE, SAMPLE],
  ])('%s', (_name, second, expected) => {
    expect(startAfterUnattendedRun(second)).toEqual(expected);
  });
});
