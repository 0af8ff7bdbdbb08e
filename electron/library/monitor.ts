import type { Clock, Timer } from '../../shared/clock.ts';
import type { LibraryStatus, MonitorState, PassProgress } from '../../shared/library-status.ts';
import type { Logger } from '../../shared/logger.ts';
import { restTimerMs } from '../../shared/rest-timer.ts';
import { Signal } from '../../shared/signal.ts';
import type { RequestOrigin, SpotifyApi } from '../spotify/spotify-api.ts';
import type { StoredAccount } from '../storage/accounts.ts';
import type { StoredPassKind } from '../storage/passes.ts';
import type { Repositories } from '../storage/repositories.ts';
import { classifyStorageError } from '../storage/storage-failure.ts';
import { affordableIntervalMs, lightCheckCost, usablePerDay } from './check-cost.ts';
import { type CheckEnd, CheckRunner, type Watched } from './check-runner.ts';
import { type Due, decideDue, pauseNow } from './due.ts';
import type { CheckOutcome, CheckStart } from './library.ts';
import { holdsUntil, type Pause, pauseAfterFailure, pauseAfterStorageFailure } from './pause.ts';
import { roundMsOf } from './rotation-share.ts';
import type { StatusReader } from './status-reader.ts';

/** The next check has an absolute time. */
const LONGEST_TICK_MS = 10 * 60_000;

export interface MonitorOptions {
  readonly clock: Clock;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly api: SpotifyApi;
  readonly repositories: Repositories;
  readonly status: StatusReader;
  readonly intervalMinutes: () => number;
  /** In which every list is looked through once. */
  readonly availabilityDays: () => number;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Decides when to look at the library, runs one pass at a time, and says what it is doing. */
export class Monitor {
  readonly changed = new Signal<LibraryStatus>();
  readonly changesArrived = new Signal<{ readonly count: number }>();
  /** Nothing runs any more, or an account was just begun to be watched. */
  readonly rested = new Signal<void>();
  readonly #options: MonitorOptions;
  readonly #runner: CheckRunner;
  #watched: Watched | null = null;
  #running: { readonly outcome: Promise<CheckOutcome>; readonly abort: AbortController } | null =
    null;
  #listName: string | null = null;
  #pause: Pause | null = null;
  /** Passes in a row that ended in trouble. */
  #trouble = 0;
  #timer: Timer | null = null;
  /** Work beside which no check may write; a check that starts waits for it. */
  #undisturbed: Promise<unknown> | null = null;

