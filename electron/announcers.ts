import type { Clock } from '../shared/clock.ts';
import type { LibraryStatus } from '../shared/library-status.ts';
import type { Logger } from '../shared/logger.ts';
import type { Listenable } from '../shared/signal.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { ChangeAnnouncer } from './change-announcer.ts';
import type { MainWindow } from './desktop/main-window.ts';
import type { DesktopNotice } from './desktop/notifier.ts';
import { RenewalReminder } from './renewal-reminder.ts';
import type { SettingsStore } from './storage/settings.ts';
import { tellAtOnce } from './tell-at-once.ts';
import { TroubleAnnouncer } from './trouble-announcer.ts';
import type { WatchHost } from './watch-host.ts';

export interface AnnouncersParts {
  readonly host: WatchHost;
  readonly settings: SettingsStore;
  readonly settingsChanged: Listenable<void>;
  readonly window: Pick<MainWindow, 'open' | 'isFocused' | 'focused'>;
  readonly clock: Clock;
  readonly format: () => TextFormat;
  /** Shows it; what it returns takes it back. */
  readonly notify: (notice: DesktopNotice) => () => void;
  readonly logger: Logger;
}

export interface Announcers {
  /** The machine woke up, or its clock was set: what waits for a time may be due. */
  look(): void;
  /** Tells at once of something that went wrong, where the user wants to know of trouble now. */
  tellTrouble(notice: DesktopNotice): void;
  close(): void;
}

/** Everyone who has something to tell the user, listening to what they tell of. */
export function startAnnouncers(parts: AnnouncersParts): Announcers {
  const { host, settings, settingsChanged, window, clock, format, notify, logger } = parts;
  const common = {
    clock,
    logger,
    format,
    notify,
    open: window.open.bind(window),
    isWindowFocused: () => window.isFocused,
  };
  const changes = new ChangeAnnouncer({
    ...common,
    settings: () => settings.read(),
    watched: () => ({ library: host.watch.library, mode: host.watch.mode }),
  });
  const trouble = new TroubleAnnouncer({
    ...common,
    settings: () => settings.read(),
    told: {
      read: () => settings.read().troubleTold,
      write: (troubleTold) => settings.update({ troubleTold }),
    },
  });
  const renewal = new RenewalReminder({
    ...common,
    settings,
    openConnection: () => window.open('#/connection'),
  });

  // Until an account is watched, which a sign-in that has ended may never come to.
  let status: Pick<LibraryStatus, 'monitor' | 'unreadChanges'> = {
    monitor: { kind: 'idle' },
    unreadChanges: 0,
  };
  const tellTrouble = (): void => {
    const { mode, state, service } = host.watch.snapshot();
    const { monitor, unreadChanges } = status;
    trouble.stateChanged({ mode, session: state, service, monitor, unreadChanges });
  };
  host.sessionChanged.subscribe(() => {
    renewal.look(host.watch.snapshot());
    tellTrouble();
  });
  host.statusChanged.subscribe((now) => {
    status = now;
    changes.statusChanged(now);
    tellTrouble();
  });
  const look = (): void => {
    changes.look();
    trouble.look();
    renewal.lookAgain();
  };
  settingsChanged.subscribe(look);
  window.focused.subscribe(() => changes.windowFocused());
  return {
    look,
    tellTrouble: (notice) => tellAtOnce(notice, { ...common, settings: () => settings.read() }),
    close: () => {
      changes.close();
      trouble.close();
      renewal.close();
    },
  };
}
