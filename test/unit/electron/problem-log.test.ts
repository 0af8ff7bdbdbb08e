import { expect, it } from 'vitest';
import { ProblemLog } from '../../../electron/problem-log.ts';
import { silentLogger } from '../../../shared/logger.ts';
import type { WindowProblem } from '../../../shared/window-problem.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

function problem(line: number): WindowProblem {
  return {
    kind: 'error',
    name: 'TypeError',
    message: null,
    frames: [`draw (a.js:${line}:1)`, '(a.js:9:9)'],
  };
}

function bench() {
  const clock = new ManualClock();
  const lines: unknown[] = [];
  const logger = {
    ...silentLogger,
    error: (_message: string, fields: unknown) => lines.push(fields),
  };
  return { clock, lines, log: new ProblemLog(clock, logger) };
}

it('a fault of the window is logged with where it happened', () => {
  const { lines, log } = bench();
  log.report(problem(1));
  expect(lines).toEqual([
    { kind: 'error', name: 'TypeError', message: null, stack: 'draw (a.js:1:1) < (a.js:9:9)' },
  ]);
});

it('a fault that comes back with every drawing is logged once an hour', async () => {
  const { clock, lines, log } = bench();
  for (let drawing = 0; drawing < 1_000; drawing += 1) log.report(problem(1));
  expect(lines).toHaveLength(1);
  await clock.advance(3_600_000);
  log.report(problem(1));
  expect(lines).toHaveLength(2);
});

it('a window gone wild fills no log', async () => {
  const { clock, lines, log } = bench();
  for (let line = 0; line < 1_000; line += 1) log.report(problem(line));
  expect(lines).toHaveLength(20);
  await clock.advance(3_600_000);
  log.report(problem(5_000));
  expect(lines).toHaveLength(21);
});
