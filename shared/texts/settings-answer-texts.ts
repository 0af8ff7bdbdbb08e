import type { IpcContract } from '../ipc-contract.ts';
import type { IpcAnswer } from '../ipc-derived.ts';
import type { TokenCacheKind } from '../session-settings.ts';
import { describeInternalFailure } from './answer-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import type { StatusTone } from './status-sentence.ts';
import { CACHE_PLACES } from './token-cache-texts.ts';

type Result<C> = C extends { result: { _output: infer R } } ? R : never;
type UpdateResult = Result<IpcContract['settings']['commands']['update']>;
type MoveResult = Result<IpcContract['session']['commands']['moveTokens']>;

/** Why a setting was not saved; null where it was. */
export function describeUpdateProblem(answer: IpcAnswer<UpdateResult>): string | null {
  if (!answer.ok) return describeInternalFailure(answer.error);
  switch (answer.value.kind) {
    case 'done':
      return null;
    case 'invalid':
      return settingsTexts.problems.invalid;
    case 'not-written':
      return settingsTexts.problems.notWritten;
  }
}

export interface MoveText {
  readonly tone: StatusTone;
  readonly text: string;
}

/** What came of moving the session from one place to another. */
export function describeMove(
  answer: IpcAnswer<MoveResult>,
  from: TokenCacheKind,
  to: TokenCacheKind,
): MoveText {
  if (!answer.ok) return { tone: 'attention', text: describeInternalFailure(answer.error) };
  switch (answer.value.kind) {
    case 'done':
      return { tone: 'good', text: `The sign-in is now kept in ${CACHE_PLACES[to]}.` };
    case 'not-taken':
      return {
        tone: 'attention',
        text: `${capitalized(CACHE_PLACES[to])} did not take the sign-in. It stays in ${CACHE_PLACES[from]}, and nothing is lost.`,
      };
    case 'left-behind':
      return {
        tone: 'attention',
        text: `The sign-in is now kept in ${CACHE_PLACES[to]}, but the old copy in ${CACHE_PLACES[from]} could not be deleted. ${REMOVAL[from]}`,
      };
    case 'busy':
      return {
        tone: 'waiting',
        text: 'The sign-in is just being used or renewed. Try again in a moment.',
      };
  }
}

/** How to get rid of a copy by hand. */
const REMOVAL: Readonly<Record<TokenCacheKind, string>> = {
  keychain: 'Delete the entry “Cratewatch” in your keychain’s own app.',
  file: 'Delete the file by hand.',
  memory: 'It goes when Cratewatch quits.',
};

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
