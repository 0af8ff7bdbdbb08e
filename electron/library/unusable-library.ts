import type { LibraryStatus } from '../../shared/library-status.ts';
import { Signal } from '../../shared/signal.ts';
import type { SpotifyApi } from '../spotify/spotify-api.ts';
import { NO_BROWSER } from './browse/library-browser.ts';
import { emptyFeed } from './feed/empty-feed.ts';
import { NO_HISTORY } from './history/library-history.ts';
import type { Library } from './library.ts';
import { NO_NEWS } from './library-news.ts';

const NOTHING: Omit<LibraryStatus, 'requests'> = {
  monitor: { kind: 'paused', pause: { kind: 'storage-failed' }, progress: null },
  totals: {
    savedTracks: 0,
    playlists: 0,
    watchedPlaylists: 0,
    playlistItems: 0,
    unavailableItems: 0,
  },
  collections: [],
  lastCheckAtMs: null,
  baselineAtMs: null,
  unreadChanges: 0,
  changesPerDay: [],
};

/**
 * Stands in when there is no database to write to: a full disk, a folder that cannot be written.
 * It reads nothing from Spotify, since nothing could be kept, and says so.
 */
export function createUnusableLibrary(api: Pick<SpotifyApi, 'budget'>): Library {
  return {
    watch: async () => undefined,
    unwatch: async () => undefined,
    checkNow: async () => ({ kind: 'not-now', untilMs: null }),
    pause: async () => undefined,
    resume: async () => undefined,
    status: async () => ({ ...NOTHING, requests: api.budget() }),
    statusChanged: new Signal<LibraryStatus>(),
    changesArrived: new Signal<{ readonly count: number }>(),
    browser: NO_BROWSER,
    history: NO_HISTORY,
    news: NO_NEWS,
    changes: async () => ({ total: 0, rows: [] }),
    latestChanges: async () => [],
    feed: async ({ offset }) => emptyFeed(offset),
    changedLists: async () => [],
    attention: async () => [],
    seen: async () => undefined,
    markRead: async () => undefined,
    deleteAccount: async () => undefined,
    deleteAllAccounts: async () => undefined,
    forgetRefusals: () => undefined,
    reconsider: () => undefined,
    close: async () => undefined,
  };
}
