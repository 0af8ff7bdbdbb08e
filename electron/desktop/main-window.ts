import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog, Menu, nativeTheme, screen, type WebContents } from 'electron';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { type Listenable, Signal } from '../../shared/signal.ts';
import { type ZoomMove, zoomAfter } from '../../shared/zoom-step.ts';
import { applicationMenu } from './application-menu.ts';
import { watchForHanging } from './hung-window.ts';
import { endWhenLate } from './late-window.ts';
import { PAGE_BACKGROUND } from './page-background.ts';
import { WAIT_FOR_FIRST_CONTENT, WAIT_FOR_SETTLED_CONTENT } from './page-readiness.ts';
import { type Bounds, fitToDisplays, MIN_WINDOW_SIZE } from './window-bounds.ts';
import { windowPreferences } from './window-preferences.ts';

export interface BoundsStore {
  read(): Bounds | null;
  write(bounds: Bounds): void;
}

/** How large everything in the window is, in percent. */
export interface ZoomStore {
  read(): number;
  /** The user pressed a key or turned the wheel. */
  write(zoomPercent: number): void;
}

/** A page of the window: the end of its address, so that it can never lead to another origin. */
export type PageHash = `#/${string}`;

/** Where in its pages the window was left. */
export interface ViewStore {
  /** Null where nothing is kept; the window then opens at its first page. */
  address(): PageHash | null;
  /** The window opens at a page that somebody named. */
  turnTo(address: PageHash): void;
}

interface MainWindowOptions {
  readonly packaged: boolean;
  readonly pageUrl: string;
  readonly preloadPath: string;
  /** PNG for the task bar; Windows and macOS take it from the program itself. */
  readonly iconPath: string;
  readonly bounds: BoundsStore;
  readonly view: ViewStore;
  readonly zoom: ZoomStore;
  readonly quit: () => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * The one window. It exists only while it is open: closing destroys it and its renderer process,
 * and the watch goes on without it.
 */
export class MainWindow {
  readonly #options: MainWindowOptions;
  readonly #closed = new Signal<void>();
  readonly #contentReady = new Signal<void>();
  readonly #focused = new Signal<void>();
  readonly #crashed = new Signal<void>();
  #window: BrowserWindow | null = null;
  #hasMenuBar = false;
  /** Nobody has asked for the window, or turned to it. */
  #isUnasked = false;

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  /** The window is gone, and its renderer process with it. */
  get closed(): Listenable<void> {
    return this.#closed;
  }

  /** The page shows its first content. */
  get contentReady(): Listenable<void> {
    return this.#contentReady;
  }

  /** The window's process ended by itself or never got anywhere, and the window is gone. */
  get crashed(): Listenable<void> {
    return this.#crashed;
  }

  /** Where events are sent; null while no window is open. */
  get webContents(): WebContents | null {
    return this.#window?.webContents ?? null;
  }

  /** The user has turned to the window. */
  get focused(): Listenable<void> {
    return this.#focused;
  }

