import type { ChangeNews } from '../shared/change-news.ts';
import type { Clock, Timer } from '../shared/clock.ts';
import type { DesktopSettings } from '../shared/desktop-settings.ts';
import type { LibraryStatus } from '../shared/library-status.ts';
import type { Logger } from '../shared/logger.ts';
import { noticeGate } from '../shared/notice-gate.ts';
import { changeNoticeTexts } from '../shared/texts/change-notice-texts.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { ALL_CHANGES, changeNoticeAddress } from './change-notice-address.ts';
import type { PageHash } from './desktop/main-window.ts';
import type { DesktopNotice } from './desktop/notifier.ts';
import type { Library } from './library/library.ts';

/** What is watched at this moment. */
export interface WatchedLibrary {
  readonly library: Pick<Library, 'news'>;
  readonly mode: 'spotify' | 'sample';
}

export interface ChangeAnnouncerOptions {
  readonly clock: Clock;
  readonly watched: () => WatchedLibrary;
  readonly settings: () => DesktopSettings;
  /** Whether the user has the window before them: it counts what is new on every page. */
  readonly isWindowFocused: () => boolean;
  /** Shows it; what it returns takes it back. */
  readonly notify: (notice: DesktopNotice) => () => void;
  readonly open: (address: PageHash) => void;
  readonly format: () => TextFormat;
  readonly logger: Logger;
}

/** The summary that stands on the desktop. */
interface Standing {
  readonly library: WatchedLibrary['library'];
  readonly accountId: number;
  /** It speaks of what came after this change. */
  readonly afterId: number;
  readonly takeBack: () => void;
}

/**
 * Tells the user of changes, in one summary a check. What was told is kept beside the changes, so
 * that each is told in one summary and in no other, over quiet hours, restarts and crashes. It is
 * written down before it is shown: a crash between the two loses one, which the tray's dot and the
 * window still count; the other way round it would come again.
 *
 * A summary that nobody has seen to, by a click or in the window, gives way to the next, which then
 * speaks of both. The sample library changes every minute, so it has one summary, to show what one
 * is like.
 */
export class ChangeAnnouncer {
  readonly #options: ChangeAnnouncerOptions;
  #standing: Standing | null = null;
  /** The sample that has had its summary; one that is started anew is another library. */
  #toldSample: WatchedLibrary['library'] | null = null;
  #isChecking = false;
  #unread = 0;
  #timer: Timer | null = null;
  /** Looks, one after the other; never rejects. */
  #turn: Promise<void> = Promise.resolve();
  #isLookDue = false;
  #isClosed = false;

  constructor(options: ChangeAnnouncerOptions) {
    this.#options = options;
  }

  /** To be called with every status of the library. */
  statusChanged({
    monitor,
    unreadChanges,
  }: Pick<LibraryStatus, 'monitor' | 'unreadChanges'>): void {
    const wasRead = unreadChanges < this.#unread;
    this.#unread = unreadChanges;
    this.#isChecking = monitor.kind === 'checking';
    // A pass tells of every page, and its lists one by one: what it found is told when it rests.
    if (!this.#isChecking || (wasRead && this.#standing !== null)) {
      this.look();
    }
  }

  /** To be called where anything else may have changed: settings, the watched library, the time. */
  look(): void {
    if (this.#isLookDue || this.#isClosed) {
      return;
    }
    this.#isLookDue = true;
    this.#turn = this.#turn
      .then(() => {
        this.#isLookDue = false;
        return this.#isClosed ? undefined : this.#look();
      })
      .catch((error: unknown) => {
        this.#options.logger.warn('Changes could not be told', { reason: String(error) });
      });
  }

  /** The user has turned to the window, which counts what is new: the summary has done its work. */
  windowFocused(): void {
    this.#takeBack();
  }

  /** Resolves when what was to be told until now is. */
  async settled(): Promise<void> {
    do {
      await this.#turn;
    } while (this.#isLookDue);
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
    this.#timer = null;
  }

  async #look(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    const { clock, settings, watched, isWindowFocused, format } = this.#options;
    const current = watched();
    const { library } = current;
    const standing = this.#standing;
    const news = await this.#read(library);
    if (this.#isClosed || watched().library !== library) {
      return;
    }
    if (standing !== this.#standing) {
      // It was seen to meanwhile, and is not to be counted again.
      this.look();
      return;
    }
    if (standing !== null && (news === null || !isSpokenOf(standing, library, news))) {
      this.#takeBack();
      if (news !== null) {
        // What is left was read with the eyes of the one that has gone.
        this.look();
      }
      return;
    }
    if (news === null) {
      return;
    }
    const gate = noticeGate('changes', settings(), clock.nowMs(), format());
    if (gate.kind === 'off') {
      this.#takeBack();
    }
    if (this.#isChecking) {
      return;
    }
    const isNoNews = !hasUntold(news) || this.#toldSample === library;
    if (gate.kind === 'off' || isNoNews || isWindowFocused()) {
      await this.#markTold(library, news);
    } else if (gate.kind === 'open') {
      await this.#markTold(library, news);
      this.#show(current, news);
    } else if (gate.lookInMs !== null) {
      this.#timer = clock.setTimer(gate.lookInMs, () => this.look());
    }
  }

  async #read(library: WatchedLibrary['library']): Promise<ChangeNews | null> {
    const afterId = this.#standing?.library === library ? this.#standing.afterId : null;
    return await library.news.read(afterId);
  }

  async #markTold(library: WatchedLibrary['library'], news: ChangeNews): Promise<void> {
    const { accountId, throughId, toldThroughId } = news;
    if (throughId <= toldThroughId) {
      return;
    }
    try {
      await library.news.markTold(accountId, throughId);
    } catch (error) {
      this.#options.logger.warn('Changes will be told again after a restart', {
        reason: String(error),
      });
    }
  }

  #show({ library, mode }: WatchedLibrary, news: ChangeNews): void {
    const { clock, notify, format, logger } = this.#options;
    const afterId = this.#standing?.afterId ?? news.toldThroughId;
    this.#takeBack();
    if (mode === 'sample') {
      this.#toldSample = library;
    }
    logger.info('Changes are told', { groups: news.groups.length });
    const takeBack = notify({
      ...changeNoticeTexts(news, mode, clock.nowMs(), format()),
      onClick: () => {
        this.#standing = null;
        void this.#open(library, news);
      },
      onClose: () => {
        this.#standing = null;
      },
    });
    this.#standing = { library, accountId: news.accountId, afterId, takeBack };
  }

  /** Where the account is another one by now, or the change is gone, all changes are shown. */
  async #open(library: WatchedLibrary['library'], news: ChangeNews): Promise<void> {
    const { watched, open, logger } = this.#options;
    const [first] = news.groups;
    try {
      const isThere =
        first !== undefined &&
        watched().library === library &&
        (await library.news.has(news.accountId, first.newestId));
      open(isThere ? changeNoticeAddress(news) : ALL_CHANGES);
    } catch (error) {
      logger.warn('A change could not be looked up', { reason: String(error) });
      open(ALL_CHANGES);
    }
  }

  #takeBack(): void {
    this.#standing?.takeBack();
    this.#standing = null;
  }
}

/** Whether it speaks of this account, and something of what it says is still unread. */
function isSpokenOf(
  standing: Standing,
  library: WatchedLibrary['library'],
  { accountId, groups }: ChangeNews,
): boolean {
  return standing.library === library && standing.accountId === accountId && groups.length > 0;
}

function hasUntold({ groups }: ChangeNews): boolean {
  return groups.some(({ untold }) => untold > 0);
}
