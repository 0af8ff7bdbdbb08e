import { EventEmitter, once } from 'node:events';
import { type DefinedInterface, defineInterface, type MessageBus, sessionBus } from 'dbus-native';

const SERVICE = 'org.freedesktop.login1';
const PRIMARY_OWNER = 1;

/**
 * The part of systemd-logind that tells of sleep and shutdown, on a bus of the test's own, which the
 * program is given as the system bus. Nobody is made to wait: a lock is asked for and not given.
 */
export class LoginManager {
  readonly #bus: MessageBus;
  readonly #asked: string[] = [];
  readonly #asking = new EventEmitter();
  readonly #interface: DefinedInterface;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    this.#interface = this.#define();
  }

  static async start(busAddress: string): Promise<LoginManager> {
    const bus = sessionBus({ busAddress });
    const manager = new LoginManager(bus);
    await bus.export('/org/freedesktop/login1', manager.#interface);
    const { result } = await bus.ownName(SERVICE);
    if (result !== PRIMARY_OWNER) {
      throw new Error(`Somebody else is ${SERVICE} on this bus.`);
    }
    return manager;
  }

  /** Resolves once the program has asked that this (`sleep`, `shutdown`) waits for it. */
  async askedToDelay(what: 'sleep' | 'shutdown'): Promise<void> {
    while (!this.#asked.includes(what)) {
      await once(this.#asking, 'asked');
    }
  }

  /** Tells that the machine goes to sleep, or that it has woken up. */
  sleep(isStarting: boolean): void {
    this.#interface.emit.PrepareForSleep?.(isStarting);
  }

  /** Tells that the machine is about to shut down. */
  shutDown(): void {
    this.#interface.emit.PrepareForShutdown?.(true);
  }

  async close(): Promise<void> {
    await this.#bus.close();
  }

  #define(): DefinedInterface {
    return defineInterface({
      name: `${SERVICE}.Manager`,
      methods: {
        Inhibit: {
          in: { what: 's', who: 's', why: 's', mode: 's' },
          out: { fd: 's' },
          handler: ({ what }: { what: string }) => {
            this.#asked.push(what);
            this.#asking.emit('asked');
            throw new Error('No lock can be given here');
          },
        },
      },
      signals: {
        PrepareForSleep: { args: { start: 'b' } },
        PrepareForShutdown: { args: { start: 'b' } },
      },
    });
  }
}
