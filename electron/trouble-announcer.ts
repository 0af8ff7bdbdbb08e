import type { Clock, Timer } from '../shared/clock.ts';
import type { DesktopSettings } from '../shared/desktop-settings.ts';
import type { Logger } from '../shared/logger.ts';
import { noticeGate } from '../shared/notice-gate.ts';
import { SHORTEST_AT_REST_MS } from '../shared/rest-timer.ts';
import { type StatusInput, statusSentence } from '../shared/texts/status-sentence.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { isOver, type TroubleCause, troubleOf } from '../shared/trouble-notice.ts';
import { isToldAgainAtStart, type TroubleTold, toldAgainInMs } from '../shared/trouble-repeat.ts';
import type { PageHash } from './desktop/main-window.ts';
import type { DesktopNotice } from './desktop/notifier.ts';

export interface TroubleAnnouncerOptions {
  readonly clock: Clock;
  readonly settings: () => DesktopSettings;
  /** What was told and is not over; kept over restarts. */
  readonly told: { read(): TroubleTold | null; write(told: TroubleTold | null): void };
  /** Whether the user has the window before them, which shows the same on every page. */
  readonly isWindowFocused: () => boolean;
  /** Shows it; what it returns takes it back. */
  readonly notify: (notice: DesktopNotice) => () => void;
  readonly open: (address: PageHash) => void;
  readonly format: () => TextFormat;
  readonly logger: Logger;
}

/**
 * Tells the user that the watch stands still until they do something: once for each cause, and again
 * every few days while it lasts, since one notification is easily missed. What it told is taken back
 * when the cause is over.
 */
export class TroubleAnnouncer {
  readonly #options: TroubleAnnouncerOptions;
  #input: StatusInput | null = null;
  /** The trouble that is there, told or not. */
  #trouble: { readonly cause: TroubleCause; readonly sinceMs: number } | null = null;
  /** What was told and is not over; undefined before it was read. */
  #told: TroubleTold | null | undefined = undefined;
  /** It was told in a former run, long enough ago to be told at the start of this one. */
  #isDueFromBefore = false;
  #takeBack: (() => void) | null = null;
  #timer: Timer | null = null;
  #isClosed = false;

  constructor(options: TroubleAnnouncerOptions) {
    this.#options = options;
  }

  /** To be called with every change of session, service and library. */
  stateChanged(input: StatusInput): void {
    this.#input = input;
    this.look();
  }

  /** To be called where anything else may have changed: settings, the time. */
  look(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const input = this.#input;
    if (input === null || this.#isClosed) {
      return;
    }
    this.#forgetWhatIsOver(input);
    const view = troubleOf(input);
    if (view.kind !== 'trouble') {
      return;
    }
    const { clock } = this.#options;
    this.#trouble ??= { cause: view.cause, sinceMs: clock.monotonicMs() };
    const gate = noticeGate('trouble', this.#options.settings(), clock.nowMs(), this.#format);
    if (gate.kind === 'off') {
      this.#withdraw();
      return;
    }
    const againInMs = this.#againInMs(view.cause);
    const graceLeftMs = this.#trouble.sinceMs + view.graceMs - clock.monotonicMs();
    if (againInMs > 0 || graceLeftMs > 0) {
      this.#lookIn(Math.max(SHORTEST_AT_REST_MS, againInMs, graceLeftMs));
    } else if (this.#options.isWindowFocused()) {
      this.#remember(view.cause);
      this.#lookIn(this.#againInMs(view.cause));
    } else if (gate.kind === 'open') {
      this.#tell(view.cause, input);
      this.#lookIn(this.#againInMs(view.cause));
    } else if (gate.lookInMs !== null) {
      this.#lookIn(gate.lookInMs);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #forgetWhatIsOver(input: StatusInput): void {
    const view = troubleOf(input);
    if (this.#trouble !== null && isOver(this.#trouble.cause, view)) {
      this.#trouble = null;
    }
    const told = this.#lastTold;
    if (told !== null && isOver(told.cause, view)) {
      this.#withdraw();
      this.#remember(null);
    }
  }

  /** In how many milliseconds this cause may be told; 0 or less where it may now. */
  #againInMs(cause: TroubleCause): number {
    const told = this.#lastTold;
    return told?.cause !== cause || this.#isDueFromBefore
      ? 0
      : toldAgainInMs(told, this.#options.clock.nowMs());
  }

  #tell(cause: TroubleCause, input: StatusInput): void {
    const { clock, notify, open, logger } = this.#options;
    const { locale, timeZone } = this.#format;
    const sentence = statusSentence(input, clock.nowMs(), locale, timeZone);
    this.#remember(cause);
    this.#withdraw();
    logger.info('Trouble is told', { cause });
    this.#takeBack = notify({
      title: sentence.headline,
      body: sentence.detail ?? '',
      onClick: () => open(sentence.action === 'sign-in' ? '#/sign-in' : '#/overview'),
    });
  }

  #withdraw(): void {
    this.#takeBack?.();
    this.#takeBack = null;
  }

  get #lastTold(): TroubleTold | null {
    if (this.#told === undefined) {
      const { told, clock } = this.#options;
      this.#told = told.read();
      this.#isDueFromBefore = this.#told !== null && isToldAgainAtStart(this.#told, clock.nowMs());
    }
    return this.#told;
  }

  #remember(cause: TroubleCause | null): void {
    const { told, clock } = this.#options;
    this.#told = cause === null ? null : { cause, atMs: clock.nowMs() };
    this.#isDueFromBefore = false;
    try {
      told.write(this.#told);
    } catch (error) {
      this.#options.logger.warn('Trouble will be told again after a restart', {
        reason: String(error),
      });
    }
  }

  get #format(): TextFormat {
    return this.#options.format();
  }

  #lookIn(delayMs: number): void {
    this.#timer = this.#options.clock.setTimer(delayMs, () => this.look());
  }
}
