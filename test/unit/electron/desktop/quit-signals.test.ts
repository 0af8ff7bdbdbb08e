import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { onQuitSignals } from '../../../../electron/desktop/quit-signals.ts';

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s quits, as often as it comes', (signal) => {
  const source = new EventEmitter();
  const quit = vi.fn();
  onQuitSignals(source, quit);
  source.emit(signal);
  source.emit(signal);
  expect(quit).toHaveBeenCalledTimes(2);
});
