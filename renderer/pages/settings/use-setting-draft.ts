import { useState } from 'react';
import {
  FOLLOWS,
  hintOf,
  onLeaving,
  readText,
  type SettingHint,
  type SettingKind,
  shownText,
} from './setting-draft.ts';

/** Saves a value; resolves with what went wrong, or null. */
export type SaveSetting<T> = (value: T) => Promise<string | null>;

export interface EditedSetting<T> {
  readonly text: string;
  readonly hint: SettingHint | null;
  /** What the text means; null while it means nothing. */
  readonly meant: { readonly value: T } | null;
  readonly isUnsaved: boolean;
  readonly type: (text: string) => void;
  /** The user goes on, or pressed Enter. */
  readonly leave: () => void;
  /** Goes back to what is set. */
  readonly giveUp: () => void;
}

/** One setting while it is edited. */
export function useSettingDraft<T>(
  value: T,
  kind: SettingKind<T>,
  save: SaveSetting<T>,
): EditedSetting<T> {
  const [draft, setDraft] = useState(FOLLOWS);

  async function saveText(text: string, typed: T) {
    setDraft({ kind: 'saving', text });
    const problem = await save(typed);
    setDraft((now) => {
      // What was typed meanwhile stays.
      if (now.kind !== 'saving' || now.text !== text) return now;
      return problem === null
        ? { kind: 'follows', isSaved: true }
        : { kind: 'refused', text, problem };
    });
  }

  return {
    text: shownText(draft, value, kind),
    hint: hintOf(draft, value, kind),
    meant: readText(shownText(draft, value, kind), kind),
    isUnsaved: draft.kind !== 'follows',
    type: (text) => setDraft({ kind: 'typed', text, hasLeft: false }),
    leave: () => {
      const leaving = onLeaving(draft, value, kind);
      switch (leaving.kind) {
        case 'nothing':
          return;
        case 'drop':
          setDraft(FOLLOWS);
          return;
        case 'complain':
          setDraft((now) => (now.kind === 'typed' ? { ...now, hasLeft: true } : now));
          return;
        case 'save':
          void saveText(leaving.text, leaving.value);
          return;
      }
    },
    giveUp: () => setDraft(FOLLOWS),
  };
}
