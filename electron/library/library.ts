import type { AttentionKind, LibraryAttention } from '../../shared/attention.ts';
import type { Change, ChangeFilter } from '../../shared/change.ts';
import type { ChangedList, FeedPage, FeedWindow } from '../../shared/change-feed.ts';
import type { LibraryStatus } from '../../shared/library-status.ts';
import type { Listenable } from '../../shared/signal.ts';
import type { Profile } from '../spotify/catalogue.ts';
import type { LibraryBrowser } from './browse/library-browser.ts';
import type { LibraryHistory } from './history/library-history.ts';
import type { LibraryNews } from './library-news.ts';

/** How one check ended. */
export type CheckOutcome =
  | {
      readonly kind: 'done';
      readonly items: number;
      readonly requests: number;
      readonly changes: number;
    }
  | { readonly kind: 'paused'; readonly status: LibraryStatus };

export type CheckStart =
  | { readonly kind: 'started' | 'already-running'; readonly outcome: Promise<CheckOutcome> }
  | { readonly kind: 'not-now'; readonly untilMs: number | null };

export interface ChangesQuery {
  readonly filter: ChangeFilter;
  readonly offset: number;
  readonly count: number;
}

/** Whom to watch. */
export interface WatchedAccount {
  /** `account_id`, else `id` (facts §2). */
  readonly key: string;
  readonly displayName: string;
  /** What `GET /me` has just said in this session; without it the first pass asks once itself. */
  readonly profile?: Profile;
}

/**
 * The watch over one account's library. Every answer is a promise, so that the work behind it can
 * move to another thread without any caller noticing.
 */
export interface Library {
  /** Watches this account from now on; goes on where an interrupted pass stopped. */
  watch(account: WatchedAccount): Promise<void>;
  /** Stops watching; what was read stays. */
  unwatch(): Promise<void>;
  /** A check by hand. Asking twice joins the one that runs. */
  checkNow(): Promise<CheckStart>;
  /**
   * Nothing is checked by itself until then (ms since the epoch), or with null until `resume`; a
   * check by hand still is. Kept over restarts. Without an account it does nothing.
   */
  pause(untilMs: number | null): Promise<void>;
  /** Ends that pause and looks at what is due. */
  resume(): Promise<void>;
  status(): Promise<LibraryStatus>;
  readonly statusChanged: Listenable<LibraryStatus>;
  readonly changesArrived: Listenable<{ readonly count: number }>;
  changes(query: ChangesQuery): Promise<{ total: number; rows: readonly Change[] }>;
  /** The newest, newest first; cheap, as no others are counted. */
  latestChanges(count: number): Promise<readonly Change[]>;
  /** All of them by day and list. */
  feed(window: FeedWindow): Promise<FeedPage>;
  /** The lists in which something changed, the latest first. */
  changedLists(): Promise<ChangedList[]>;
  markRead(throughId: number): Promise<void>;
  /** What deserves the user's look and was not seen yet. */
  attention(): Promise<LibraryAttention[]>;
  seen(kind: AttentionKind): Promise<void>;
  /** What the watched account's library is now. */
  readonly browser: LibraryBrowser;
  /** What the watched account's library had been. */
  readonly history: LibraryHistory;
  /** What notifications tell of its changes. */
  readonly news: LibraryNews;
  /**
   * Deletes everything of this account, for good. Resolves early when the app quits meanwhile; the
   * next start goes on then.
   */
  deleteAccount(accountKey: string): Promise<void>;
  /** The same for every account in the file, for when nobody can say whose session it was. */
  deleteAllAccounts(): Promise<void>;
  /**
   * Somebody has just signed in and may have agreed to more than before: what was refused for want of
   * a permission is asked for with the next check.
   */
  forgetRefusals(): void;
  /** Something outside changed (online again, woken up, signed in): look again at what is due. */
  reconsider(): void;
  close(): Promise<void>;
}
