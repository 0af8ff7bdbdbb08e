import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { onActivation } from '../../../../electron/desktop/activation.ts';

test.each([
  [false, 1],
  [true, 0],
])('an activation with a window to be seen (%s) opens %i', (hasVisibleWindows, times) => {
  const app = new EventEmitter();
  const openWindow = vi.fn();
  onActivation(app as never, openWindow);
  app.emit('activate', {}, hasVisibleWindows);
  expect(openWindow).toHaveBeenCalledTimes(times);
});
