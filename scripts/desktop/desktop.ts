import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivateBus } from './private-bus.ts';
import { makePrivateHome } from './private-home.ts';
import { startPrivatePanel } from './private-panel.ts';
import { startVirtualDisplay } from './virtual-display.ts';

/** Surroundings for desktop programs, to be laid over the environment. */
export interface Desktop {
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * A display, a session bus with a panel and a home of their own (Linux; elsewhere nothing is set up, since the
 * system's own desktop is always there). Ended in the reverse order, whatever happens.
 */
export function startPrivateDesktop(): Promise<Desktop> {
  return start(async (folder, add) => {
    add({ env: await makePrivateHome(folder) });
    const bus = await startPrivateBus(folder);
    add(bus);
    add(await startPrivatePanel(bus.env.DBUS_SESSION_BUS_ADDRESS));
    add(await startVirtualDisplay(folder));
  });
}

/** Only a display; bus and home stay the user's. */
export function startDisplayOnly(): Promise<Desktop> {
  return start(async (folder, add) => add(await startVirtualDisplay(folder)));
}

interface Part {
  readonly env: Readonly<Record<string, string>>;
  readonly end?: () => Promise<void>;
}

async function start(
  setUp: (folder: string, add: (part: Part) => void) => Promise<void>,
): Promise<Desktop> {
  if (process.platform !== 'linux') return { env: {}, end: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-desktop-'));
  const parts: Part[] = [];
  const end = async () => {
    for (const part of parts.splice(0).reverse()) await part.end?.();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await setUp(folder, (part) => parts.push(part));
  } catch (error) {
    await end();
    throw error;
  }
  // A Wayland display of the user's would be preferred to the one just started.
  const env = { ...Object.assign({}, ...parts.map((part) => part.env)), WAYLAND_DISPLAY: '' };
  return { env, end };
}
