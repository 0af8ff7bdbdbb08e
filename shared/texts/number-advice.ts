import { type BoundedSessionSetting, SESSION_BOUNDS } from '../session-bounds.ts';
import type { Advice } from './advice.ts';

/** Checks a number against the bounds of a setting. */
export function adviseOnNumber(setting: BoundedSessionSetting, input: string): Advice<number> {
  const text = input.trim();
  const { min, max } = SESSION_BOUNDS[setting];
  if (text === '') return { kind: 'empty' };
  if (!/^\d+$/.test(text)) {
    return { kind: 'wrong', text: `Only a whole number from ${min} to ${max} can stand here.` };
  }
  const value = Number(text);
  if (value < min) return { kind: 'incomplete', text: `The least is ${min}.` };
  if (value > max) return { kind: 'wrong', text: `The most is ${max}.` };
  return { kind: 'valid', value, note: null };
}
