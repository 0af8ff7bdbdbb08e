import type { Account, SessionState } from '../session-state.ts';
import { nameOf } from './session-texts.ts';

type Confirming = Extract<SessionState, { kind: 'confirming-account' }>;

/** The question whether another account may take over, with its two answers. */
export interface AccountQuestion {
  readonly title: string;
  /** Who signed in, and whose library is here. */
  readonly body: string;
  readonly afterwards: string;
  readonly keep: string;
  readonly use: string;
}

/** Asks whose library to go on with. Two accounts of the same name are told apart by their key. */
export function describeAccountQuestion({ expected, found }: Confirming): AccountQuestion {
  const isSameName = found !== null && nameOf(found) === nameOf(expected);
  const named = (account: Account) =>
    isSameName ? `${nameOf(account)} (${account.key})` : nameOf(account);
  const common = {
    title: 'Is this the right account?',
    keep: `Keep ${named(expected)}`,
  };
  return found === null
    ? {
        ...common,
        body: `The library on this computer belongs to ${named(expected)}. Spotify could not say who signed in just now.`,
        afterwards: 'Nothing was changed yet. The data of two accounts are kept apart.',
        use: 'Use the new sign-in',
      }
    : {
        ...common,
        body: `${named(found)} signed in just now, but the library on this computer belongs to ${named(expected)}.`,
        afterwards: 'Nothing was changed yet. The data of the two are kept apart.',
        use: `Use ${named(found)}`,
      };
}
