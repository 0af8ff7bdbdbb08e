import { assertNever } from '../assert-never.ts';
import type { RefreshCause, RefreshOutcome } from '../connection.ts';
import type { StatusTone } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { clockTime, localDayKey, shortDay } from './time-phrases.ts';

/** Why access was renewed. */
export const REFRESH_CAUSES: Readonly<Record<RefreshCause, string>> = {
  planned: 'As planned, before its end',
  needed: 'Needed, and nearly over',
  refused: 'Spotify no longer took it',
  'clock-went-back': 'The clock was set back',
  retry: 'Another try',
  woken: 'Back from sleep or offline',
  'by-hand': 'You asked for it',
};

/** What came of it. */
export const REFRESH_OUTCOMES: Readonly<Record<RefreshOutcome, string>> = {
  refreshed: 'Renewed',
  'taken-from-cache': 'Renewed by another Cratewatch',
  expired: 'Six months are over',
  refused: 'Not accepted',
  'client-invalid': 'Client ID not accepted',
  offline: 'Spotify not reached',
  'rate-limited': 'Spotify asked for a pause',
  'service-trouble': 'Spotify had trouble',
  'other-instance': 'Another Cratewatch was at it',
};

/** New access, none for the moment, or none before a new sign-in. */
export function outcomeTone(outcome: RefreshOutcome): StatusTone {
  switch (outcome) {
    case 'refreshed':
    case 'taken-from-cache':
      return 'good';
    case 'offline':
    case 'rate-limited':
    case 'service-trouble':
    case 'other-instance':
      return 'waiting';
    case 'expired':
    case 'refused':
    case 'client-invalid':
      return 'attention';
    default:
      return assertNever(outcome);
  }
}

/** "12:53", and with the day where that is not today: "Fri 20 Nov, 12:53". */
export function recordTime(atMs: number, nowMs: number, format: TextFormat = {}): string {
  const time = clockTime(atMs, format);
  return localDayKey(atMs, format) === localDayKey(nowMs, format)
    ? time
    : `${shortDay(atMs, nowMs, format)}, ${time}`;
}
