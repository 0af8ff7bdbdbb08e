import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A smaller difference does no harm (blueprint §3). */
const WRONG_FROM_MS = 2 * MINUTE_MS;

export interface ClockSkewText {
  readonly isWrong: boolean;
  readonly text: string;
}

/**
 * How this computer's clock stands against Spotify's.
 *
 * @param skewMs Spotify's time minus this machine's; null where no answer has told it yet
 */
export function describeClockSkew(skewMs: number | null, format: TextFormat = {}): ClockSkewText {
  if (skewMs === null) return { isWrong: false, text: 'Not compared with Spotify’s yet.' };
  if (Math.abs(skewMs) <= WRONG_FROM_MS) {
    return { isWrong: false, text: 'This computer’s clock agrees with Spotify’s.' };
  }
  const direction = skewMs > 0 ? 'behind' : 'ahead';
  return {
    isWrong: true,
    text: `This computer’s clock is ${span(Math.abs(skewMs), format)} ${direction}. Access may seem over too early or too late. Let the system set the time by itself, or set it by hand.`,
  };
}

function span(ms: number, format: TextFormat): string {
  if (ms < 2 * HOUR_MS) return countOf(Math.round(ms / MINUTE_MS), 'minute', 'minutes', format);
  return ms < 2 * DAY_MS
    ? countOf(Math.round(ms / HOUR_MS), 'hour', 'hours', format)
    : countOf(Math.round(ms / DAY_MS), 'day', 'days', format);
}
