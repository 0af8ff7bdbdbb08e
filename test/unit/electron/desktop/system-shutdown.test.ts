import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { onSystemShutdown } from '../../../../electron/desktop/system-shutdown.ts';

test('a shutdown is put off until this process has ended, which it is told to', () => {
  const app = new EventEmitter();
  const power = new EventEmitter();
  const quit = vi.fn();
  onSystemShutdown(app as never, power, quit);
  const event = { preventDefault: vi.fn() };
  power.emit('shutdown', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(quit).toHaveBeenCalledOnce();
});

test('the end of a Windows session reaches it through whatever window there is', () => {
  const app = new EventEmitter();
  const quit = vi.fn();
  onSystemShutdown(app as never, new EventEmitter(), quit);
  const window = new EventEmitter();
  app.emit('browser-window-created', {}, window);
  expect(quit).not.toHaveBeenCalled();
  window.emit('session-end', {});
  expect(quit).toHaveBeenCalledOnce();
});
