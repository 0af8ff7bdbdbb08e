import { expect, test } from 'vitest';
import { offlineCauseOf } from '../../../../electron/session/offline-cause.ts';

test.each([
  ['ENOTFOUND', 'no-network'],
  ['EAI_AGAIN', 'no-network'],
  ['ENETUNREACH', 'no-network'],
  ['ENETDOWN', 'no-network'],
  ['EHOSTUNREACH', 'no-network'],
  ['ECONNREFUSED', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['TIME_LIMIT', 'unreachable'],
  ['UND_ERR_SOCKET', 'unreachable'],
  ['UNKNOWN', 'unreachable'],
  ['', 'unreachable'],
  // Of OpenSSL, as Node gives them.
  ['CERT_HAS_EXPIRED', 'untrusted'],
  ['CERT_NOT_YET_VALID', 'untrusted'],
  ['CERT_UNTRUSTED', 'untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'untrusted'],
])('a request that failed with %j is %s', (code, cause) => {
  expect(offlineCauseOf(code)).toBe(cause);
});
