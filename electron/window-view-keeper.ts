import type { Clock, Timer } from '../shared/clock.ts';
import { isPlaceOn, viewOwner } from '../shared/kept-places.ts';
import type { WindowView } from '../shared/window-view.ts';
import type { SettingsStore } from './storage/settings.ts';

/** After a crash at most this much of what was looked at is forgotten. */
const WRITE_AFTER_MS = 30_000;

export interface WindowViewKeeperParts {
  readonly settings: SettingsStore;
  /** Whether the sample library is explored: its view ends with it. */
  readonly isSample: () => boolean;
  readonly clock: Clock;
}

/**
 * Keeps what the window shows while there is none. It belongs to the account whose library that was,
 * lies with the settings, and is gone when the account is; what was looked at in the sample library
 * is never written.
 */
export class WindowViewKeeper {
  readonly #parts: WindowViewKeeperParts;
  #latest: { readonly owner: string; readonly view: WindowView } | null = null;
  #writing: Timer | null = null;

  constructor(parts: WindowViewKeeperParts) {
    this.#parts = parts;
    const { session, windowView } = parts.settings.read();
    if (windowView !== null && session === null) {
      // A disconnection was cut short.
      parts.settings.update({ windowView: null });
    }
  }

  /** Null where nothing is kept for the library of the moment. */
  read(): WindowView | null {
    const owner = this.owner;
    if (owner === null) return null;
    if (this.#latest?.owner === owner) return this.#latest.view;
    const { windowView } = this.#parts.settings.read();
    return windowView?.owner === owner ? windowView.view : null;
  }

  /** Takes what the window shows; ignored where it is of another library than that of the moment. */
  keep(owner: string, view: WindowView): void {
    if (owner !== this.owner) return;
    this.#latest = { owner, view };
    this.#writing ??= this.#parts.clock.setTimer(WRITE_AFTER_MS, () => this.write());
  }

  /** The window is opened at a page that somebody named: at its top, wherever it stood before. */
  turnTo(address: WindowView['address']): void {
    const owner = this.owner;
    if (owner === null) return;
    this.keep(owner, {
      address,
      places: (this.read()?.places ?? []).filter(({ key }) => !isPlaceOn(key, address)),
    });
  }

  /** Writes what was not written yet. */
  write(): void {
    this.#writing?.cancel();
    this.#writing = null;
    const { settings, isSample } = this.#parts;
    const latest = this.#latest;
    if (latest === null || isSample() || latest.owner !== this.owner) return;
    if (settings.read().windowView?.view !== latest.view) settings.update({ windowView: latest });
  }

  /** Deletes what is kept of a library, as when that itself is deleted. */
  forget(owner: string | null): void {
    const { settings } = this.#parts;
    if (this.#latest?.owner === owner) this.#latest = null;
    if (settings.read().windowView?.owner === owner) settings.update({ windowView: null });
  }

  /** Names the library of the moment; null where there is none. */
  get owner(): string | null {
    // From the settings, which know the account before its session has been opened.
    const accountKey = this.#parts.settings.read().session?.accountKey ?? null;
    return viewOwner(this.#parts.isSample() ? 'sample' : 'spotify', accountKey);
  }
}
