import { EventEmitter, once } from 'node:events';
import { defineInterface, type MessageBus, sessionBus } from 'dbus-native';
import { StatusNotifierItem } from './status-notifier-item.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const PRIMARY_OWNER = 1;

/**
 * The part of a desktop's panel that shows tray icons, on a bus of the test's own. On Linux this is
 * how a tray icon reaches the user: over the protocols StatusNotifierItem and com.canonical.dbusmenu.
 */
export class StatusNotifierHost {
  readonly #bus: MessageBus;
  readonly #services: string[] = [];
  readonly #registrations = new EventEmitter();

  private constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  /** Rejects where another panel is on this bus already. */
  static async start(busAddress: string): Promise<StatusNotifierHost> {
    const bus = sessionBus({ busAddress });
    const host = new StatusNotifierHost(bus);
    await bus.export('/StatusNotifierWatcher', host.#watcher());
    const { result } = await bus.ownName(WATCHER);
    if (result !== PRIMARY_OWNER) {
      throw new Error(`Somebody else is ${WATCHER} on this bus.`);
    }
    return host;
  }

  /** The first icon whose program is still there; waits for one where there is none yet. */
  async item(): Promise<StatusNotifierItem> {
    for (let seen = 0; ; seen += 1) {
      if (seen === this.#services.length) {
        await once(this.#registrations, 'registered');
      }
      const service = this.#services[seen];
      if (service !== undefined && (await this.#bus.nameHasOwner(service))) {
        return await StatusNotifierItem.follow(this.#bus, service);
      }
    }
  }

  /** How often a program asked for a place on this panel. */
  get registrations(): number {
    return this.#services.length;
  }

  /** Takes the panel off the bus, as when it crashes or restarts. */
  async close(): Promise<void> {
    await this.#bus.close();
  }

  #watcher() {
    return defineInterface({
      name: WATCHER,
      methods: {
        RegisterStatusNotifierItem: {
          in: { service: 's' },
          handler: ({ service }: { service: string }) => {
            this.#services.push(service);
            this.#registrations.emit('registered');
          },
        },
      },
      properties: {
        IsStatusNotifierHostRegistered: { type: 'b', access: 'read', value: true },
        ProtocolVersion: { type: 'i', access: 'read', value: 0 },
        RegisteredStatusNotifierItems: {
          type: 'as',
          access: 'read',
          get: () => this.#services,
        },
      },
    });
  }
}
