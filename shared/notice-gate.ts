import type { DesktopSettings } from './desktop-settings.ts';
import { isQuiet, minutesOfQuietLeft } from './quiet-hours.ts';
import { restTimerMs } from './rest-timer.ts';
import { minuteOfDay } from './texts/local-day.ts';
import type { TextFormat } from './texts/text-format.ts';

const SWITCHES = {
  changes: 'notifyOfChanges',
  trouble: 'notifyOfTrouble',
  renewal: 'notifyOfRenewal',
} as const satisfies Record<string, keyof DesktopSettings>;
export type NoticeKind = keyof typeof SWITCHES;

/** Whether a notification may be shown now. */
export type NoticeGate =
  | { readonly kind: 'open' }
  /** The user does not want this kind. */
  | { readonly kind: 'off' }
  /** Later; `lookInMs` says when to ask again, null where only a setting ends the quiet. */
  | { readonly kind: 'quiet'; readonly lookInMs: number | null };

/** @param nowMs wall-clock time; it may jump */
export function noticeGate(
  kind: NoticeKind,
  settings: DesktopSettings,
  nowMs: number,
  format: TextFormat = {},
): NoticeGate {
  if (!settings[SWITCHES[kind]]) {
    return { kind: 'off' };
  }
  const minute = minuteOfDay(nowMs, format);
  if (!isQuiet(settings, minute)) {
    return { kind: 'open' };
  }
  const minutes = minutesOfQuietLeft(settings, minute);
  // Up to a minute too late: it is not known how old the minute on the clock is.
  const leftMs = minutes === null ? null : minutes * 60_000;
  return {
    kind: 'quiet',
    lookInMs: leftMs && restTimerMs(leftMs),
  };
}
