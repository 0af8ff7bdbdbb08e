import { assertNever } from '../shared/assert-never.ts';
import type { ConnectionTest } from '../shared/ipc-contract.ts';
import type { Identity } from './session/identity.ts';
import type { ApiFailure, ApiResult } from './spotify/api-failure.ts';
import type { Profile } from './spotify/catalogue.ts';

/** Whose token it was that `GET /me` was asked with. */
export function identityOf(result: ApiResult<Profile>): Identity {
  if (result.kind === 'ok') {
    const { accountKey, displayName } = result.value;
    return { kind: 'account', account: { key: accountKey, displayName } };
  }
  return { kind: result.failure.kind === 'unauthorized' ? 'refused' : 'unknown' };
}

/** What `GET /me` says about the connection: trouble with tokens is told apart from the rest. */
export function testOf(result: ApiResult<Profile>): ConnectionTest {
  return result.kind === 'ok'
    ? { kind: 'ok', displayName: result.value.displayName }
    : failedTest(result.failure);
}

function failedTest(failure: ApiFailure): ConnectionTest {
  switch (failure.kind) {
    case 'session':
      return { kind: 'no-token' };
    case 'unauthorized':
      return { kind: 'service', reason: 'token-refused', untilMs: null };
    case 'network':
      return { kind: 'service', reason: 'offline', untilMs: null };
    case 'not-now':
      return failure.reason === 'closing'
        ? { kind: 'service', reason: 'trouble', untilMs: null }
        : { kind: 'service', reason: failure.reason, untilMs: failure.untilMs };
    case 'not-allow-listed':
    case 'scope-missing':
      return { kind: 'service', reason: failure.kind, untilMs: null };
    case 'forbidden':
    case 'not-found':
    case 'server':
    case 'unreadable':
    case 'unexpected':
      return { kind: 'service', reason: 'trouble', untilMs: null };
    default:
      return assertNever(failure);
  }
}
