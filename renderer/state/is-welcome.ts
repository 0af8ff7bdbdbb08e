import { assertNever } from '../../shared/assert-never.ts';
import type { SessionSnapshot } from '../../shared/ipc-contract.ts';

/** True where there is no account to show anything of, so that setting up is the only thing to do. */
export function isWelcome({ state, account }: SessionSnapshot): boolean {
  switch (state.kind) {
    case 'signed-out':
      return true;
    case 'authorizing':
    case 'confirming-account':
    case 'file-trouble':
    case 'keychain-missing':
    case 'keychain-locked':
    case 'sign-in-needed':
      return account === null;
    case 'active':
    case 'refreshing':
    case 'offline':
    case 'waiting':
      return false;
    default:
      return assertNever(state);
  }
}
