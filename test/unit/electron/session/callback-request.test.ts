import { expect, test } from 'vitest';
import {
  type CallbackRequest,
  judgeCallback,
  redirectUriFor,
} from '../../../../electron/session/callback-request.ts';
import { Secret } from '../../../../electron/session/secret.ts';

const expected = { port: 43_821, state: new Secret('right') };
const good: CallbackRequest = {
  method: 'GET',
  target: '/callback?code=abc&state=right',
  host: '127.0.0.1:43821',
};

const cases: [string, Partial<CallbackRequest>, string][] = [
  ['a code with the right state', {}, 'code'],
  ['another host name', { host: 'evil.example:43821' }, 'wrong-host'],
  ['localhost', { host: 'localhost:43821' }, 'wrong-host'],
  ['another port in Host', { host: '127.0.0.1:80' }, 'wrong-host'],
  ['no Host', { host: null }, 'wrong-host'],
  ['another path', { target: '/favicon.ico' }, 'wrong-path'],
  ['the path with a slash more', { target: '/callback/?code=abc&state=right' }, 'wrong-path'],
  ['the path in an absolute form', { target: 'http://127.0.0.1:43821/callback' }, 'wrong-path'],
  ['another path with POST', { method: 'POST', target: '/' }, 'wrong-path'],
  ['POST', { method: 'POST' }, 'wrong-method'],
  ['HEAD', { method: 'HEAD' }, 'wrong-method'],
  ['another state', { target: '/callback?code=abc&state=wrong' }, 'wrong-state'],
  ['no state', { target: '/callback?code=abc' }, 'wrong-state'],
  ['an empty state', { target: '/callback?code=abc&state=' }, 'wrong-state'],
  ['two states', { target: '/callback?code=abc&state=right&state=right' }, 'wrong-state'],
  ['no query', { target: '/callback' }, 'wrong-state'],
  ['a refusal with another state', { target: '/callback?error=access_denied' }, 'wrong-state'],
  ['a refusal', { target: '/callback?error=access_denied&state=right' }, 'refused'],
  ['neither code nor error', { target: '/callback?state=right' }, 'incomplete'],
  ['two codes', { target: '/callback?code=a&code=b&state=right' }, 'incomplete'],
];

test.each(cases)('%s', (_, change, kind) => {
  expect(judgeCallback({ ...good, ...change }, expected).kind).toBe(kind);
});

test('the code is handed over as a secret', () => {
  const verdict = judgeCallback(good, expected);
  expect(verdict.kind === 'code' && verdict.code.reveal()).toBe('abc');
  expect(JSON.stringify(verdict)).not.toContain('abc');
});

test('only access_denied is a decision of the user', () => {
  const judge = (error: string) =>
    judgeCallback({ ...good, target: `/callback?error=${error}&state=right` }, expected);
  expect(judge('access_denied')).toEqual({ kind: 'refused', byUser: true });
  expect(judge('server_error')).toEqual({ kind: 'refused', byUser: false });
});

test('the string to register is http, the literal address, the port and the path', () => {
  expect(redirectUriFor(43_821)).toBe('http://127.0.0.1:43821/callback');
});
