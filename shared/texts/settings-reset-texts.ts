import type { IpcContract } from '../ipc-contract.ts';
import type { IpcAnswer } from '../ipc-derived.ts';
import { describeInternalFailure } from './answer-texts.ts';
import { countOf } from './quantities.ts';
import { settingsTexts } from './settings-texts.ts';
import type { StatusTone } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';

type ResetResult = IpcContract['settings']['commands']['reset']['result']['_output'];

export const settingsResetTexts = {
  title: 'Defaults',
  button: 'Reset all settings…',
  dialog: {
    title: 'Reset all settings?',
    body: 'Every setting on this page goes back to its default, and a password of your proxy is forgotten.',
    left: 'What stays as it is:',
    items: [
      'your sign-in, and your app’s client ID',
      'where the sign-in is kept',
      'your library’s history; how long it is kept is never made shorter by this',
    ],
    confirm: 'Reset all settings',
    cancel: 'Leave them',
  },
} as const;

/** How far the settings are from their defaults. */
export function changedSettingsPhrase(count: number, format: TextFormat = {}): string {
  return count === 0
    ? 'Every setting is at its default.'
    : `${countOf(count, 'setting is', 'settings are', format)} not at the default, each marked by a line beside it.`;
}

/** What came of a reset. */
export function describeReset(answer: IpcAnswer<ResetResult>): {
  readonly tone: StatusTone;
  readonly text: string;
} {
  if (!answer.ok) return { tone: 'attention', text: describeInternalFailure(answer.error) };
  switch (answer.value.kind) {
    case 'done':
      return { tone: 'good', text: 'All settings are at their defaults.' };
    case 'left-behind':
      return {
        tone: 'attention',
        text: 'All settings are at their defaults, but your keychain did not let go of the proxy’s password. You can delete it in your keychain’s own app, under “Cratewatch”.',
      };
    case 'not-written':
      return { tone: 'attention', text: settingsTexts.problems.notWritten };
  }
}
