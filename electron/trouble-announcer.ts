import type { Clock, Timer } from '../shared/clock.ts';
import type { DesktopSettings } from '../shared/desktop-settings.ts';
import type { Logger } from '../shared/logger.ts';
import { noticeGate } from '../shared/notice-gate.ts';
import { type StatusInput, statusSentence } from '../shared/texts/status-sentence.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { isOver, type TroubleCause, troubleOf } from '../shared/trouble-notice.ts';
import type { PageHash } from './desktop/main-window.ts';
import type { DesktopNotice } from './desktop/notifier.ts';

/** At rest no timer is faster (blueprint §14). */
const SHORTEST_LOOK_MS = 30_000;

export interface TroubleAnnouncerOptions {
  readonly clock: Clock;
  readonly settings: () => DesktopSettings;
  /** The cause that was told and is not over; kept over restarts. */
  readonly told: { read(): TroubleCause | null; write(cause: TroubleCause | null): void };
  /** Whether the user has the window before them, which shows the same on every page. */
  readonly isWindowFocused: () => boolean;
  /** Shows it; what it returns takes it back. */
  readonly notify: (notice: DesktopNotice) => () => void;
  readonly open: (address: PageHash) => void;
  readonly format: () => TextFormat;
  readonly logger: Logger;
}

/**
 * Tells the user that the watch stands still until they do something: once for each cause, until it
 * has been well again. What it told is taken back when the cause is over.
 */
export class TroubleAnnouncer {
  readonly #options: TroubleAnnouncerOptions;
  #input: StatusInput | null = null;
  /** The trouble that is there, told or not. */
  #trouble: { readonly cause: TroubleCause; readonly sinceMs: number } | null = null;
  /** What was told in this run; undefined before it was read. */
  #told: TroubleCause | null | undefined = undefined;
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
    if (this.#lastTold === view.cause) {
      return;
    }
    const leftMs = this.#trouble.sinceMs + view.graceMs - clock.monotonicMs();
    if (leftMs > 0) {
      this.#lookIn(Math.max(SHORTEST_LOOK_MS, leftMs));
    } else if (this.#options.isWindowFocused()) {
      this.#remember(view.cause);
    } else if (gate.kind === 'open') {
      this.#tell(view.cause, input);
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
    if (told !== null && isOver(told, view)) {
      this.#withdraw();
      this.#remember(null);
    }
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

  get #lastTold(): TroubleCause | null {
    if (this.#told === undefined) {
      this.#told = this.#options.told.read();
    }
    return this.#told;
  }

  #remember(cause: TroubleCause | null): void {
    this.#told = cause;
    try {
      this.#options.told.write(cause);
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
