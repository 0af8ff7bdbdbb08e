import { expect, it, vi } from 'vitest';
import { offlineCauseOf } from '../../../../electron/session/offline-cause.ts';
import { OnlineTokenEndpoint } from '../../../../electron/session/online-token-endpoint.ts';
import type { TokenAnswer, TokenRequest } from '../../../../electron/session/token-endpoint.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const REQUEST: TokenRequest = {
  grant: 'client-credentials',
  client: { id: 'a', secret: null },
};
const ANSWER: TokenAnswer = { outcome: { kind: 'invalid-grant' }, sentAtMs: 1, clockSkewMs: 2 };

it('asks for no token while the system says that it is offline, and asks when it does not', async () => {
  const clock = new ManualClock();
  const request = vi.fn(async () => ANSWER);
  let isOnline = false;
  const endpoint = new OnlineTokenEndpoint({ request }, () => isOnline, clock);
  const refused = await endpoint.request(REQUEST);
  expect(refused).toEqual({
    outcome: { kind: 'network', code: 'SYSTEM_OFFLINE' },
    sentAtMs: clock.nowMs(),
    clockSkewMs: null,
  });
  expect(request).not.toHaveBeenCalled();
  isOnline = true;
  const { signal } = new AbortController();
  expect(await endpoint.request(REQUEST, signal)).toBe(ANSWER);
  expect(request).toHaveBeenCalledExactlyOnceWith(REQUEST, signal);
});

it.each([
  ['SYSTEM_OFFLINE', 'no-network'],
  ['ENETUNREACH', 'no-network'],
  ['ECONNRESET', 'unreachable'],
  ['FOREIGN_ANSWER', 'guest-network'],
  ['CERT_HAS_EXPIRED', 'certificate-date'],
  ['PROXY_LOGIN', 'proxy-login'],
])('%s means %s', (code, cause) => {
  expect(offlineCauseOf(code)).toBe(cause);
});
