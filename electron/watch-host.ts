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
  #switching: Promise<void> | null = null;

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

  /** Leaves the user's library as it is and shows the sample instead. */
  async exploreSample(): Promise<'started' | 'failed'> {
    await this.#switching;
    if (this.#sample !== null) {
      return 'started';
    }
    try {
      await this.#switch(async () => {
        const sample = await this.#options.startSampleMode();
        await this.#watch.close();
        this.#sample = sample;
        this.#watch = sample.watch;
      });
      return 'started';
    } catch (error) {
      this.#options.logger.error('The sample library did not start', { reason: String(error) });
      return 'failed';
    }
  }

  /** Disconnects from Spotify, or ends the sample and goes back to the user's own library. */
  async disconnect(): Promise<'done' | 'keychain-failed'> {
    await this.#switching;
    if (this.#sample === null) {
      return await this.#watch.disconnect();
    }
    const sample = this.#sample;
    await this.#switch(async () => {
      await sample.close();
      this.#sample = null;
      this.#watch = this.#options.createSpotifyWatch();
    });
    await this.#watch.start();
    return 'done';
  }

  async close(): Promise<void> {
    await this.#switching;
    this.#unlisten();
    await (this.#sample ?? this.#watch).close();
  }

  async #switch(change: () => Promise<void>): Promise<void> {
    this.#switching = change().finally(() => {
      this.#switching = null;
      this.#unlisten();
      this.#listen();
    });
    await this.#switching;
    this.sessionChanged.emit();
    this.statusChanged.emit(await this.#watch.library.status());
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
