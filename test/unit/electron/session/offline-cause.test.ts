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
  ['CERT_HAS_EXPIRED', 'certificate-date'],
  ['CERT_NOT_YET_VALID', 'certificate-date'],
  ['CERT_UNTRUSTED', 'untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-name'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'untrusted'],
  // Ours, for what stands between.
  ['PROXY_LOGIN', 'proxy-login'],
  ['PROXY_UNREACHABLE', 'proxy-unreachable'],
  ['PROXY_REFUSED', 'proxy-refused'],
  ['PROXY_UNUSABLE', 'proxy-unusable'],
  ['PROXY_GATEWAY', 'unreachable'],
  ['SYSTEM_OFFLINE', 'no-network'],
  ['FOREIGN_ANSWER', 'guest-network'],
])('a request that failed with %j is %s', (code, cause) => {
  expect(offlineCauseOf(code)).toBe(cause);
});
