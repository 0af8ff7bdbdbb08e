import { type BoundedSessionSetting, SESSION_BOUNDS } from '../session-bounds.ts';
import type { Advice } from './advice.ts';

/** Checks a number against the bounds of a setting. */
export function adviseOnNumber(setting: BoundedSessionSetting, input: string): Advice<number> {
  return adviseWithin(SESSION_BOUNDS[setting], input);
}

/** Checks a whole number against two bounds, both of which are allowed. */
export function adviseWithin(
  { min, max }: { readonly min: number; readonly max: number },
  input: string,
): Advice<number> {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  if (!/^\d+$/.test(text)) {
    return { kind: 'wrong', text: `Only a whole number from ${min} to ${max} can stand here.` };
  }
  const value = Number(text);
  if (value < min) return { kind: 'incomplete', text: `The least is ${min}.` };
  if (value > max) return { kind: 'wrong', text: `The most is ${max}.` };
  return { kind: 'valid', value, note: null };
}
