import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { outliveTerminal } from '../../../../electron/desktop/lost-terminal.ts';

test('a stream that nobody reads any more is no fault of the program', () => {
  const stream = new EventEmitter();
  outliveTerminal([stream]);
  expect(() => stream.emit('error', new Error('EPIPE'))).not.toThrow();
});