  /** Whether the user has it before them. */
  get isFocused(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  /**
   * Opens the window, or brings the open one to the front.
   *
   * @param hash the page to show; left out, the window is where it was left
   */
  open(hash: PageHash | null = null): void {
    this.#isUnasked = false;
    if (this.#window === null) {
      this.#window = this.#create(hash);
      return;
    }
    if (hash !== null) {
      this.#turnTo(hash, this.#window.webContents);
    }
    if (this.#window.isMinimized()) {
      this.#window.restore();
    }
    this.#window.show();
    this.#window.focus();
  }

  /** Opens the window where none is open, without taking the keyboard from what the user does. */
  openUnasked(): void {
    if (this.#window === null) {
      this.#isUnasked = true;
      this.#window = this.#create(null);
    }
  }

  /** Closes what `openUnasked` has opened, as long as nobody has turned to it. */
  closeUnasked(): void {
    if (this.#isUnasked) {
      this.close();
    }
  }

  /** Closes the window if there is one; the page is not asked. */
  close(): void {
    if (this.#window !== null) {
      this.#options.bounds.write(this.#window.getNormalBounds());
      this.#window.destroy();
    }
  }

  /** Shows everything as large as is set now. */
  applyZoom(): void {
    const contents = this.webContents;
    const factor = this.#options.zoom.read() / 100;
    if (contents !== null && contents.getZoomFactor() !== factor) {
      contents.setZoomFactor(factor);
    }
  }

  /** Shows the menu, with a way to quit; for a desktop without a tray. */
  showMenuBar(isShown: boolean): void {
    if (isShown !== this.#hasMenuBar) {
      this.#hasMenuBar = isShown;
      if (this.#window !== null) {
        this.#setApplicationMenu();
        this.#window.setMenuBarVisibility(isShown);
      }
    }
  }

  /**
   * Writes a picture of the window (PNG) once its content has come to rest.
   * @throws when no window is open, it closes meanwhile, or its page has no content after 20 s.
   */
  async capture(file: string): Promise<void> {
    const contents = this.webContents;
    if (contents === null) {
      throw new Error('There is no window to take a picture of.');
    }
    await contents.executeJavaScript(WAIT_FOR_SETTLED_CONTENT);
    const image = await contents.capturePage();
    await writeFile(file, image.toPNG());
  }

  #create(hash: PageHash | null): BrowserWindow {
    const { packaged, pageUrl, preloadPath, iconPath, bounds, view, clock, logger } = this.#options;
    this.#setApplicationMenu();
    const window = new BrowserWindow({
      ...fitToDisplays(bounds.read(), workAreas()),
      minWidth: MIN_WINDOW_SIZE.width,
      minHeight: MIN_WINDOW_SIZE.height,
      title: 'Cratewatch',
      icon: iconPath,
      show: false,
      backgroundColor: backgroundColour(),
      webPreferences: windowPreferences({ packaged, preloadPath }),
    });
    window.setMenuBarVisibility(this.#hasMenuBar);
    window.once('ready-to-show', () => {
      if (this.#isUnasked) {
        window.showInactive();
      } else {
        window.show();
      }
    });
    window.on('page-title-updated', (event) => event.preventDefault());

    const followTheme = (): void => window.setBackgroundColor(backgroundColour());
    nativeTheme.on('updated', followTheme);
    window.on('focus', () => {
      this.#isUnasked = false;
      this.#focused.emit();
    });
    window.on('close', () => bounds.write(window.getNormalBounds()));
    window.on('closed', () => {
      nativeTheme.off('updated', followTheme);
      this.#window = null;
      this.#isUnasked = false;
      this.#closed.emit();
    });

    // As soon as there is a page, so that it is never drawn in another size first.
    window.webContents.on('did-navigate', () => this.applyZoom());
    window.webContents.on('zoom-changed', (_event, direction) => this.#zoom(direction));
    const giveUp = (): void => {
      window.destroy();
      this.#crashed.emit();
    };
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      logger.error('The window’s process ended; the window is closed', { reason, exitCode });
      giveUp();
    });
    watchForHanging(window, {
      ask: (question) => dialog.showMessageBox(question),
      openAnew: () => {
        window.destroy();
        this.open();
      },
      logger,
    });
    endWhenLate(window, {
      clock,
      endPage: () => {
        window.webContents.forcefullyCrashRenderer();
        // Not left to the event of its end: a process that stands still may take its time to go.
        giveUp();
      },
      logger,
    });
    window.webContents.on('did-fail-load', (_event, code, description) => {
      logger.error('The page could not be loaded', { code, description });
    });
    window.webContents.once('did-finish-load', () => this.#tellWhenReady(window.webContents));
    window.webContents.on('preload-error', (_event, _path, error) => {
      logger.error('The preload script failed', { reason: String(error) });
    });
    if (hash !== null) {
      view.turnTo(hash);
    }
    void window.loadURL(`${pageUrl}${hash ?? view.address() ?? ''}`).catch((error: unknown) => {
      logger.error('The page could not be loaded', { reason: String(error) });
      if (!window.isDestroyed()) {
        window.show();
      }
    });
    return window;
  }

  #setApplicationMenu(): void {
    const { packaged, quit } = this.#options;
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        applicationMenu({
          platform: process.platform,
          packaged,
          onZoom: (move) => this.#zoom(move),
          onQuit: this.#hasMenuBar ? quit : null,
        }),
      ),
    );
  }

  #zoom(move: ZoomMove): void {
    const { zoom } = this.#options;
    zoom.write(zoomAfter(zoom.read(), move));
    this.applyZoom();
  }

  /** Electron runs this once the page is loaded, so one that is still loading gets there too. */
  #turnTo(hash: PageHash, contents: WebContents): void {
    contents
      .executeJavaScript(`location.hash = ${JSON.stringify(hash)}; null`)
      .catch((error: unknown) => {
        // The window was closed meanwhile; there is nothing to turn.
        this.#options.logger.debug('The page went away early', { reason: String(error) });
      });
  }

  #tellWhenReady(contents: WebContents): void {
    contents.executeJavaScript(WAIT_FOR_FIRST_CONTENT).then(
      () => this.#contentReady.emit(),
      (error: unknown) => {
        // The window was closed before it had content; there is nobody to tell.
        this.#options.logger.debug('The page went away early', { reason: String(error) });
      },
    );
  }
}

function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? PAGE_BACKGROUND.dark : PAGE_BACKGROUND.light;
}

function workAreas(): readonly Bounds[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
