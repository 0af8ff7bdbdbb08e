import type { Logger } from '../../../shared/logger.ts';
import {
  accountsLeaving,
  deleteAccountForGood,
  leaveAccount,
} from '../../storage/delete-account.ts';
import type { Database } from '../../storage/sqlite.ts';

export interface AccountDeletionOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Deletes accounts piece by piece, and goes on where the last run of the app stopped. */
export class AccountDeletion {
  readonly #options: AccountDeletionOptions;
  #isClosed = false;
  /** One after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: AccountDeletionOptions) {
    this.#options = options;
  }

  /** Goes on with what was begun before; nobody waits for it. */
  resume(): void {
    const { database, logger } = this.#options;
    this.#turn = this.#turn
      .then(() => this.#delete(accountsLeaving(database)))
      .catch((error: unknown) => {
        logger.warn('A deletion could not be ended and is left for the next start.', {
          reason: String(error),
        });
      });
  }

  /**
   * Resolves when no byte of the account is left, or when the app quits before: nobody finds it any
   * more by then, and the next start goes on.
   *
   * @throws SQLite's error where nothing can be written
   */
  async delete(accountId: number): Promise<void> {
    leaveAccount(this.#options.database, accountId);
    const done = this.#turn.then(() => this.#delete([accountId]));
    this.#turn = done.catch(() => undefined);
    await done;
  }

  /** Ends what runs after the piece it is at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
  }

  async #delete(accountIds: readonly number[]): Promise<void> {
    const { database, logger, yieldToEventLoop } = this.#options;
    for (const accountId of accountIds) {
      if (this.#isClosed) {
        return;
      }
      const isDone = await deleteAccountForGood(database, accountId, async () => {
        await yieldToEventLoop();
        return !this.#isClosed;
      });
      logger.info('An account was deleted.', { isDone });
    }
  }
}
