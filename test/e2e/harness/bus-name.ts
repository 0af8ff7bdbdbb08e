import { once } from 'node:events';
import { sessionBus } from 'dbus-native';

const LIMIT_MS = 10_000;

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
