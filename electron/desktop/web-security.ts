import type { App, Event, Session, WebContents } from 'electron';
import type { Logger } from '../../shared/logger.ts';
import {
  type DevelopmentSurface,
  isNavigationAllowed,
  isRequestAllowed,
} from './request-policy.ts';

interface WebSecurityOptions extends DevelopmentSurface {
  readonly logger: Logger;
}

/**
 * Applies Electron's security checklist to every session and every web contents that will ever
 * exist, whoever creates it. To be called before Electron is ready.
 */
export function installWebSecurity(app: App, options: WebSecurityOptions): void {
  // Undoes `--no-sandbox`, without which Chromium does not run as root (in containers, for example);
  // whoever gives that switch means it, and the window's own preferences stay sandboxed.
  if (!app.commandLine.hasSwitch('no-sandbox')) {
    app.enableSandbox();
  }
  app.on('session-created', (session) => hardenSession(session, options));
  app.on('web-contents-created', (_event, contents) => hardenWebContents(contents, options));
  app.on('certificate-error', (event, _contents, url, error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
    options.logger.warn('A certificate was refused', { host: hostOf(url), error });
  });
}

/** No permissions, no devices, no downloads, no network. */
function hardenSession(session: Session, options: WebSecurityOptions): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    options.logger.warn('The page asked for a permission and was refused', { permission });
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('will-download', (event) => event.preventDefault());
  // Chromium would fetch its dictionaries from Google at each start: also while the checker is off.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, decide) => {
    const isAllowed = isRequestAllowed(details.url, options);
    if (!isAllowed) {
      options.logger.warn('A request of the page was refused', { host: hostOf(details.url) });
    }
    decide({ cancel: !isAllowed });
  });
}

/** Stays on its page, opens nothing, embeds nothing. */
function hardenWebContents(contents: WebContents, options: WebSecurityOptions): void {
  const refuseUnlessAllowed = (event: Event, url: string): void => {
    if (!isNavigationAllowed(url, options)) {
      event.preventDefault();
      options.logger.warn('The page tried to leave and was held', { host: hostOf(url) });
    }
  };
  contents.on('will-navigate', (event) => refuseUnlessAllowed(event, event.url));
  contents.on('will-frame-navigate', (event) => refuseUnlessAllowed(event, event.url));
  contents.on('will-redirect', (event) => refuseUnlessAllowed(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Enough of an address for a log: the rest could hold something private. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'unreadable';
}
