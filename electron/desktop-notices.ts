import { join } from 'node:path';
import { app, Notification } from 'electron';
import { type Announcers, type AnnouncersParts, startAnnouncers } from './announcers.ts';
import { literalBodyOn } from './desktop/notification-markup.ts';
import { Notifier } from './desktop/notifier.ts';
import { systemFormat } from './system-format.ts';

/**
 * Tells what the user should know by notifications of the desktop, from now on. `close` takes back
 * what still stands: a click on it would reach nobody.
 */
export function startDesktopNotices(parts: Omit<AnnouncersParts, 'format' | 'notify'>): Announcers {
  const notifier = new Notifier({
    Notification,
    iconPath: iconPath(),
    literalBody: literalBodyOn(process.platform),
    logger: parts.logger,
  });
  const announcers = startAnnouncers({
    ...parts,
    format: systemFormat,
    notify: (notice) => notifier.show(notice),
  });
  return {
    ...announcers,
    close: () => {
      announcers.close();
      notifier.close();
    },
  };
}

/** Linux shows the icon that comes with a notification; other systems know the program's own. */
function iconPath(): string | null {
  return process.platform === 'linux'
    ? join(app.getAppPath(), 'assets', 'app', 'icons', '256x256.png')
    : null;
}
