import { uptime } from 'node:os';
import { type Clock, systemClock } from '../shared/clock.ts';

/**
 * The clock of the machine with its third hand. The operating system's uptime goes on during sleep
 * on all platforms (`CLOCK_BOOTTIME`, `kern.boottime`, `GetTickCount64`), which `performance.now`
 * does not on Linux and macOS.
 */
export const machineClock: Clock = { ...systemClock, uptimeMs: () => uptime() * 1_000 };
