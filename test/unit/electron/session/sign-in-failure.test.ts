import { expect, test } from 'vitest';
import { signInFailureOf } from '../../../../electron/session/sign-in-failure.ts';
import type { OfflineCause } from '../../../../shared/session-state.ts';

test.each<[string, OfflineCause]>([
  ['ENOTFOUND', 'no-network'],
  ['ECONNREFUSED', 'unreachable'],
  ['PROXY_LOGIN', 'proxy-login'],
  ['PROXY_REFUSED', 'proxy-refused'],
  ['CERT_HAS_EXPIRED', 'certificate-date'],
])('a sign-in that ends with %s says that it was %s', (code, cause) => {
  expect(signInFailureOf({ kind: 'network', code })).toEqual({
    kind: 'service-unreachable',
    cause,
  });
});
