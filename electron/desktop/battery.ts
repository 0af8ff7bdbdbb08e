import type { Clock, Timer } from '../../shared/clock.ts';
import { Signal } from '../../shared/signal.ts';
import { hasBattery, isOnBattery, type PowerSupply } from './power-supplies.ts';

/** Nobody waits for it: what follows is only how soon the next check is. */
const LOOK_EVERY_MS = 10 * 60_000;

type BatteryEvent = 'on-ac' | 'on-battery';

/** The part of Electron's `powerMonitor` that is used. */
export interface BatterySource {
  isOnBatteryPower(): boolean;
  on(event: BatteryEvent, listener: () => void): unknown;
  off(event: BatteryEvent, listener: () => void): unknown;
}

export interface BatteryParts {
  readonly platform: NodeJS.Platform;
  readonly source: BatterySource;
  readonly readSupplies: () => Promise<readonly PowerSupply[]>;
  readonly clock: Clock;
}

/**
 * Knows whether the computer runs on its battery. macOS and Windows tell; on Linux Chromium says
 * "no" whatever is true, and the kernel is asked every ten minutes and when the machine wakes up –
 * where there is a battery at all.
 */
export class Battery {
  /** It is on battery now, or no longer. */
  readonly changed = new Signal<void>();
  readonly #parts: BatteryParts;
  #isInUse = false;
  /** The kernel has named one. At resume one may be missing for a moment: that says nothing. */
  #isThere = false;
  #timer: Timer | null = null;
  #isClosed = false;
  readonly #askSystem = (): void => this.#set(this.#parts.source.isOnBatteryPower());

  constructor(parts: BatteryParts) {
    this.#parts = parts;
  }

  get isInUse(): boolean {
    return this.#isInUse;
  }

  /** Resolves when it was asked for the first time. */
  async start(): Promise<void> {
    const { platform, source } = this.#parts;
    if (platform !== 'linux') {
      source.on('on-ac', this.#askSystem);
      source.on('on-battery', this.#askSystem);
    }
    await this.look();
  }

  /** To be called when the machine wakes up: it may have been plugged in meanwhile, or out. */
  async look(): Promise<void> {
    if (this.#parts.platform === 'linux') {
      await this.#askKernel();
    } else {
      this.#askSystem();
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
    this.#parts.source.off('on-ac', this.#askSystem);
    this.#parts.source.off('on-battery', this.#askSystem);
  }

  async #askKernel(): Promise<void> {
    const supplies = await this.#parts.readSupplies();
    this.#isThere ||= hasBattery(supplies);
    if (this.#isClosed || !this.#isThere) {
      return;
    }
    this.#set(isOnBattery(supplies));
    // One look may have come while another was under way.
    this.#timer?.cancel();
    this.#timer = this.#parts.clock.setTimer(LOOK_EVERY_MS, () => void this.#askKernel());
  }

  #set(isInUse: boolean): void {
    if (isInUse !== this.#isInUse) {
      this.#isInUse = isInUse;
      this.changed.emit();
    }
  }
}
