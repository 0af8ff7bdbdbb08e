import type { Advice } from './advice.ts';
import type { TextFormat } from './text-format.ts';
import { clockTime } from './time-phrases.ts';

const MINUTE_MS = 60_000;
const EXAMPLE_MINUTE = 22 * 60 + 30;

/** "22:30", "2230", "22 h 30", "10.30 pm", "7". */
const TIME = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*(?:([ap])\.?\s*m\.?)?$/iu;
/** What may still become one. */
const BEGUN = /^\d{1,2}\s*(?:[:.h]\s*\d?)?(?:\d{2})?\s*(?:[ap]\.?)?$/iu;

/** "22:30" or "10:30 PM". @param minute minutes after midnight, from 0 to 1,439 */
export function timeOfDay(minute: number, format: TextFormat = {}): string {
  return clockTime(minute * MINUTE_MS, { ...format, timeZone: 'UTC' });
}

/** Reads a time of the day in whatever way it is written. The value is in minutes after midnight. */
export function adviseOnTimeOfDay(input: string, format: TextFormat = {}): Advice<number> {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  const example = `Write a time of the day, such as ${timeOfDay(EXAMPLE_MINUTE, format)}.`;
  const match = TIME.exec(text);
  if (match === null) {
    return { kind: BEGUN.test(text) ? 'incomplete' : 'wrong', text: example };
  }
  const [, hourText = '', minuteText, minuteBehind, half] = match;
  const hour = hourOf(Number(hourText), half?.toLowerCase());
  const minute = Number(minuteText ?? minuteBehind ?? 0);
  return hour === null || minute > 59 || (hour === 24 && minute > 0)
    ? { kind: 'wrong', text: example }
    : { kind: 'valid', value: (hour % 24) * 60 + minute, note: null };
}

/** Null where the clock has no such hour; 24 is the end of the day. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
