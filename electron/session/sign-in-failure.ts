import { assertNever } from '../../shared/assert-never.ts';
import type { SignInFailure } from '../../shared/session-state.ts';
import { offlineCauseOf } from './offline-cause.ts';
import type { TokenOutcome } from './token-response.ts';

/** What the user is told when the code could not be exchanged for tokens. */
export function signInFailureOf(outcome: Exclude<TokenOutcome, { kind: 'tokens' }>): SignInFailure {
  switch (outcome.kind) {
    case 'invalid-grant':
    case 'rejected':
      return { kind: 'code-not-accepted' };
    case 'invalid-client':
      return { kind: 'client-not-accepted' };
    case 'rate-limited':
      return { kind: 'service-unreadable', status: 429 };
    case 'server-trouble':
    case 'unreadable':
      return { kind: 'service-unreadable', status: outcome.status };
    case 'network':
      return { kind: 'service-unreachable', cause: offlineCauseOf(outcome.code) };
    default:
      return assertNever(outcome);
  }
}
