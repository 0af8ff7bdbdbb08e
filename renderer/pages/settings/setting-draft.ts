import { type Advice, acceptedValue } from '../../../shared/texts/advice.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';

/** How one setting is written as text and read again. */
export interface SettingKind<T> {
  write(value: T): string;
  advise(text: string): Advice<T>;
  /** What an empty field means; left out where something has to stand there. */
  readonly empty?: T;
}

/**
 * What stands in a field. As soon as something is typed, the field is the user's: nothing that the
 * main process tells changes it before it is saved, restored or given up.
 */
export type SettingDraft =
  /** The field shows the setting. */
  | { readonly kind: 'follows'; readonly isSaved: boolean }
  /** `hasLeft`: the user went on, so that what is unfinished is no longer being typed. */
  | { readonly kind: 'typed'; readonly text: string; readonly hasLeft: boolean }
  | { readonly kind: 'saving'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string; readonly problem: string };

export const FOLLOWS: SettingDraft = { kind: 'follows', isSaved: false };

/** What a field shows. */
export function shownText<T>(draft: SettingDraft, value: T, kind: SettingKind<T>): string {
  return draft.kind === 'follows' ? kind.write(value) : draft.text;
}

export type Leaving<T> =
  | { readonly kind: 'nothing' }
  /** What is typed is what is set. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'complain' }
  | { readonly kind: 'save'; readonly text: string; readonly value: T };

/** What to do when the user leaves the field or presses Enter. */
export function onLeaving<T>(draft: SettingDraft, value: T, kind: SettingKind<T>): Leaving<T> {
  if (draft.kind === 'follows' || draft.kind === 'saving') return { kind: 'nothing' };
  const accepted = readText(draft.text, kind);
  if (accepted === null) return { kind: 'complain' };
  return kind.write(accepted.value) === kind.write(value)
    ? { kind: 'drop' }
    : { kind: 'save', text: draft.text, value: accepted.value };
}

/** What a text means, wrapped since the value itself may be null; null where it means nothing. */
export function readText<T>(text: string, kind: SettingKind<T>): { readonly value: T } | null {
  const advice = kind.advise(text);
  if (advice.kind === 'empty') return 'empty' in kind ? { value: kind.empty as T } : null;
  const value = acceptedValue(advice);
  return value === null ? null : { value };
}

export interface SettingHint {
  readonly look: 'valid' | 'doubtful' | 'wrong';
  readonly text: string;
}

/** What is to be said below the field; null where nothing is. */
export function hintOf<T>(draft: SettingDraft, value: T, kind: SettingKind<T>): SettingHint | null {
  if (draft.kind === 'refused') return { look: 'wrong', text: draft.problem };
  const advice = kind.advise(shownText(draft, value, kind));
  const hasLeft = draft.kind === 'typed' && draft.hasLeft;
  switch (advice.kind) {
    case 'wrong':
      return { look: 'wrong', text: advice.text };
    case 'incomplete':
      // While it is typed it may still become right.
      return hasLeft ? { look: 'wrong', text: advice.text } : null;
    case 'doubtful':
      return { look: 'doubtful', text: advice.text };
    case 'empty':
      return hasLeft && !('empty' in kind)
        ? { look: 'wrong', text: settingsTexts.problems.empty }
        : savedHint(draft);
    case 'valid':
      return savedHint(draft);
  }
}

function savedHint(draft: SettingDraft): SettingHint | null {
  return draft.kind === 'follows' && draft.isSaved
    ? { look: 'valid', text: settingsTexts.saved }
    : null;
}
