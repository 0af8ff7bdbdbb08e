import { type BoundedSessionSetting, SESSION_BOUNDS } from '../session-bounds.ts';
import type { Advice } from './advice.ts';
import { groupedNumber } from './quantities.ts';

/** "1,440", as our own sentences write it, and as others do. */
const GROUPED = /^\d{1,3}(?:[,\s’]\d{3})+$/u;

/** Checks a number against the bounds of a setting. */
export function adviseOnNumber(setting: BoundedSessionSetting, input: string): Advice<number> {
  return adviseWithin(SESSION_BOUNDS[setting], input);
}

/** Checks a whole number against two bounds, both of which are allowed. */
export function adviseWithin(
  { min, max }: { readonly min: number; readonly max: number },
  input: string,
): Advice<number> {
  const typed = input.trim();
  const text = GROUPED.test(typed) ? typed.replace(/\D/gu, '') : typed;
  if (text === '') return { kind: 'empty' };
  if (!/^\d+$/.test(text)) {
    return {
      kind: 'wrong',
      text: `Only a whole number from ${groupedNumber(min)} to ${groupedNumber(max)} can stand here.`,
    };
  }
  const value = Number(text);
  if (value < min) return { kind: 'incomplete', text: `The least is ${groupedNumber(min)}.` };
  if (value > max) return { kind: 'wrong', text: `The most is ${groupedNumber(max)}.` };
  return { kind: 'valid', value, note: null };
}
