import { once } from 'node:events';
import { type MessageBus, sessionBus } from 'dbus-native';
import { z } from 'zod';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const LIMIT_MS = 10_000;

/** Waits until a watcher of tray icons has one; rejects after 10 s. */
export async function untilIconIsRegistered(busAddress: string): Promise<void> {
  const bus = sessionBus({ busAddress });
  try {
    await bus.watch(`type='signal',member='StatusNotifierItemRegistered'`);
    const signal = AbortSignal.timeout(LIMIT_MS);
    while ((await registeredIcons(bus)).length === 0) {
      await once(bus.connection, 'message', { signal });
    }
  } finally {
    await bus.close();
  }
}

async function registeredIcons(bus: MessageBus): Promise<readonly unknown[]> {
  const answer = await bus.invoke<unknown>({
    destination: WATCHER,
    path: '/StatusNotifierWatcher',
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [WATCHER, 'RegisteredStatusNotifierItems'],
  });
  return z.array(z.unknown()).parse(answer);
}

/** Waits until somebody has this name on the bus; rejects after 10 s. */
export async function untilOnBus(busAddress: string, name: string): Promise<void> {
  const bus = sessionBus({ busAddress });
  try {
    await bus.watch(`type='signal',member='NameOwnerChanged',arg0='${name}'`);
    const signal = AbortSignal.timeout(LIMIT_MS);
    while (!(await bus.nameHasOwner(name))) {
      await once(bus.connection, 'message', { signal });
    }
  } catch (error) {
    throw new Error(`${name} did not come up on the bus.`, { cause: error });
  } finally {
    await bus.close();
  }
}
