import type { Clock, Timer } from '../shared/clock.ts';
import type { SessionSnapshot } from '../shared/ipc-contract.ts';
import type { Logger } from '../shared/logger.ts';
import { noticeGate } from '../shared/notice-gate.ts';
import {
  dueRenewalNotice,
  nextRenewalLookInMs,
  type RenewalTold,
} from '../shared/renewal-notice.ts';
import type { SessionState } from '../shared/session-state.ts';
import { renewalNoticeTexts } from '../shared/texts/renewal-notice-texts.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import type { DesktopNotice } from './desktop/notifier.ts';
import type { SettingsStore } from './storage/settings.ts';

export interface RenewalReminderOptions {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  /** Shows it; what it returns takes it back. */
  readonly notify: (notice: DesktopNotice) => () => void;
  /** Opens the window where the sign-in can be renewed. */
  readonly openConnection: () => void;
  readonly format: () => TextFormat;
  readonly logger: Logger;
}

/**
 * Tells the user 30, 7 and 1 days before Spotify ends a sign-in (blueprint §3), unless they do not
 * want to know; in quiet hours it waits.
 *
 * That a notice was given is written down before it is shown. A crash between the two loses that
 * one, which the tray and the Connection page say as well; the other way round, a crash in showing
 * it would show it again at every start.
 */
export class RenewalReminder {
  readonly #options: RenewalReminderOptions;
  #renewBeforeMs: number | null = null;
  /** What was told in this run, for settings that cannot be written. */
  #told: RenewalTold | null = null;
  #takeBack: (() => void) | null = null;
  #timer: Timer | null = null;
  #isClosed = false;

  constructor(options: RenewalReminderOptions) {
    this.#options = options;
  }

  /** To be called with every change of the session. The sample's has no end worth telling. */
  look({ mode, state }: Pick<SessionSnapshot, 'mode' | 'state'>): void {
    this.#renewBeforeMs = mode === 'spotify' ? renewBeforeOf(state) : null;
    this.lookAgain();
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** To be called where anything else may have changed: settings, the time. */
  lookAgain(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const renewBeforeMs = this.#renewBeforeMs;
    if (renewBeforeMs === null || this.#isClosed) {
      return;
    }
    const { clock, settings, format } = this.#options;
    const nowMs = clock.nowMs();
    const gate = noticeGate('renewal', settings.read(), nowMs, format());
    const daysBefore = dueRenewalNotice({ renewBeforeMs, nowMs, told: this.#lastTold });
    const isOutdated = daysBefore !== null || this.#told?.renewBeforeMs !== renewBeforeMs;
    if (isOutdated || gate.kind === 'off') {
      // What still stands speaks of another end, or of this one from further away.
      this.#takeBack?.();
      this.#takeBack = null;
    }
    if (daysBefore !== null && gate.kind === 'open') {
      this.#tell({ renewBeforeMs, daysBefore }, nowMs);
    }
    const lookInMs = nextRenewalLookInMs({ renewBeforeMs, nowMs, told: this.#lastTold });
    if (lookInMs !== null && gate.kind !== 'off') {
      const quietEndsInMs = (gate.kind === 'quiet' ? gate.lookInMs : null) ?? lookInMs;
      this.#timer = clock.setTimer(Math.min(lookInMs, quietEndsInMs), () => this.lookAgain());
    }
  }

  get #lastTold(): RenewalTold | null {
    return this.#told ?? this.#options.settings.read().renewalTold;
  }

  #tell(told: RenewalTold, nowMs: number): void {
    const { settings, notify, openConnection, format, logger } = this.#options;
    this.#told = told;
    try {
      settings.update({ renewalTold: told });
    } catch (error) {
      logger.warn('A notice will be given again after a restart', { reason: String(error) });
    }
    logger.info('The coming end of the sign-in is told', { daysBefore: told.daysBefore });
    this.#takeBack = notify({
      ...renewalNoticeTexts(told.renewBeforeMs, nowMs, format()),
      onClick: openConnection,
    });
  }
}

/** Null where there is no end to foretell, or where the state asks for the user's help itself. */
function renewBeforeOf(state: SessionState): number | null {
  return state.kind === 'active' || state.kind === 'refreshing'
    ? (state.life?.renewBeforeMs ?? null)
    : null;
}
