import type { Clock } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import { Signal } from '../../../shared/signal.ts';
import type {
  UpdateLook,
  UpdateOffer,
  UpdatePhase,
  UpdateState,
  UpdateWay,
} from '../../../shared/update-state.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import { LookTimer } from './look-timer.ts';
import { phaseOfLook } from './remembered-look.ts';
import type { LookResult, UpdateEngine } from './update-engine.ts';

export interface UpdateKeeperParts {
  readonly way: UpdateWay;
  /** Of the running Cratewatch. */
  readonly version: string;
  readonly settings: Pick<SettingsStore, 'read' | 'update'>;
  /** Called when something is to be done for the first time, and not before. */
  readonly loadEngine: () => Promise<UpdateEngine>;
  readonly isOnline: () => boolean;
  /** False where a look is made only when the user asks for it. */
  readonly looksByItself: boolean;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Closes Cratewatch as Quit does, and then does this last thing before the process ends. */
  readonly leave: (last: () => Promise<void>) => void;
  readonly logger: Logger;
}

type Answer = 'started' | 'not-now';

/**
 * Newer versions of Cratewatch. Nothing is asked of anybody until the user says yes; then one look a
 * day at most. What is found is only told: it is downloaded when the user asks for it, and installed
 * when the user asks for that.
 */
export class UpdateKeeper {
  readonly changed = new Signal<UpdateState>();
  readonly #parts: UpdateKeeperParts;
  readonly #timer: LookTimer;
  #phase: UpdatePhase = { kind: 'off' };
  #engine: Promise<UpdateEngine> | null = null;
  /** Counts up: what an earlier run brings concerns nobody any more. */
  #run = 0;
  #isClosed = false;

