import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onPowerEvents } from '../../../../electron/desktop/power-events.ts';

it('tells when the machine wakes up or is unlocked, until nobody listens', () => {
  const source = new EventEmitter();
  const heard: string[] = [];
  const stop = onPowerEvents(source, (event) => heard.push(event));
  source.emit('resume');
  source.emit('suspend');
  source.emit('unlock-screen');
  stop();
  source.emit('resume');
  expect(heard).toEqual(['resume', 'unlock-screen']);
  expect(source.eventNames()).toEqual([]);
});
