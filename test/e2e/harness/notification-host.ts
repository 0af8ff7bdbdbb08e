import { EventEmitter, once } from 'node:events';
import { type DefinedInterface, defineInterface, type MessageBus, sessionBus } from 'dbus-native';

const SERVICE = 'org.freedesktop.Notifications';
const PRIMARY_OWNER = 1;
/** Why a notification went away, as the specification counts. */
const DISMISSED_BY_USER = 2;
const CLOSED_BY_CALL = 3;

/** A notification as it came over the bus. */
export interface ReceivedNotification {
  readonly id: number;
  readonly app: string;
  readonly title: string;
  readonly body: string;
  /** The keys of what can be done; `default` is a click on the notification itself. */
  readonly actions: readonly string[];
}

interface NotifyCall {
  readonly app: string;
  readonly replacesId: number;
  readonly summary: string;
  readonly body: string;
  /** Key and label in turn. */
  readonly actions: readonly string[];
}

/**
 * The part of a desktop that shows notifications, on a bus of the test's own: the protocol
 * org.freedesktop.Notifications 1.2, which is how one reaches the user on Linux.
 */
export class NotificationHost {
  readonly #bus: MessageBus;
  readonly #capabilities: readonly string[];
  readonly #received: ReceivedNotification[] = [];
  readonly #standing = new Set<number>();
  readonly #arrivals = new EventEmitter();
  readonly #interface: DefinedInterface;

  private constructor(bus: MessageBus, capabilities: readonly string[]) {
    this.#bus = bus;
    this.#capabilities = capabilities;
    this.#interface = this.#define();
  }

  /**
   * Rejects where somebody else shows notifications on this bus already.
   *
   * @param more what this desktop can do beyond a text and a click, such as `body-markup`
   */
  static async start(busAddress: string, ...more: readonly string[]): Promise<NotificationHost> {
    const bus = sessionBus({ busAddress });
    const host = new NotificationHost(bus, ['actions', 'body', ...more]);
    await bus.export('/org/freedesktop/Notifications', host.#interface);
    const { result } = await bus.ownName(SERVICE);
    if (result !== PRIMARY_OWNER) {
      throw new Error(`Somebody else is ${SERVICE} on this bus.`);
    }
    return host;
  }

  /** Every notification so far, in the order in which they came. */
  get received(): readonly ReceivedNotification[] {
    return this.#received;
  }

  /** Those that nobody has closed yet. */
  get standing(): readonly ReceivedNotification[] {
    return this.#received.filter(({ id }) => this.#standing.has(id));
  }

  /** The first notification; waits for it where there was none yet. */
  async first(): Promise<ReceivedNotification> {
    if (this.#received.length === 0) {
      await once(this.#arrivals, 'received');
    }
    const [first] = this.#received;
    if (first === undefined) {
      throw new Error('No notification came.');
    }
    return first;
  }

  /** The user puts it aside unread. */
  dismiss({ id }: ReceivedNotification): void {
    this.#close(id, DISMISSED_BY_USER);
  }

  /** Does what a desktop does at a click: tells of it, then takes the notification away. */
  click({ id, actions }: ReceivedNotification): void {
    if (!actions.includes('default')) {
      throw new Error('This notification cannot be clicked.');
    }
    this.#interface.emit.ActionInvoked?.(id, 'default');
    this.#close(id, DISMISSED_BY_USER);
  }

  async close(): Promise<void> {
    await this.#bus.close();
  }

  #receive({ app, replacesId, summary, body, actions }: NotifyCall): number {
    const id = replacesId === 0 ? this.#received.length + 1 : replacesId;
    const keys = actions.filter((_, index) => index % 2 === 0);
    this.#received.push({ id, app, title: summary, body, actions: keys });
    this.#standing.add(id);
    this.#arrivals.emit('received');
    return id;
  }

  #close(id: number, reason: number): void {
    if (this.#standing.delete(id)) {
      this.#interface.emit.NotificationClosed?.(id, reason);
    }
  }

  #define(): DefinedInterface {
    return defineInterface({
      name: SERVICE,
      methods: {
        GetCapabilities: { out: { capabilities: 'as' }, handler: () => [...this.#capabilities] },
        GetServerInformation: {
          out: { name: 's', vendor: 's', version: 's', specVersion: 's' },
          handler: () => ({
            name: 'Cratewatch test',
            vendor: 'Cratewatch',
            version: '1',
            specVersion: '1.2',
          }),
        },
        Notify: {
          in: {
            app: 's',
            replacesId: 'u',
            icon: 's',
            summary: 's',
            body: 's',
            actions: 'as',
            hints: 'a{sv}',
            expireTimeout: 'i',
          },
          out: { id: 'u' },
          handler: (call: NotifyCall) => this.#receive(call),
        },
        CloseNotification: {
          in: { id: 'u' },
          handler: ({ id }: { id: number }) => this.#close(id, CLOSED_BY_CALL),
        },
      },
      signals: {
        ActionInvoked: { args: { id: 'u', action: 's' } },
        NotificationClosed: { args: { id: 'u', reason: 'u' } },
      },
    });
  }
}
