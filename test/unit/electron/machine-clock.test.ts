import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { machineClock } from '../../../electron/machine-clock.ts';
import { systemClock } from '../../../shared/clock.ts';

it('is the clock of the system, with the time since the machine was started', () => {
  expect(machineClock.nowMs).toBe(systemClock.nowMs);
  expect(machineClock.uptimeMs?.()).toBeGreaterThan(0);
});

it('tells the time that the system counts through sleep', ({ skip }) => {
  if (process.platform !== 'linux') {
    skip('Only Linux shows it in a file.');
  }
  const [seconds = ''] = readFileSync('/proc/uptime', 'utf8').split(' ');
  expect(Math.abs((machineClock.uptimeMs?.() ?? 0) - Number(seconds) * 1_000)).toBeLessThan(5_000);
});