  constructor(options: MonitorOptions) {
    this.#options = options;
    this.#runner = new CheckRunner({
      ...options,
      onListClosed: () => options.status.forgetTotals(),
    });
  }

  get accountId(): number | null {
    return this.#watched?.accountId ?? null;
  }

  /** True while requests are made and rows are written. */
  get isChecking(): boolean {
    return this.#running !== null;
  }

  /** @param known `isVerified`: Spotify has just said in this session whose library this is. */
  watch(account: StoredAccount, known = { isVerified: false }): void {
    this.#watched = { accountId: account.id, ...known };
    this.#pause = null;
    this.#trouble = 0;
    this.#options.status.forgetTotals();
    this.#evaluate();
    this.rested.emit();
  }

  /** Resolves when nothing runs any more. */
  async unwatch(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    this.#running?.abort.abort();
    this.#watched = null;
    this.#pause = null;
    await this.#running?.outcome;
  }

  /**
   * Nothing is checked by itself until then, or with null until `resume`. A check that runs stops
   * where it is. Kept over restarts.
   */
  async pause(untilMs: number | null): Promise<void> {
    await this.#writeUserPause({ untilMs: untilMs === null ? null : Math.round(untilMs) });
  }

  /** Ends the user's pause. */
  async resume(): Promise<void> {
    await this.#writeUserPause(null);
  }

  /** Does work that keeps others from writing, while no check runs. Checks wait until it ended. */
  async undisturbed(work: () => Promise<void>): Promise<void> {
    while (this.#running !== null) {
      await this.#running.outcome;
    }
    const done = work().finally(() => {
      this.#undisturbed = null;
    });
    this.#undisturbed = done.catch(() => 'told to whoever asked for the work');
    await done;
  }

  checkNow(): CheckStart {
    const watched = this.#watched;
    if (watched === null) {
      return { kind: 'not-now', untilMs: null };
    }
    if (this.#running !== null) {
      return { kind: 'already-running', outcome: this.#running.outcome };
    }
    const until = this.#blockedUntil();
    if (until !== null) {
      return { kind: 'not-now', untilMs: until };
    }
    this.#pause = null;
    const due = this.#dueOrLater(watched.accountId);
    const pass = due.kind === 'now' ? due.pass : 'light-check';
    return { kind: 'started', outcome: this.#start(watched, pass, 'by-hand') };
  }

  /** A permission that was missing may be there now. Never throws: a refusal holds for a day. */
  forgetRefusals(): void {
    if (this.#watched !== null) {
      try {
        this.#options.repositories.lists.retryWithoutScope(this.#watched.accountId);
      } catch (error) {
        this.#pause = this.#pauseAfterStorageError(error);
      }
    }
  }

  reconsider(): void {
    if (this.#pause !== null) {
      const { retryAtMs, reconsiderFromMs } = this.#pause;
      this.#pause = { ...this.#pause, retryAtMs: Math.min(retryAtMs, reconsiderFromMs) };
    }
    this.#evaluate();
  }

  /** Never throws: what cannot be read is said to have failed. */
  status(): LibraryStatus {
    const { status, api } = this.#options;
    try {
      return status.read(this.accountId, this.#state(), api.budget());
    } catch (error) {
      this.#pause = this.#pauseAfterStorageError(error);
      return status.unreadable(api.budget());
    }
  }

  /** Looks at what is due, starts it, or sets the timer for the next look. */
  #evaluate(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const watched = this.#watched;
    if (watched === null || this.#running !== null) {
      return;
    }
    const due = this.#dueOrLater(watched.accountId);
    if (due.kind === 'now') {
      // Whether the network is back shows with the first answer: until then, nothing has changed.
      if (this.#pause?.pause.kind !== 'offline') {
        this.#pause = null;
      }
      this.#start(watched, due.pass, 'monitor');
      return;
    }
    if (due.kind === 'when-resumed') {
      return;
    }
    const waitMs = due.atMs - this.#options.clock.nowMs();
    // A pause ends when it was said to end, which is soon.
    const delayMs =
      this.#pause === null
        ? restTimerMs(waitMs, LONGEST_TICK_MS)
        : Math.min(Math.max(waitMs, 1_000), LONGEST_TICK_MS);
    this.#timer = this.#options.clock.setTimer(delayMs, () => this.#evaluate());
  }

  /** What is due; when the database cannot say, it is asked again later. */
  #dueOrLater(accountId: number): Due {
    try {
      return this.#due(accountId);
    } catch (error) {
      const pause = this.#pauseAfterStorageError(error);
      this.#pause = pause;
      return { kind: 'at', atMs: pause.retryAtMs };
    }
  }

  #pauseAfterStorageError(error: unknown): Pause {
    const failure = classifyStorageError(error);
    const detail = error instanceof Error ? error.message : String(error);
    this.#options.logger.error('The database could not be read.', { failure, detail });
    return pauseAfterStorageFailure(failure, this.#options.clock.nowMs());
  }

  async #writeUserPause(pause: { readonly untilMs: number | null } | null): Promise<void> {
    const watched = this.#watched;
    if (watched === null) {
      return;
    }
    this.#options.repositories.accounts.writeUserPause(watched.accountId, pause);
    if (pause !== null) {
      this.#running?.abort.abort();
      await this.#running?.outcome;
    }
    this.announce();
    this.#evaluate();
  }

  #intervalMs(accountId: number): number {
    const { status, api, intervalMinutes } = this.#options;
    const cost = lightCheckCost(status.totals(accountId).playlists);
    return affordableIntervalMs(intervalMinutes() * 60_000, cost, usablePerDay(api.budget()));
  }

  #due(accountId: number): Due {
    const { clock, repositories } = this.#options;
    const account = repositories.accounts.get(accountId);
    return decideDue({
      nowMs: clock.nowMs(),
      intervalMs: this.#intervalMs(accountId),
      baselineAtMs: account?.baselineAtMs ?? null,
      lastCheckAtMs: account?.lastCheckAtMs ?? null,
      unfinished: repositories.passes.find(accountId)?.kind ?? null,
      userPause: account?.userPause ?? null,
      pausedUntilMs: holdsUntil(this.#pause, clock.nowMs()),
    });
  }

  /**
   * A wait that a check by hand cannot shorten. The budget keeps a share for the user, and only a
   * request shows that somebody has paid for Premium.
   */
  #blockedUntil(): number | null {
    const nowMs = this.#options.clock.nowMs();
    const pause = holdsUntil(this.#pause, nowMs) === null ? undefined : this.#pause?.pause;
    return pause?.kind === 'service' &&
      pause.reason !== 'budget-spent' &&
      pause.reason !== 'premium-lapsed' &&
      pause.reason !== 'service-trouble' &&
      pause.untilMs > nowMs
      ? pause.untilMs
      : null;
  }

  #start(watched: Watched, pass: StoredPassKind, origin: RequestOrigin): Promise<CheckOutcome> {
    this.#timer?.cancel();
    this.#timer = null;
    const abort = new AbortController();
    const outcome = this.#run(watched, pass, origin, abort.signal).finally(() => {
      this.#running = null;
      this.#listName = null;
      this.announce();
      this.rested.emit();
      this.#evaluate();
    });
    this.#running = { outcome, abort };
    this.announce();
    return outcome;
  }

  async #run(
    watched: Watched,
    kind: StoredPassKind,
    origin: RequestOrigin,
    signal: AbortSignal,
  ): Promise<CheckOutcome> {
    // Else the pass begins at once, so that whoever is told of the check finds it.
    if (this.#undisturbed !== null) {
      await this.#undisturbed;
    }
    const end = await this.#runner.run(watched, {
      kind,
      origin,
      signal,
      intervalMs: () => this.#intervalMs(watched.accountId),
      roundMs: roundMsOf(this.#options.availabilityDays()),
      onProgress: (listName) => {
        this.#pause = null;
        this.#listName = listName;
        this.announce();
      },
    });
    const outcome = this.#settle(end);
    if (end.fresh > 0) {
      this.changesArrived.emit({ count: end.fresh });
    }
    return outcome;
  }

  #settle(end: CheckEnd): CheckOutcome {
    const { clock, random, logger } = this.#options;
    switch (end.kind) {
      case 'done': {
        const { items, requests, changes } = end;
        this.#trouble = 0;
        this.#pause = null;
        logger.info('A check is done.', { items, requests, changes });
        return { kind: 'done', items, requests, changes };
      }
      case 'cancelled':
        break;
      case 'storage-failed':
        this.#pause = pauseAfterStorageFailure(end.failure, clock.nowMs());
        break;
      case 'stopped':
        this.#pause = pauseAfterFailure(end.failure, {
          nowMs: clock.nowMs(),
          trouble: this.#trouble,
          random: random(),
        });
        // How long to leave a network alone is known to whoever uses it.
        this.#trouble += end.failure.kind === 'network' ? 0 : 1;
    }
    return { kind: 'paused', status: this.status() };
  }

  #state(): MonitorState {
    const accountId = this.accountId;
    if (accountId === null) {
      return { kind: 'idle' };
    }
    const progress = this.#progress(accountId);
    const { clock, repositories } = this.#options;
    const userPause = pauseNow(
      repositories.accounts.get(accountId)?.userPause ?? null,
      clock.nowMs(),
    );
    if (userPause !== null && this.#running === null) {
      return { kind: 'paused', pause: { kind: 'by-user', ...userPause }, progress };
    }
    if (this.#pause !== null) {
      return { kind: 'paused', pause: this.#pause.pause, progress };
    }
    if (this.#running !== null && progress !== null) {
      return { kind: 'checking', progress };
    }
    const due = this.#due(accountId);
    return { kind: 'watching', nextCheckAtMs: due.kind === 'at' ? due.atMs : clock.nowMs() };
  }

  #progress(accountId: number): PassProgress | null {
    const pass = this.#options.repositories.passes.find(accountId);
    return (
      pass && {
        kind: pass.kind,
        listName: this.#listName,
        itemsDone: pass.itemsDone,
        itemsTotal: pass.itemsTotal,
      }
    );
  }

  /** Tells the listeners how things stand. */
  announce(): void {
    if (this.changed.listenerCount > 0) {
      this.changed.emit(this.status());
    }
  }
}
