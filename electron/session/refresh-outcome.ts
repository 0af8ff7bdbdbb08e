import { assertNever } from '../../shared/assert-never.ts';
import type { RefreshOutcome } from '../../shared/connection.ts';
import type { SignInReason } from '../../shared/session-state.ts';
import type { RefreshTrouble } from './session-model.ts';

/** The word of the refresh log for a refresh that will be tried again. */
export function outcomeOfTrouble(trouble: RefreshTrouble): RefreshOutcome {
  switch (trouble) {
    case 'no-network':
    case 'unreachable':
    case 'guest-network':
    case 'untrusted':
    case 'certificate-date':
    case 'certificate-name':
    case 'proxy-login':
    case 'proxy-unreachable':
    case 'proxy-refused':
    case 'proxy-unusable':
      return 'offline';
    case 'rate-limited':
    case 'service-trouble':
    case 'other-instance':
      return trouble;
    default:
      return assertNever(trouble);
  }
}

/** The word of the refresh log for a refresh that ended the session. */
export function outcomeOfEnd(reason: SignInReason): RefreshOutcome {
  return reason === 'expired' || reason === 'client-invalid' ? reason : 'refused';
}
