import type { MonitorState } from '../library-status.ts';
import type { ServiceState } from '../session-state.ts';
import type { TextFormat } from './text-format.ts';
import { preciseUntilPhrase, untilPhrase } from './time-phrases.ts';

/** What holds back every request until a known time. */
export interface Wait {
  readonly reason: 'rate-limited' | 'quota-exhausted' | 'budget-spent';
  readonly untilMs: number;
}

const MINUTE_MS = 60_000;

const REASONS: Readonly<Record<Wait['reason'], string>> = {
  'rate-limited': 'Spotify asked for a short pause',
  'quota-exhausted': 'Spotify’s daily quota',
  'budget-spent': 'Your own daily limit',
};

/** What checking waits for; null where it waits for nothing, or for something without a known end. */
export function currentWait(
  monitor: MonitorState | null,
  service: ServiceState | null,
): Wait | null {
  switch (monitor?.kind) {
    case 'paused':
      // A pause knows better than the service what the check itself met.
      return monitor.pause.kind === 'service'
        ? waitFor(monitor.pause.reason, monitor.pause.untilMs)
        : null;
    case 'checking':
      return null;
    default:
      return service !== null && 'untilMs' in service
        ? waitFor(service.kind, service.untilMs)
        : null;
  }
}

function waitFor(reason: string, untilMs: number): Wait | null {
  switch (reason) {
    case 'rate-limited':
    case 'quota-exhausted':
    case 'budget-spent':
      return { reason, untilMs };
    default:
      return null;
  }
}

/** "Spotify’s daily quota: waiting until 19:53", without a full stop. */
export function waitSentence(wait: Wait, nowMs: number, format: TextFormat = {}): string {
  return `${REASONS[wait.reason]}: waiting ${endOfWait(wait, nowMs, format)}`;
}

/** "Check now (waiting until 19:53: Spotify’s daily quota)", where nothing can be asked. */
export function blockedCheckPhrase(wait: Wait, nowMs: number, format: TextFormat = {}): string {
  return `Check now (waiting ${endOfWait(wait, nowMs, format)}: ${REASONS[wait.reason]})`;
}

/** Never before the true end: a short pause to the second, a long wait to the minute. */
function endOfWait({ reason, untilMs }: Wait, nowMs: number, format: TextFormat): string {
  return reason === 'rate-limited'
    ? preciseUntilPhrase(Math.ceil(untilMs / 1_000) * 1_000, nowMs, format)
    : untilPhrase(Math.ceil(untilMs / MINUTE_MS) * MINUTE_MS, nowMs, format);
}
