import { expect } from '@playwright/test';
import { DBusError, type MessageBus, Variant } from 'dbus-native';
import { z } from 'zod';

const ITEM = { path: '/StatusNotifierItem', interface: 'org.kde.StatusNotifierItem' } as const;
const MENU_INTERFACE = 'com.canonical.dbusmenu';
const NO_REPLY = 'org.freedesktop.DBus.Error.NoReply';
const PRESS_LIMIT_MS = 15_000;
/** From the root (0), of any depth (-1), with every property (none named). */
const WHOLE_MENU = [0, -1, []] as const;
/** The menu itself among its entries. */
const ROOT = 0;

/** One size of the icon: ARGB32 in network byte order, row by row. */
export interface IconPixmap {
  readonly width: number;
  readonly height: number;
  readonly argb: Buffer;
}

export interface MenuEntry {
  /** Names the entry in an event; a new layout has new ones. */
  readonly id: number;
  /** As a panel writes it; empty for a separator. */
  readonly label: string;
  readonly kind: 'separator' | 'text' | 'action';
}

const pixmaps = z.array(z.tuple([z.number(), z.number(), z.instanceof(Buffer)]));

const properties = z.object({
  Status: z.string(),
  Menu: z.string(),
  IconPixmap: pixmaps,
  /** Icon name, icon data, title, text. */
  ToolTip: z.tuple([z.string(), pixmaps, z.string(), z.string()]),
});

const layoutEntry = z.tuple([
  z.number(),
  z.object({
    type: z.string().default('standard'),
    label: z.string().default(''),
    enabled: z.boolean().default(true),
    visible: z.boolean().default(true),
  }),
  z.array(z.unknown()),
]);
/** Revision, then the root with its entries. */
const layout = z.tuple([
  z.number(),
  z.tuple([z.number(), z.record(z.string(), z.unknown()), z.array(layoutEntry)]),
]);

/**
 * An icon as a panel has it. What was read once is kept until the program's own signal says that it
 * changed, so a change without its signal stays unseen here as it would on a panel.
 */
export class StatusNotifierItem {
  readonly #bus: MessageBus;
  readonly #service: string;
  #properties: Promise<z.infer<typeof properties>> | null = null;
  #menu: Promise<readonly MenuEntry[]> | null = null;

  private constructor(bus: MessageBus, service: string) {
    this.#bus = bus;
    this.#service = service;
  }

  /** @param service the bus name that registered itself */
  static async follow(bus: MessageBus, service: string): Promise<StatusNotifierItem> {
    const item = new StatusNotifierItem(bus, service);
    bus.connection.on('message', ({ sender, member }) => {
      if (sender === service) item.#forget(member);
    });
    await bus.watch(`type='signal',sender='${service}'`);
    return item;
  }

  /** "Active" where it wants to be seen. */
  async status(): Promise<string> {
    return (await this.#read()).Status;
  }

  async tooltip(): Promise<string> {
    return (await this.#read()).ToolTip[2];
  }

  async icon(): Promise<IconPixmap> {
    const [first] = (await this.#read()).IconPixmap;
    if (first === undefined) {
      throw new Error('The tray shows no icon.');
    }
    const [width, height, argb] = first;
    return { width, height, argb };
  }

  async menu(): Promise<readonly MenuEntry[]> {
    this.#menu ??= this.#readMenu();
    return await this.#menu;
  }

  /** The menu's texts from top to bottom, without the separators. */
  async menuLabels(): Promise<readonly string[]> {
    return (await this.menu()).filter(({ kind }) => kind !== 'separator').map(({ label }) => label);
  }

  /** Opens the menu as a panel does, and holds it open. */
  async openMenu(): Promise<void> {
    const { Menu: path } = await this.#read();
    await this.#send(path, ROOT, 'opened');
  }

  /** Chooses the entry with this text; the tray follows a state a moment later, so it may come. */
  async press(label: string): Promise<void> {
    await expect(async () => {
      const menu = await this.menu();
      const entry = menu.find((one) => one.kind === 'action' && one.label === label);
      if (entry === undefined) {
        throw new Error(`The menu has no "${label}": ${(await this.menuLabels()).join(', ')}`);
      }
      // Refused where another menu has taken its place since: then it is looked for in that one.
      await this.pressEntry(entry);
    }).toPass({ timeout: PRESS_LIMIT_MS });
  }

  /** Chooses an entry of the menu as it is or was. */
  async pressEntry({ id }: Pick<MenuEntry, 'id'>): Promise<void> {
    const { Menu: path } = await this.#read();
    try {
      await this.#send(path, id, 'clicked');
    } catch (error) {
      // "Quit" may be carried out before its answer is on the way.
      if (!(error instanceof DBusError && error.dbusName === NO_REPLY)) throw error;
    }
  }

  /** Clicks the icon itself. */
  async click(): Promise<void> {
    await this.#call(ITEM.path, ITEM.interface, 'Activate', 'ii', [0, 0]);
  }

  /** Whether the program that showed it is still on the bus. */
  async isShown(): Promise<boolean> {
    return await this.#bus.nameHasOwner(this.#service);
  }

  async #send(path: string, id: number, event: 'opened' | 'clicked'): Promise<void> {
    const anyTime = 0;
    await this.#call(path, MENU_INTERFACE, 'Event', 'isvu', [
      id,
      event,
      new Variant('i', 0),
      anyTime,
    ]);
  }

  async #read(): Promise<z.infer<typeof properties>> {
    this.#properties ??= this.#call(ITEM.path, 'org.freedesktop.DBus.Properties', 'GetAll', 's', [
      ITEM.interface,
    ]).then((values) => properties.parse(values));
    return await this.#properties;
  }

  async #readMenu(): Promise<readonly MenuEntry[]> {
    const { Menu: path } = await this.#read();
    const answer = await this.#call(path, MENU_INTERFACE, 'GetLayout', 'iias', WHOLE_MENU);
    const [, [, , entries]] = layout.parse(answer);
    return entries
      .filter(([, { visible }]) => visible)
      .map(([id, { type, label, enabled }]) => ({
        id,
        label: withoutMnemonic(label),
        kind: type === 'separator' ? type : enabled ? 'action' : 'text',
      }));
  }

  async #call(
    path: string,
    interfaceName: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<unknown> {
    return await this.#bus.invoke<unknown>({
      destination: this.#service,
      path,
      interface: interfaceName,
      member,
      signature,
      body: [...body],
    });
  }

  #forget(signal: string | undefined): void {
    if (signal === 'NewIcon' || signal === 'NewToolTip' || signal === 'NewStatus') {
      this.#properties = null;
    } else if (signal === 'LayoutUpdated') {
      this.#menu = null;
    }
  }
}

/** In the menu protocol one underscore marks the key of access and two stand for one. */
function withoutMnemonic(label: string): string {
  return label.replace(/_(.)/g, '$1');
}
