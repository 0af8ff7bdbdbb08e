import { join } from 'node:path';
import { app, Notification } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { Notifier } from './desktop/notifier.ts';
import { RenewalReminder } from './renewal-reminder.ts';
import type { SettingsStore } from './storage/settings.ts';
import type { WatchHost } from './watch-host.ts';

export interface TellRenewalParts {
  readonly host: WatchHost;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Opens the window where the sign-in can be renewed. */
  readonly openConnection: () => void;
}

/**
 * Tells the coming end of the sign-in as a notification of the desktop, from now on.
 *
 * @returns ends that, and takes back what still stands
 */
export function tellRenewal({ host, ...parts }: TellRenewalParts): () => void {
  const notifier = new Notifier({
    Notification,
    // Elsewhere the system takes it from the program; here it may not be installed at all.
    iconPath:
      process.platform === 'linux'
        ? join(app.getAppPath(), 'assets', 'app', 'icons', '256x256.png')
        : null,
    logger: parts.logger,
  });
  const reminder = new RenewalReminder({ ...parts, notify: (notice) => notifier.show(notice) });
  const unsubscribe = host.sessionChanged.subscribe(() => reminder.look(host.watch.snapshot()));
  return () => {
    unsubscribe();
    reminder.close();
    notifier.close();
  };
}