  constructor(parts: UpdateKeeperParts) {
    this.#parts = parts;
    this.#timer = new LookTimer({
      ...parts,
      lastLook: () => this.#lastLook,
      onDue: () => this.look(),
    });
    this.reconsider();
  }

  get state(): UpdateState {
    return { way: this.#parts.way, phase: this.#phase };
  }

  /** To be called when the settings have changed. */
  reconsider(): void {
    const { settings, way, version, looksByItself } = this.#parts;
    const isOn = settings.read().lookForUpdates && !this.#isClosed;
    if (isOn === (this.#phase.kind !== 'off')) {
      return;
    }
    if (!isOn) {
      this.#timer.stop();
      this.#begin({ kind: 'off' });
      void this.#withEngine((engine) => engine.discard());
      return;
    }
    this.#begin(phaseOfLook(this.#lastLook, version));
    if (looksByItself && way !== 'not-released') {
      this.#timer.start();
    }
  }

  look(): Answer {
    const { kind } = this.#phase;
    const isFree = kind === 'resting' || kind === 'not-looked' || kind === 'offered';
    if (!isFree || this.#isClosed || this.#parts.way === 'not-released') {
      return 'not-now';
    }
    void this.#look(this.#begin({ kind: 'looking' }));
    return 'started';
  }

  /** Downloads what was found. It is looked once more first: a day can lie between the two. */
  download(): Answer {
    if (this.#phase.kind !== 'offered' || this.#isClosed || this.#parts.way !== 'installs') {
      return 'not-now';
    }
    const { offer } = this.#phase;
    void this.#download(this.#begin({ kind: 'downloading', offer, receivedBytes: 0 }), offer);
    return 'started';
  }

  cancel(): void {
    if (this.#phase.kind === 'downloading') {
      this.#begin(phaseOfLook(this.#lastLook, this.#parts.version));
      void this.#withEngine((engine) => engine.cancel());
    }
  }

  /** Closes Cratewatch, installs what was downloaded and starts it. */
  install(): Answer {
    if (this.#phase.kind !== 'ready' || this.#isClosed) {
      return 'not-now';
    }
    const { offer } = this.#phase;
    void this.#install(this.#begin({ kind: 'installing', offer }), offer);
    return 'started';
  }

  /** Ends what runs; a download that is not whole counts for nothing. What was downloaded stays. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#timer.stop();
    this.#run += 1;
    await this.#withEngine((engine) => engine.cancel());
  }

  get #lastLook(): UpdateLook | null {
    return this.#parts.settings.read().updateLook;
  }

  async #look(run: number): Promise<void> {
    const result = await this.#ask();
    if (run === this.#run) {
      this.#enter(phaseOfLook(this.#remember(result), this.#parts.version));
    }
  }

  async #download(run: number, known: UpdateOffer): Promise<void> {
    const look = await this.#ask();
    if (run !== this.#run) {
      return;
    }
    if (look.kind === 'newest') {
      this.#enter(phaseOfLook(this.#remember(look), this.#parts.version));
      return;
    }
    const offer = look.kind === 'newer' ? look.offer : known;
    const offered = { kind: 'offered', offer, lookedAtMs: this.#parts.clock.nowMs() } as const;
    if (look.kind === 'failed') {
      this.#enter({ ...offered, trouble: { step: 'download', fault: look.fault } });
      return;
    }
    this.#remember(look);
    const tell = (receivedBytes: number): void => {
      if (run === this.#run) {
        this.#enter({ kind: 'downloading', offer, receivedBytes });
      }
    };
    tell(0);
    const engine = await this.#loaded();
    const result = await engine.download(tell);
    if (run !== this.#run) {
      return;
    }
    if (result.kind === 'done') {
      this.#enter({ kind: 'ready', offer, trouble: null });
    } else {
      const trouble =
        result.kind === 'failed' ? ({ step: 'download', fault: result.fault } as const) : null;
      this.#enter({ ...offered, trouble });
    }
  }

  async #install(run: number, offer: UpdateOffer): Promise<void> {
    const engine = await this.#loaded();
    const fault = await engine.prepareInstall();
    if (run !== this.#run) {
      return;
    }
    if (fault === null) {
      this.#parts.leave(() => engine.finishInstall());
    } else if (fault === 'damaged') {
      // It is of no use any more; a new download is.
      await engine.discard();
      const lookedAtMs = this.#lastLook?.atMs ?? this.#parts.clock.nowMs();
      this.#enter({ kind: 'offered', offer, lookedAtMs, trouble: { step: 'install', fault } });
    } else {
      this.#enter({ kind: 'ready', offer, trouble: { step: 'install', fault } });
    }
  }

  /** One look at the server. It counts, whatever it finds. */
  async #ask(): Promise<LookResult> {
    try {
      const engine = await this.#loaded();
      return await engine.look();
    } catch (error) {
      this.#engine = null;
      this.#parts.logger.error('The search for newer versions cannot be loaded', {
        reason: String(error),
      });
      return { kind: 'failed', fault: 'unreadable' };
    }
  }

  /** What a look found is known from now on, also after a restart. */
  #remember(result: LookResult): UpdateLook {
    const { clock, settings, logger } = this.#parts;
    const known = this.#lastLook?.offer ?? null;
    const look: UpdateLook = {
      atMs: clock.nowMs(),
      offer: result.kind === 'newer' ? result.offer : result.kind === 'newest' ? null : known,
      fault: result.kind === 'failed' ? result.fault : null,
    };
    logger.info('Newer versions were looked for', { found: result.kind });
    settings.update({ updateLook: look });
    return look;
  }

  #loaded(): Promise<UpdateEngine> {
    this.#engine ??= this.#parts.loadEngine();
    return this.#engine;
  }

  /** Nothing where it was never needed. */
  async #withEngine(act: (engine: UpdateEngine) => Promise<void>): Promise<void> {
    try {
      const engine = await this.#engine;
      await (engine === null ? undefined : act(engine));
    } catch (error) {
      this.#parts.logger.warn('What was downloaded could not be put away', {
        reason: String(error),
      });
    }
  }

  #begin(phase: UpdatePhase): number {
    this.#run += 1;
    this.#enter(phase);
    return this.#run;
  }

  #enter(phase: UpdatePhase): void {
    this.#phase = phase;
    this.changed.emit(this.state);
  }
}
