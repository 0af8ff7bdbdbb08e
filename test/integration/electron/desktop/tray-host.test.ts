import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linuxTrayHost } from '../../../../electron/desktop/tray-host.ts';
import { type PrivateBus, startPrivateBus } from '../../../../scripts/desktop/private-bus.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { StatusNotifierHost } from '../../../e2e/harness/status-notifier-host.ts';

const host = linuxTrayHost(silentLogger);
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
  });
});
