import type { Logger } from '../../../shared/logger.ts';
import type { SearchIndex } from '../../storage/search-index.ts';

/** A few milliseconds of work each. */
const ITEMS_A_PIECE = 100;
const PAGES_A_PIECE = 16;

export interface SearchIndexerOptions {
  readonly index: SearchIndex;
  readonly logger: Logger;
  /** While a check writes items, their words wait: the disk has enough to do. */
  readonly isBusy: () => boolean;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Keeps the index of words in step with the items, piece by piece, while nothing else runs. */
export class SearchIndexer {
  readonly #options: SearchIndexerOptions;
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: SearchIndexerOptions) {
    this.#options = options;
  }

  /** Resolves when the index has come up with the items, or something else is to be done. */
  wake(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Ends what runs after the piece it is at; the next start goes on. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    const { index, logger, isBusy, yieldToEventLoop } = this.#options;
    try {
      while (!this.#isClosed && !isBusy() && index.takeIn(ITEMS_A_PIECE)) {
        await yieldToEventLoop();
        if (this.#isClosed) {
          return;
        }
        index.merge(PAGES_A_PIECE);
        await yieldToEventLoop();
      }
    } catch (error) {
      // Searching looks through the items themselves meanwhile; the next check wakes this again.
      logger.warn('The index of words could not be written.', { reason: String(error) });
    }
  }
}
