import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  guardAgainstFaults,
  watchHelperProcesses,
} from '../../../../electron/desktop/crash-guard.ts';
import { type LogFields, silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

function guarded(restartedAtMs: number | null = null) {
  const clock = new ManualClock();
  const source = new EventEmitter();
  const lines: (readonly [string, LogFields | undefined])[] = [];
  const acts: unknown[] = [];
  guardAgainstFaults(source, {
    clock,
    logger: { ...silentLogger, error: (message, fields) => lines.push([message, fields]) },
    isUnattended: false,
    restartedAtMs: () => restartedAtMs,
    act: (verdict, thrown) => acts.push([verdict, thrown]),
  });
  return { clock, source, lines, acts };
}

describe('a fault that nobody caught', () => {
  it('is logged with its stack, and an error leads to a restart', () => {
    const { source, lines, acts } = guarded();
    const error = new Error('broken');
    expect(source.emit('uncaughtException', error)).toBe(true);
    expect(source.emit('unhandledRejection', 'no error at all')).toBe(true);
    expect(lines).toEqual([
      ['An error was caught nowhere', { stack: error.stack, verdict: 'restart' }],
      ['A promise failed unheard', { stack: 'no error at all', verdict: 'go-on' }],
    ]);
    expect(acts).toEqual([['restart', error]]);
  });

  it('counts promises of ten minutes, and those alone', async () => {
    const { clock, source, acts } = guarded();
    for (let count = 0; count < 4; count += 1) source.emit('unhandledRejection', new Error('a'));
    await clock.advance(600_000);
    for (let count = 0; count < 4; count += 1) source.emit('unhandledRejection', new Error('b'));
    expect(acts).toEqual([]);
    source.emit('unhandledRejection', new Error('c'));
    expect(acts).toEqual([['restart', new Error('c')]]);
  });

  it('does not fill the log, however often it comes', async () => {
    const { clock, source, lines, acts } = guarded();
    for (let count = 0; count < 1_000; count += 1) {
      source.emit('uncaughtException', new Error('again'));
    }
    expect(lines).toHaveLength(50);
    expect(acts).toHaveLength(1_000);
    await clock.advance(600_000);
    source.emit('uncaughtException', new Error('later'));
    expect(lines).toHaveLength(51);
  });
});

it('tells of crashes of the process that draws, and logs all that are no clean end', () => {
  const app = new EventEmitter();
  const lines: unknown[] = [];
  let crashes = 0;
  watchHelperProcesses(
    app,
    { ...silentLogger, error: (_message, fields) => lines.push(fields) },
    () => {
      crashes += 1;
    },
  );
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'clean-exit', exitCode: 0 });
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 });
  app.emit(
    'child-process-gone',
    {},
    {
      type: 'Utility',
      reason: 'killed',
      exitCode: 9,
      name: 'Network Service',
    },
  );
  expect(crashes).toBe(1);
  expect(lines).toEqual([
    { type: 'GPU', reason: 'crashed', exitCode: 139, name: null },
    { type: 'Utility', reason: 'killed', exitCode: 9, name: 'Network Service' },
  ]);
});
