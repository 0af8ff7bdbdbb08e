import { describe, expect, it } from 'vitest';
import {
  hasBattery,
  isOnBattery,
  type PowerSupply,
} from '../../../../electron/desktop/power-supplies.ts';

const NONE = { scope: null, online: null, status: null };
const battery = (status: string): PowerSupply => ({ ...NONE, type: 'Battery', status });
const mains = (online: string): PowerSupply => ({ ...NONE, type: 'Mains', online });
const usb = (online: string): PowerSupply => ({ ...NONE, type: 'USB', online });
const ups = (status: string): PowerSupply => ({ ...NONE, type: 'UPS', status });
const mouse: PowerSupply = { ...NONE, type: 'Battery', scope: 'Device', status: 'Discharging' };

describe('a computer', () => {
  it.each<[string, readonly PowerSupply[], boolean, boolean]>([
    ['without any supply to be seen', [], false, false],
    ['on the mains alone', [mains('1')], false, false],
    ['that is plugged in', [mains('1'), battery('Charging')], true, false],
    ['that is plugged in and full', [mains('1'), battery('Full')], true, false],
    ['that was unplugged', [mains('0'), battery('Discharging')], true, true],
    ['that was unplugged, told by the line first', [mains('0'), battery('Full')], true, true],
    ['on a weak charger', [usb('1'), battery('Discharging')], true, false],
    ['charged over USB', [mains('0'), usb('0'), usb('1'), battery('Charging')], true, false],
    ['whose line says nothing', [battery('Discharging')], true, true],
    ['whose line says nothing, and that charges', [battery('Charging')], true, false],
    ['with two batteries', [battery('Full'), battery('Discharging')], true, true],
    ['behind a UPS', [ups('Full')], true, false],
    ['behind a UPS, in the dark', [ups('Discharging')], true, true],
    ['with a battery in its mouse', [mains('1'), mouse], false, false],
    ['with nothing but a battery in its mouse', [mouse], false, false],
  ])('%s: has a battery %3$s, runs on it %4$s', (_name, supplies, has, isOn) => {
    expect(hasBattery(supplies)).toBe(has);
    expect(isOnBattery(supplies)).toBe(isOn);
  });
});
