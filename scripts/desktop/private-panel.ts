import { defineInterface, sessionBus } from 'dbus-native';

const WATCHER = 'org.kde.StatusNotifierWatcher';

export interface PrivatePanel {
  readonly env: Readonly<Record<string, never>>;
  end(): Promise<void>;
}

/**
 * A panel that takes tray icons and shows them to nobody, as every ordinary desktop has one: without
 * it Cratewatch would say that there is no place for its icon.
 */
export async function startPrivatePanel(busAddress: string): Promise<PrivatePanel> {
  const bus = sessionBus({ busAddress });
  await bus.export(
    '/StatusNotifierWatcher',
    defineInterface({
      name: WATCHER,
      methods: { RegisterStatusNotifierItem: { in: { service: 's' }, handler: () => undefined } },
      properties: {
        IsStatusNotifierHostRegistered: { type: 'b', access: 'read', value: true },
        ProtocolVersion: { type: 'i', access: 'read', value: 0 },
        RegisteredStatusNotifierItems: { type: 'as', access: 'read', value: [] },
      },
    }),
  );
  await bus.ownName(WATCHER);
  return { env: {}, end: async () => void (await bus.close()) };
}
