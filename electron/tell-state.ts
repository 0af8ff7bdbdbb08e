import type { IpcContract } from '../shared/ipc-contract.ts';
import type { EventPayload } from '../shared/ipc-derived.ts';
import type { Logger } from '../shared/logger.ts';
import type { Listenable } from '../shared/signal.ts';
import type { UpdateState } from '../shared/update-state.ts';
import type { NetworkReturn } from './desktop/network-return.ts';
import { type EventTarget, sendEvent } from './ipc/send-event.ts';
import { visibleSettings } from './ipc/settings-handlers.ts';
import type { NoticeBoard } from './notice-board.ts';
import type { SettingsStore } from './storage/settings.ts';
import type { TrayPresenter } from './tray-presenter.ts';
import type { WatchHost } from './watch-host.ts';

export interface TellStateParts {
  readonly host: WatchHost;
  readonly notices: NoticeBoard;
  readonly presenter: TrayPresenter;
  readonly network: NetworkReturn;
  /** The open window; null while there is none. */
  readonly window: () => EventTarget | null;
  readonly settings: SettingsStore;
  readonly settingsChanged: Listenable<void>;
  /** Checks are to come more or less often, or sooner, than was said. */
  readonly paceChanged: Listenable<void>;
  readonly updatesChanged: Listenable<UpdateState>;
  readonly logger: Logger;
}

/**
 * Tells tray and window whatever changes, from now on.
 *
 * @returns tells how things stand at this moment, for the start.
 */
export function tellState(parts: TellStateParts): () => Promise<void> {
  const { host, notices, presenter, network, logger } = parts;

  const tell = <G extends keyof IpcContract, N extends keyof IpcContract[G]['events'] & string>(
    group: G,
    name: N,
    payload: EventPayload<G, N>,
  ): void => {
    const window = parts.window();
    if (window === null) {
      return;
    }
    try {
      sendEvent(window, group, name, payload);
    } catch (error) {
      // Whoever has news, a pass for one, must not fail because it cannot be shown.
      logger.error('The window could not be told', { group, name, reason: String(error) });
    }
  };
  const tellSession = (): void => {
    const snapshot = host.watch.snapshot();
    presenter.sessionChanged(snapshot);
    network.setWaiting(snapshot.state.kind === 'offline' || snapshot.service.kind === 'offline');
    tell('session', 'changed', snapshot);
  };

  const tellLibrary = async (): Promise<void> => {
    const status = await host.watch.library.status();
    presenter.statusChanged(status);
    tell('library', 'changed', status);
  };

  /** A changed budget or interval holds at once, also for what waits for the former one. */
  const reconsider = (): void => {
    host.watch.library.reconsider();
    tellLibrary().catch((error: unknown) => {
      logger.error('The library could not be told', { reason: String(error) });
    });
  };

  host.sessionChanged.subscribe(tellSession);
  host.statusChanged.subscribe((status) => {
    presenter.statusChanged(status);
    tell('library', 'changed', status);
  });
  host.changesArrived.subscribe(({ count }) => {
    presenter.changesArrived();
    tell('changes', 'arrived', { count });
  });
  parts.settingsChanged.subscribe(() => {
    tell('settings', 'changed', visibleSettings(parts.settings.read()));
    // What is shown of the session, such as the redirect URIs, follows from the settings.
    tellSession();
    reconsider();
  });
  parts.paceChanged.subscribe(reconsider);
  parts.updatesChanged.subscribe((state) => tell('updates', 'changed', state));
  notices.changed.subscribe((all) => tell('app', 'notices', [...all]));
  return async () => {
    tellSession();
    presenter.statusChanged(await host.watch.library.status());
  };
}
