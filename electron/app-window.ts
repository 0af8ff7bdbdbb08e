import { join } from 'node:path';
import { app, session } from 'electron';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { APP_PAGE_URL, createAppProtocolHandler } from './desktop/app-protocol.ts';
import { Artwork } from './desktop/artwork.ts';
import { ArtworkFetcher } from './desktop/artwork-fetcher.ts';
import { MainWindow } from './desktop/main-window.ts';
import { type DevelopmentSurface, pageUrl } from './desktop/request-policy.ts';
import type { Routes } from './network/routes.ts';
import { printMark } from './startup-marks.ts';
import type { SettingsStore } from './storage/settings.ts';

export interface AppWindowParts {
  readonly surface: DevelopmentSurface;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly routes: Routes;
  /** The service on this machine whose artwork may be shown; null for none. */
  readonly localApiUrl: () => string | null;
}

export interface AppWindow {
  readonly window: MainWindow;
  close(): Promise<void>;
}

/** The window with what its page is served: its own files and artwork, over the app's protocol. */
export function createAppWindow(parts: AppWindowParts): AppWindow {
  const { surface, settings, clock, logger, localApiUrl } = parts;
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
    pageUrl: pageUrl(APP_PAGE_URL, surface),
    preloadPath: inApp('out', 'preload', 'preload.cjs'),
    iconPath: inApp('assets', 'app', 'icons', '256x256.png'),
    bounds: {
      read: () => settings.read().windowBounds,
      write: (windowBounds) => settings.update({ windowBounds }),
    },
    logger,
  });
  window.contentReady.subscribe(() => printMark('window-content', { packaged }));
  window.closed.subscribe(() => artwork.clear());
  return {
    window,
    close: async () => {
      window.close();
      await fetcher.close();
    },
  };
}
