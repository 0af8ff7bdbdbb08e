import type { ChangeNews } from '../../shared/change-news.ts';

/** What notifications tell of the watched account's changes. */
export interface LibraryNews {
  /**
   * Unread changes that deserve a notification. Null while nobody is watched, and before the first
   * pass is done.
   *
   * @param afterId those after this change; null for those of which nobody was told yet
   */
  read(afterId: number | null): Promise<ChangeNews | null>;
  /**
   * Everything up to and including this change counts as told, over restarts too.
   * @throws where it cannot be written
   */
  markTold(accountId: number, throughId: number): Promise<void>;
  /** Whether this account is watched, and this change still in its history. */
  has(accountId: number, changeId: number): Promise<boolean>;
}

/** Where nothing is kept, nothing is told. */
export const NO_NEWS: LibraryNews = {
  read: async () => null,
  markTold: async () => undefined,
  has: async () => false,
};
