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
import { menuLabel } from './menu-label.ts';
import { type TrayIconState, trayIconFiles } from './tray-icon.ts';
import type { TrayAction, TrayMenuItem, TrayView } from './tray-menu.ts';

interface TrayServiceOptions {
  /** The folder `assets/tray`. */
  readonly iconFolder: string;
  readonly onAction: (action: TrayAction) => void;
  readonly logger: Logger;
}

/** The icon in the panel. Each part is set only when it changed: panels flicker otherwise. */
export class TrayService {
  readonly #options: TrayServiceOptions;
  readonly #images = new Map<TrayIconState, NativeImage>();
  #tray: Tray | null = null;
  #shown: TrayView | null = null;
  #menuText = '';

  constructor(options: TrayServiceOptions) {
    this.#options = options;
  }

  /** Shows this view, creating the icon at the first call. */
  show(view: TrayView): void {
    const before = this.#shown;
    this.#shown = view;
    if (this.#tray === null) {
      this.#tray = new Tray(this.#image(view.icon));
      this.#tray.on('click', () => this.#options.onAction('open'));
    } else if (before?.icon !== view.icon) {
      this.#tray.setImage(this.#image(view.icon));
    }
    if (before?.tooltip !== view.tooltip) {
      this.#tray.setToolTip(view.tooltip);
    }
    const menuText = JSON.stringify(view.menu);
    if (menuText !== this.#menuText) {
      this.#menuText = menuText;
      this.#tray.setContextMenu(Menu.buildFromTemplate(view.menu.map((item) => this.#item(item))));
    }
  }

  /** What is shown now; for tests and diagnostics. */
  get view(): TrayView | null {
    return this.#shown;
  }

  /** Takes the icon out of the panel. */
  close(): void {
    this.#tray?.destroy();
    this.#tray = null;
    this.#images.clear();
  }

  #item(item: TrayMenuItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'text':
        return { label: menuLabel(item.label), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return { label: menuLabel(item.label), click: () => this.#options.onAction(item.action) };
      default:
        return assertNever(item);
    }
  }

  #image(state: TrayIconState): NativeImage {
    const kept = this.#images.get(state);
    if (kept !== undefined) {
      return kept;
    }
    const image = nativeImage.createEmpty();
    const scaleFactor = screen.getPrimaryDisplay().scaleFactor;
    for (const part of trayIconFiles(state, process.platform, scaleFactor)) {
      const file = join(this.#options.iconFolder, part.file);
      image.addRepresentation({ scaleFactor: part.scaleFactor, buffer: readFileSync(file) });
    }
    if (image.isEmpty()) {
      this.#options.logger.error('The tray icon could not be loaded', { state });
    }
    image.setTemplateImage(process.platform === 'darwin');
    this.#images.set(state, image);
    return image;
  }
}
