import { setImmediate } from 'node:timers/promises';
import { KINDS_OF_FILTER } from '../../shared/change.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { SpotifyApi } from '../spotify/spotify-api.ts';
import { createRepositories } from '../storage/repositories.ts';
import { SearchIndex } from '../storage/search-index.ts';
import type { SettingsStore } from '../storage/settings.ts';
import type { Database } from '../storage/sqlite.ts';
import { AttentionReader } from './attention-reader.ts';
import { LibraryReader } from './browse/library-reader.ts';
import { SearchIndexer } from './browse/search-indexer.ts';
import { type DayStart, localDayStart } from './changes-per-day.ts';
import { ChangeFeedReader } from './feed/change-feed-reader.ts';
import { emptyFeed } from './feed/empty-feed.ts';
import { AccountDeletion } from './history/account-deletion.ts';
import { HistoryReader } from './history/history-reader.ts';
import { RetentionKeeper } from './history/retention-keeper.ts';
import type { Library } from './library.ts';
import { Monitor } from './monitor.ts';
import { NewsReader } from './news-reader.ts';
import { StatusReader } from './status-reader.ts';

export interface LibraryOptions {
  readonly clock: Clock;
  /** From 0 up to but not including 1; spreads what is tried again after trouble. */
  readonly random: () => number;
  readonly logger: Logger;
  /** Open, from `openDatabase`; whoever opened it closes it after the library. */
  readonly database: Database;
  readonly api: SpotifyApi;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** Midnight before a moment; where the machine stands by default. */
  readonly dayStart?: DayStart;
  /** Lets the rest of the app have its turn between two pieces of work. */
  readonly yieldToEventLoop?: () => Promise<void>;
}

/** The watch over one account's library, on one database. */
export function createLibrary(options: LibraryOptions): Library {
  const { clock, random, logger, database, api, settings } = options;
  const repositories = createRepositories(database);
  const dayStart = options.dayStart ?? localDayStart;
  const status = new StatusReader(repositories, clock, dayStart);
  const yieldToEventLoop = options.yieldToEventLoop ?? (() => setImmediate());
  const monitor = new Monitor({
    clock,
    random,
    logger,
    api,
    repositories,
    status,
    intervalMinutes: () => settings.read().checkIntervalMinutes,
    availabilityDays: () => settings.read().availabilityDays,
    yieldToEventLoop,
  });
  const feed = new ChangeFeedReader({ database, dayStart, yieldToEventLoop });
  const index = new SearchIndex(database);
  const browser = new LibraryReader({
    clock,
    logger,
    database,
    index,
    accountId: () => monitor.accountId,
    yieldToEventLoop,
  });
  const indexer = new SearchIndexer({
    index,
    logger,
    isBusy: () => monitor.isChecking,
    yieldToEventLoop,
  });
  const history = new HistoryReader({
    database,
    accountId: () => monitor.accountId,
    yieldToEventLoop,
  });
  const news = new NewsReader({
    database,
    accountId: () => monitor.accountId,
    yieldToEventLoop,
  });
  const attention = new AttentionReader({
    clock,
    database,
    history,
    retentionMonths: () => settings.read().retentionMonths,
  });
  const retention = new RetentionKeeper({
    clock,
    logger,
    database,
    retentionMonths: () => settings.read().retentionMonths,
    yieldToEventLoop,
    undisturbed: (work) => monitor.undisturbed(work),
  });
  const deletion = new AccountDeletion({ database, logger, yieldToEventLoop });
  const deleteForGood = async (accountId: number): Promise<void> => {
    if (monitor.accountId === accountId) {
      await monitor.unwatch();
    }
    await deletion.delete(accountId);
    status.forgetTotals();
    monitor.announce();
  };
  const stopFollowing = monitor.rested.subscribe(() => void indexer.wake());
  retention.start();
  deletion.resume();
  return {
    browser,
    history,
    news,
    statusChanged: monitor.changed,
    changesArrived: monitor.changesArrived,
    watch: async ({ key, displayName, profile }) => {
      const account = repositories.accounts.open(key, displayName);
      if (profile !== undefined) {
        repositories.accounts.writeProfile(account.id, profile);
        repositories.lists.retryWithoutScope(account.id);
      }
      if (monitor.accountId === account.id) {
        monitor.reconsider();
        return;
      }
      await monitor.unwatch();
      monitor.watch(account, { isVerified: profile !== undefined });
      // Where no check is due yet, nothing else would tell of the account.
      monitor.announce();
    },
    unwatch: async () => {
      await monitor.unwatch();
      monitor.announce();
    },
    checkNow: async () => monitor.checkNow(),
    pause: (untilMs) => monitor.pause(untilMs),
    resume: () => monitor.resume(),
    status: async () => monitor.status(),
    changes: async ({ filter, offset, count }) =>
      monitor.accountId === null
        ? { total: 0, rows: [] }
        : repositories.changes.page(monitor.accountId, KINDS_OF_FILTER[filter], offset, count),
    latestChanges: async (count) =>
      monitor.accountId === null ? [] : repositories.changes.latest(monitor.accountId, count),
    feed: async (window) =>
      monitor.accountId === null
        ? emptyFeed(window.offset)
        : await feed.page(monitor.accountId, window),
    changedLists: async () =>
      monitor.accountId === null ? [] : await feed.lists(monitor.accountId),
    markRead: async (throughId) => {
      if (monitor.accountId !== null) {
        repositories.changes.markRead(monitor.accountId, throughId);
        feed.forget();
        monitor.announce();
      }
    },
    attention: async () =>
      monitor.accountId === null ? [] : await attention.points(monitor.accountId),
    seen: async (kind) => {
      if (monitor.accountId !== null) {
        attention.seen(monitor.accountId, kind);
        feed.forget();
        monitor.announce();
      }
    },
    deleteAccount: async (accountKey) => {
      const account = repositories.accounts.find(accountKey);
      if (account !== null) {
        await deleteForGood(account.id);
      }
    },
    deleteAllAccounts: async () => {
      for (const id of repositories.accounts.ids()) {
        await deleteForGood(id);
      }
    },
    forgetRefusals: () => monitor.forgetRefusals(),
    reconsider: () => monitor.reconsider(),
    close: async () => {
      stopFollowing();
      browser.close();
      await Promise.all([monitor.unwatch(), retention.close(), deletion.close(), indexer.close()]);
    },
  };
}
