import type { LibraryStatus } from '../shared/library-status.ts';
import type { Logger } from '../shared/logger.ts';
import { Signal, type Unsubscribe } from '../shared/signal.ts';
import type { SampleMode } from './sample-mode.ts';
import type { Watch } from './watch.ts';

export interface WatchHostOptions {
  readonly createSpotifyWatch: () => Watch;
  readonly startSampleMode: () => Promise<SampleMode>;
  readonly logger: Logger;
}

/**
 * Holds the one watch there is at a time and changes it: the user's own library, or the sample.
 * Everyone who shows something listens here and need not know which it is.
 */
export class WatchHost {
  /** Session, service, account or mode changed. */
  readonly sessionChanged = new Signal<void>();
  readonly statusChanged = new Signal<LibraryStatus>();
  readonly changesArrived = new Signal<{ readonly count: number }>();
  readonly #options: WatchHostOptions;
  #watch: Watch;
  #sample: SampleMode | null = null;
  #subscriptions: readonly Unsubscribe[] = [];
  /** Changes from one watch to the other, one after the other; never rejects. */
  #turn: Promise<unknown> = Promise.resolve();
  #isClosing = false;

  constructor(options: WatchHostOptions) {
    this.#options = options;
    this.#watch = options.createSpotifyWatch();
    this.#listen();
  }

  get watch(): Watch {
    return this.#watch;
  }

  get sample(): SampleMode | null {
    return this.#sample;
  }

  /** Leaves the user's library as it is and shows the sample instead. Asking twice starts one. */
  async exploreSample(): Promise<'started' | 'failed'> {
    try {
      await this.#inTurn(() => this.#enterSample());
      return this.#sample === null ? 'failed' : 'started';
    } catch (error) {
      this.#options.logger.error('The sample library did not start', { reason: String(error) });
      return 'failed';
    }
  }

  /** Disconnects from Spotify, or ends the sample and goes back to the user's own library. */
  async disconnect(): Promise<'done' | 'keychain-failed' | 'file-failed'> {
    const asked = this.#sample;
    return await this.#inTurn(async () => {
      if (this.#sample !== asked) {
        // It was meant for the other watch, which somebody has left meanwhile.
        return 'done';
      }
      if (asked === null) {
        return await this.#watch.disconnect();
      }
      await this.#leaveSample(asked);
      return 'done';
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#turn;
    this.#unlisten();
    await (this.#sample ?? this.#watch).close();
  }

  async #enterSample(): Promise<void> {
    if (this.#sample !== null || this.#isClosing) {
      return;
    }
    const sample = await this.#options.startSampleMode();
    const left = this.#watch;
    this.#sample = sample;
    this.#use(sample.watch);
    await this.#tellAll();
    await left.close().catch((error: unknown) => {
      this.#options.logger.error('The watch did not end well', { reason: String(error) });
    });
  }

  async #leaveSample(sample: SampleMode): Promise<void> {
    this.#unlisten();
    try {
      await sample.close();
    } finally {
      this.#sample = null;
      this.#use(this.#options.createSpotifyWatch());
    }
    // Its start is not waited for: a keychain that asks its user may take a while to answer.
    this.#watch.start().catch((error: unknown) => {
      this.#options.logger.error('The watch did not start', { reason: String(error) });
    });
    await this.#tellAll();
  }

  #use(watch: Watch): void {
    this.#unlisten();
    this.#watch = watch;
    this.#listen();
  }

  async #tellAll(): Promise<void> {
    this.sessionChanged.emit();
    this.statusChanged.emit(await this.#watch.library.status());
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(change);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #listen(): void {
    this.#subscriptions = [
      this.#watch.changed.subscribe(() => this.sessionChanged.emit()),
      this.#watch.library.statusChanged.subscribe((status) => this.statusChanged.emit(status)),
      this.#watch.library.changesArrived.subscribe((news) => this.changesArrived.emit(news)),
    ];
  }

  #unlisten(): void {
    for (const unsubscribe of this.#subscriptions) {
      unsubscribe();
    }
  }
}
