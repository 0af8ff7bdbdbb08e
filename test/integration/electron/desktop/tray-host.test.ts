import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linuxTrayHost } from '../../../../electron/desktop/tray-host.ts';
import { type PrivateBus, startPrivateBus } from '../../../../scripts/desktop/private-bus.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { LONGEST_AT_REST_MS } from '../../../../shared/rest-timer.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { StatusNotifierHost } from '../../../e2e/harness/status-notifier-host.ts';

const SOURCE = new URL('../../../../electron/desktop/tray-host.ts', import.meta.url).href;

const clock = new ManualClock();
const host = linuxTrayHost(clock, silentLogger);
let folder: string;
let bus: PrivateBus;

describe.runIf(process.platform === 'linux')('where tray icons go to', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cratewatch-bus-'));
    bus = await startPrivateBus(folder);
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.env.DBUS_SESSION_BUS_ADDRESS);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await bus.end();
    await rm(folder, { recursive: true });
  });

  it('a panel is found while it is there', async () => {
    expect(await host.ask()).toBe('not-there');
    const panel = await StatusNotifierHost.start(bus.env.DBUS_SESSION_BUS_ADDRESS);
    expect(await host.ask()).toBe('there');
    await panel.close();
    expect(await host.ask()).toBe('not-there');
  });

  it('a bus that cannot be reached tells nothing', async () => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${join(folder, 'nothing')}`);
    expect(await host.ask()).toBe('unknown');
  });

  it('whoever follows hears of a panel that comes, and of nothing once that is ended', async () => {
    let heard = 0;
    let wake: () => void = () => undefined;
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve;
      });
    const listening = next();
    const stop = host.follow(() => {
      heard += 1;
      wake();
    });
    await listening;
    const news = next();
    const panel = await StatusNotifierHost.start(bus.env.DBUS_SESSION_BUS_ADDRESS);
    await news;
    expect(await host.ask()).toBe('there');

    stop();
    const before = heard;
    await panel.close();
    await host.ask();
    expect(heard).toBe(before);
    await expect.poll(monitors).toEqual([]);
  });

  it('whoever follows asks now and then where the listening program has ended', async () => {
    let heard = 0;
    const stop = host.follow(() => {
      heard += 1;
    });
    await expect.poll(() => heard).toBeGreaterThan(0);
    const [monitor] = await monitors();
    process.kill(monitor ?? 0, 'SIGKILL');
    await expect.poll(() => clock.pendingCount).toBe(1);
    const before = heard;
    await clock.advance(2 * LONGEST_AT_REST_MS);
    expect(heard).toBe(before + 2);
    stop();
    expect(clock.pendingCount).toBe(0);
  });

  it.each([
    ['is killed', 'SIGKILL', 1],
    ['is ended from its terminal', 'SIGINT', -1],
  ] as const)('the listening program ends where Cratewatch %s', async (_how, signal, whom) => {
    const source = `
      import { linuxTrayHost } from ${JSON.stringify(SOURCE)};
      const clock = { setTimer: () => ({ cancel: () => undefined }) };
      const logger = { info: () => undefined };
      linuxTrayHost(clock, logger).follow(() => process.stdout.write('news'));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      // A group of its own, as a terminal gives to a program.
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(await monitors()).toHaveLength(1);
    const ended = once(child, 'exit');
    process.kill(whom * (child.pid ?? 0), signal);
    expect(await ended).toEqual([null, signal]);
    await expect.poll(monitors).toEqual([]);
  });

  /** The programs that listen on this test's bus. */
  async function monitors(): Promise<readonly number[]> {
    const address = `DBUS_SESSION_BUS_ADDRESS=${bus.env.DBUS_SESSION_BUS_ADDRESS}`;
    const found: number[] = [];
    for (const name of await readdir('/proc')) {
      const read = async (file: string): Promise<readonly string[]> =>
        // Another process that has ended meanwhile, or is not ours to look into.
        (await readFile(join('/proc', name, file), 'utf8').catch(() => '')).split('\0');
      const isMonitor = /^\d+$/.test(name) && (await read('cmdline'))[0] === 'dbus-monitor';
      if (isMonitor && (await read('environ')).includes(address)) {
        found.push(Number(name));
      }
    }
    return found;
  }
});
