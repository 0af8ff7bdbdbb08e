import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  screen,
  Tray,
} from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import type { Logger } from '../../shared/logger.ts';
import type { PageHash } from './main-window.ts';
import { menuLabel } from './menu-label.ts';
import { trayConduct } from './tray-conduct.ts';
import { type TrayIcon, trayIconFiles, trayIconName } from './tray-icon.ts';
import type { TrayAction, TrayMenuItem, TrayView } from './tray-menu.ts';

interface TrayServiceOptions {
  /** The folder `assets/tray`. */
  readonly iconFolder: string;
  readonly onAction: (action: TrayAction) => void;
  readonly onPage: (address: PageHash) => void;
  readonly logger: Logger;
}

const CONDUCT = trayConduct(process.platform);

/** The icon in the panel. Each part is set only when it changed: panels flicker otherwise. */
export class TrayService {
  readonly #options: TrayServiceOptions;
  readonly #images = new Map<string, NativeImage>();
  #tray: Tray | null = null;
  /** What the icon in the panel shows; null where there is none. */
  #shown: TrayView | null = null;
  /** What it shall show. */
  #wanted: TrayView | null = null;
  #isMenuOpen = false;
  #scaleFactor = 1;
  readonly #followDensity = (): void => this.#drawForDensity();

  constructor(options: TrayServiceOptions) {
    this.#options = options;
  }

  /** Shows this view, creating the icon at the first call. */
  show(view: TrayView): void {
    this.#wanted = view;
    const before = this.#shown;
    const tray = this.#tray ?? this.#create();
    if (before !== null && trayIconName(before.icon) !== trayIconName(view.icon)) {
      tray.setImage(this.#image(view.icon));
    }
    if (before?.tooltip !== view.tooltip) {
      tray.setToolTip(view.tooltip);
    }
    const menu =
      before !== null && this.#isMenuOpen && !CONDUCT.renewsOpenMenu ? before.menu : view.menu;
    if (JSON.stringify(menu) !== JSON.stringify(before?.menu)) {
      tray.setContextMenu(this.#menu(menu));
    }
    this.#shown = { ...view, menu };
  }

  /**
   * Puts the icon up anew. On Linux one that was put up while there was no panel stays without a
   * place for good, even when a panel comes.
   */
  renew(): void {
    const view = this.#wanted;
    if (view !== null && this.#tray !== null) {
      this.close();
      this.show(view);
    }
  }

  /** What is shown now; for tests and diagnostics. */
  get view(): TrayView | null {
    return this.#shown;
  }

  /** Takes the icon out of the panel. */
  close(): void {
    if (this.#tray !== null) {
      // Only then: before Electron is ready there is no `screen` to be asked.
      screen.off('display-metrics-changed', this.#followDensity);
      this.#tray.destroy();
      this.#tray = null;
    }
    this.#shown = null;
    this.#isMenuOpen = false;
    this.#images.clear();
  }

  #create(): Tray {
    const { icon } = this.#wanted ?? { icon: { state: 'working', hasDot: false } };
    this.#scaleFactor = screen.getPrimaryDisplay().scaleFactor;
    const tray = new Tray(this.#image(icon));
    if (CONDUCT.clickOpensWindow) {
      tray.on('click', () => this.#options.onAction('open'));
    }
    screen.on('display-metrics-changed', this.#followDensity);
    this.#tray = tray;
    return tray;
  }

  #drawForDensity(): void {
    const { scaleFactor } = screen.getPrimaryDisplay();
    if (scaleFactor !== this.#scaleFactor && this.#tray !== null && this.#shown !== null) {
      this.#scaleFactor = scaleFactor;
      this.#images.clear();
      this.#tray.setImage(this.#image(this.#shown.icon));
    }
  }

  #menu(items: readonly TrayMenuItem[]): Menu {
    const menu = Menu.buildFromTemplate(items.map((item) => this.#item(item)));
    menu.on('menu-will-show', () => {
      this.#isMenuOpen = true;
    });
    menu.on('menu-will-close', () => {
      this.#isMenuOpen = false;
      // What came meanwhile is shown the next time; what was just chosen comes first.
      setImmediate(() => {
        if (this.#tray !== null && this.#wanted !== null && !this.#isMenuOpen) {
          this.show(this.#wanted);
        }
      });
    });
    return menu;
  }

  #item(item: TrayMenuItem): MenuItemConstructorOptions {
    const { onAction, onPage } = this.#options;
    switch (item.kind) {
      case 'text':
        return { label: menuLabel(item.label), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return { label: menuLabel(item.label), click: () => onAction(item.action) };
      case 'page':
        return { label: menuLabel(item.label), click: () => onPage(item.address) };
      default:
        return assertNever(item);
    }
  }

  #image(icon: TrayIcon): NativeImage {
    const name = trayIconName(icon);
    const kept = this.#images.get(name);
    if (kept !== undefined) {
      return kept;
    }
    const image = nativeImage.createEmpty();
    for (const part of trayIconFiles(icon, process.platform, this.#scaleFactor)) {
      const file = join(this.#options.iconFolder, part.file);
      image.addRepresentation({ scaleFactor: part.scaleFactor, buffer: readFileSync(file) });
    }
    if (image.isEmpty()) {
      this.#options.logger.error('The tray icon could not be loaded', { name });
    }
    image.setTemplateImage(process.platform === 'darwin');
    this.#images.set(name, image);
    return image;
  }
}
