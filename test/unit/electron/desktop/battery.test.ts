import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { Battery } from '../../../../electron/desktop/battery.ts';
import type { PowerSupply } from '../../../../electron/desktop/power-supplies.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

class Source extends EventEmitter {
  isOn = false;
  readonly isOnBatteryPower = vi.fn(() => this.isOn);
}

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 10 * MINUTE_MS;

function supplies(online: '0' | '1'): readonly PowerSupply[] {
  return [
    { type: 'Mains', scope: null, online, status: null },
    { type: 'Battery', scope: null, online: null, status: null },
  ];
}

test.each(['darwin', 'win32'] as const)('on %s the system tells it', async (platform) => {
  const clock = new ManualClock();
  const source = new Source();
  source.isOn = true;
  const readSupplies = vi.fn(async () => supplies('0'));
  const battery = new Battery({ platform, source, readSupplies, clock });
  const told = vi.fn();
  battery.changed.subscribe(told);
  await battery.start();
  expect(battery.isInUse).toBe(true);
  source.emit('on-battery');
  expect(told).toHaveBeenCalledOnce();
  source.isOn = false;
  source.emit('on-ac');
  expect(battery.isInUse).toBe(false);
  expect(told).toHaveBeenCalledTimes(2);
  expect(clock.pendingCount).toBe(0);
  source.isOn = true;
  await battery.look();
  expect(battery.isInUse).toBe(true);
  expect(readSupplies).not.toHaveBeenCalled();
  battery.close();
  expect(source.eventNames()).toEqual([]);
});

test('on Linux the kernel is asked every ten minutes, and a change is told once', async () => {
  const clock = new ManualClock();
  const source = new Source();
  let now = supplies('1');
  const readSupplies = vi.fn(async () => now);
  const battery = new Battery({ platform: 'linux', source, readSupplies, clock });
  const told = vi.fn();
  battery.changed.subscribe(told);
  await battery.start();
  now = supplies('0');
  await clock.advance(LOOK_EVERY_MS - 1);
  expect(readSupplies).toHaveBeenCalledOnce();
  expect(battery.isInUse).toBe(false);
  await clock.advance(3 * LOOK_EVERY_MS);
  expect(battery.isInUse).toBe(true);
  expect(told).toHaveBeenCalledOnce();
  now = supplies('1');
  await clock.advance(LOOK_EVERY_MS);
  expect(battery.isInUse).toBe(false);
  expect(source.isOnBatteryPower).not.toHaveBeenCalled();
  battery.close();
  expect(clock.pendingCount).toBe(0);
});

test('on Linux a battery that is missing for a moment is looked for again', async () => {
  const clock = new ManualClock();
  let now = supplies('0');
  const source = new Source();
  const battery = new Battery({ platform: 'linux', source, readSupplies: async () => now, clock });
  await battery.start();
  expect(battery.isInUse).toBe(true);
  now = [];
  await clock.advance(LOOK_EVERY_MS);
  expect(battery.isInUse).toBe(false);
  now = supplies('0');
  await clock.advance(LOOK_EVERY_MS);
  expect(battery.isInUse).toBe(true);
  battery.close();
});

test('on Linux a look when the machine wakes up tells at once, and is the only one set', async () => {
  const clock = new ManualClock();
  let now: readonly PowerSupply[] = [];
  const source = new Source();
  const battery = new Battery({ platform: 'linux', source, readSupplies: async () => now, clock });
  await battery.start();
  expect(clock.pendingCount).toBe(0);
  // It was not yet registered at the start.
  now = supplies('0');
  await Promise.all([battery.look(), battery.look()]);
  expect(battery.isInUse).toBe(true);
  expect(clock.pendingCount).toBe(1);
  battery.close();
});

test('on Linux without a battery nothing is asked again', async () => {
  const clock = new ManualClock();
  const readSupplies = vi.fn(async () => []);
  const source = new Source();
  await new Battery({ platform: 'linux', source, readSupplies, clock }).start();
  await clock.advance(60 * MINUTE_MS);
  expect(readSupplies).toHaveBeenCalledOnce();
  expect(clock.pendingCount).toBe(0);
});

test('nothing runs on after the end, even where the kernel answers late', async () => {
  const clock = new ManualClock();
  const battery = new Battery({
    platform: 'linux',
    source: new Source(),
    readSupplies: async () => supplies('0'),
    clock,
  });
  const started = battery.start();
  battery.close();
  await started;
  expect(battery.isInUse).toBe(false);
  expect(clock.pendingCount).toBe(0);
});
