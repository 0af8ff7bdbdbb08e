import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The kernel's list of what gives power (Linux, `Documentation/ABI/testing/sysfs-class-power`). */
export const POWER_SUPPLIES = '/sys/class/power_supply';

/** Each attribute as the kernel writes it; null where the supply has none. */
export interface PowerSupply {
  readonly type: string | null;
  /** `Device` for what is in a mouse or a keyboard. */
  readonly scope: string | null;
  readonly online: string | null;
  readonly status: string | null;
}

/** Whether there is a battery that the computer itself could run on. */
export function hasBattery(supplies: readonly PowerSupply[]): boolean {
  return supplies.some(isBattery);
}

/** Whether it runs on it: nothing is plugged in, and where that cannot be told, it gives power. */
export function isOnBattery(supplies: readonly PowerSupply[]): boolean {
  const own = supplies.filter(({ scope }) => scope !== 'Device');
  const lines = own.filter((supply) => !isBattery(supply) && supply.online !== null);
  return lines.length > 0
    ? hasBattery(own) && lines.every(({ online }) => online === '0')
    : own.some((supply) => isBattery(supply) && supply.status === 'Discharging');
}

/** Reads them all; an empty list where the system has none. */
export async function readPowerSupplies(folder: string): Promise<readonly PowerSupply[]> {
  const names = await readdir(folder).catch(() => []);
  return await Promise.all(
    names.map(async (name) => {
      const read = async (attribute: string): Promise<string | null> =>
        // A supply without it, or one that was pulled out this very moment.
        await readFile(join(folder, name, attribute), 'utf8').then(
          (text) => text.trim(),
          () => null,
        );
      const [type = null, scope = null, online = null, status = null] = await Promise.all(
        ['type', 'scope', 'online', 'status'].map(read),
      );
      return { type, scope, online, status };
    }),
  );
}

function isBattery({ type, scope }: PowerSupply): boolean {
  return (type === 'Battery' || type === 'UPS') && scope !== 'Device';
}
