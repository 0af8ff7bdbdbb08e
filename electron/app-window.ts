import { join } from 'node:path';
import { app, nativeTheme, session } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { withPageFormat } from '../shared/page-format.ts';
import type { Signal } from '../shared/signal.ts';
import { APP_PAGE_URL, createAppProtocolHandler } from './desktop/app-protocol.ts';
import { followAppearance } from './desktop/appearance.ts';
import { Artwork } from './desktop/artwork.ts';
import { ArtworkFetcher } from './desktop/artwork-fetcher.ts';
import { MainWindow } from './desktop/main-window.ts';
import { type DevelopmentSurface, pageUrl } from './desktop/request-policy.ts';
import type { Routes } from './network/routes.ts';
import { printMark } from './startup-marks.ts';
import type { SettingsStore } from './storage/settings.ts';
import { systemFormat } from './system-format.ts';
import type { WindowViewKeeper } from './window-view-keeper.ts';

export interface AppWindowParts {
  readonly surface: DevelopmentSurface;
  readonly settings: SettingsStore;
  readonly views: WindowViewKeeper;
  /** Told when a setting has changed, by the page or by a key. */
  readonly settingsChanged: Signal<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly routes: Routes;
  /** The service on this machine whose artwork may be shown; null for none. */
  readonly localApiUrl: () => string | null;
  readonly quit: () => void;
}

export interface AppWindow {
  readonly window: MainWindow;
  close(): Promise<void>;
}

/** The window with what its page is served: its own files and artwork, over the app's protocol. */
export function createAppWindow(parts: AppWindowParts): AppWindow {
  const { surface, settings, views, settingsChanged, clock, logger, localApiUrl, quit } = parts;
  const { packaged } = surface;
  const inApp = (...path: readonly string[]): string => join(app.getAppPath(), ...path);
  const fetcher = new ArtworkFetcher(parts.routes);
  const artwork = new Artwork({
    fetchArtwork: (url, signal) => fetcher.fetch(url, signal),
    localApiUrl,
    clock,
    logger,
  });
  const handleAppProtocol = createAppProtocolHandler({
    pageRoot: inApp('out', 'renderer'),
    artwork: (url) => artwork.respond(url),
    logger,
  });
  session.defaultSession.protocol.handle('app', handleAppProtocol);
  const window = new MainWindow({
    packaged,
    // Read at each opening: formats can be changed while the tray goes on for weeks.
    get pageUrl() {
      return withPageFormat(pageUrl(APP_PAGE_URL, surface), systemFormat());
    },
    preloadPath: inApp('out', 'preload', 'preload.cjs'),
    iconPath: inApp('assets', 'app', 'icons', '256x256.png'),
    bounds: {
      read: () => settings.read().windowBounds,
      write: (windowBounds) => settings.update({ windowBounds }),
    },
    view: {
      address: () => views.read()?.address ?? null,
      turnTo: (address) => views.turnTo(address),
    },
    zoom: {
      read: () => settings.read().zoomPercent,
      write: (zoomPercent) => {
        settings.update({ zoomPercent });
        settingsChanged.emit();
      },
    },
    quit,
    clock,
    logger,
  });
  followAppearance({
    theme: nativeTheme,
    chosen: () => settings.read().appearance,
    changed: settingsChanged,
  });
  settingsChanged.subscribe(() => window.applyZoom());
  window.contentReady.subscribe(() => printMark('window-content', { packaged }));
  window.closed.subscribe(() => {
    artwork.clear();
    views.write();
  });
  return {
    window,
    close: async () => {
      window.close();
      await fetcher.close();
    },
  };
}
