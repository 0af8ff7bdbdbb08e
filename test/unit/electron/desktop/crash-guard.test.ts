import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { guardAgainstFaults } from '../../../../electron/desktop/crash-guard.ts';
import { silentLogger } from '../../../../shared/logger.ts';

it('logs a fault that nobody caught, with its stack, and goes on', () => {
  const source = new EventEmitter();
  const lines: unknown[] = [];
  guardAgainstFaults(source, {
    ...silentLogger,
    error: (message, fields) => lines.push([message, fields]),
  });
  const error = new Error('broken');
  expect(source.emit('uncaughtException', error)).toBe(true);
  expect(source.emit('unhandledRejection', 'no error at all')).toBe(true);
  expect(lines).toEqual([
    ['An error was caught nowhere', { stack: error.stack }],
    ['A promise failed unheard', { stack: 'no error at all' }],
  ]);
});
