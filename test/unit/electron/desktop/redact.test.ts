import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine } from '../../../../electron/desktop/log-line.ts';
import { redact } from '../../../../electron/desktop/redact.ts';

/** Shapes in which a secret could find its way into a message. */
const SHAPES: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `failed with ${secret}`,
  (secret) => `"${secret}"`,
  (secret) => `Authorization: Bearer ${secret}`,
  (secret) => `{"authorization":"Bearer ${secret}"}`,
  (secret) => `authorization=Basic%20${secret}`,
  (secret) => `access_token=${secret}&token_type=Bearer`,
  (secret) => `{"access_token":"${secret}","expires_in":3600}`,
  (secret) => JSON.stringify(JSON.stringify({ refresh_token: secret })),
  (secret) => `{ refresh_token: '${secret}' }`,
  (secret) => `refreshToken: ${secret}`,
  (secret) => `grant_type=authorization_code&code=${secret}&code_verifier=${secret}`,
  (secret) => `GET http://127.0.0.1:43821/callback?code=${secret}&state=${secret}`,
  (secret) => encodeURIComponent(`http://127.0.0.1:43821/callback?code=${secret}&state=${secret}`),
  (secret) => encodeURIComponent(JSON.stringify({ access_token: secret })),
  (secret) => `client_secret=${secret}`,
  (secret) => `Error: token: ${secret}\n    at request (main.js:1:2)`,
  (secret) => `https://user:x@127.0.0.1/?password=${secret}`,
];

const base64url = fc
  .integer({ min: 0, max: 2 ** 31 })
  .map(() => randomBytes(96).toString('base64url'));
const secretOf = (alphabet: string, minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength, maxLength })
    .map((letters) => letters.join(''));
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The longest stretch of the secret that is still there. */
function longestLeak(secret: string, line: string): number {
  for (let length = 8; length <= secret.length; length += 1) {
    let isFound = false;
    for (let start = 0; start + length <= secret.length; start += 1) {
      if (line.includes(secret.slice(start, start + length))) {
        isFound = true;
        break;
      }
    }
    if (!isFound) {
      return length - 1;
    }
  }
  return secret.length;
}

describe('a redacted line', () => {
  it.each([
    ['tokens', base64url],
    ['codes and client secrets', secretOf('0123456789abcdef', 32, 32)],
    ['strings of letters and digits', secretOf(BASE62, 32, 300)],
    ['verifiers', secretOf(`${BASE62}_-~`, 43, 128)],
  ])('shows no part of %s, whatever stands around them', (_name, secrets) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...SHAPES), (secret, shape) => {
        expect(longestLeak(secret, redact(shape(secret)))).toBeLessThan(8);
      }),
      { numRuns: 400 },
    );
  });

  it('shows no short value of a name that says it is secret', () => {
    fc.assert(
      fc.property(
        secretOf(BASE62, 9, 20),
        fc.constantFrom(...SHAPES.slice(3, 12), ...SHAPES.slice(15)),
        (secret, shape) => {
          // A code in capitals is how errors are named; a real one is not (facts §1).
          fc.pre(!/^[A-Z][A-Z0-9_]*$/.test(secret));
          expect(redact(shape(secret))).not.toContain(secret);
        },
      ),
    );
  });

  it('shows no e-mail address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(redact(`signed in as <${address}>, ${encodeURIComponent(address)}`)).not.toContain(
          address.slice(address.indexOf('@')),
        );
      }),
    );
    expect(redact('jörg.müller+x@bücher.example')).toBe('[e-mail]');
  });

  it.each([
    'Light check done items=12000 requests=12 changes=3',
    'The token request failed code=ECONNRESET attempt=2',
    'Answer status=429 code=404 state=active untilMs=1795300000000',
    'kept as /home/anna/.config/Cratewatch/settings.json.damaged-20261121T033000',
    'TypeError: requestSingleInstanceLock is not a function',
    'at MainWindow.open (file:///opt/Cratewatch/resources/app.asar/out/main/main.js:12:34)',
    'net::ERR_INTERNET_DISCONNECTED ERR_CONNECTION_REFUSED',
    'Internal error id=0f8fad5b-d9cb-469f-a165-70867728950e',
    'Redirect URI http://127.0.0.1:43821/callback',
  ])('leaves what helps to find a fault: %s', (line) => {
    expect(redact(line)).toBe(line);
  });
});

describe('a log line', () => {
  it('holds the message and its fields', () => {
    expect(logLine('Check done', { items: 3, whole: true, list: null, why: 'by hand' })).toBe(
      'Check done items=3 whole=true list=null why="by hand"',
    );
  });

  it('indents further lines, so that nothing can pass for an entry of its own', () => {
    expect(logLine('First\n2026-11-21 error forged')).toBe('First\n    2026-11-21 error forged');
  });

  it('is redacted as a whole', () => {
    expect(logLine('Answer', { access_token: 'abc', stack: 'Bearer abc' })).toBe(
      'Answer access_token=[hidden] stack="Bearer [hidden]"',
    );
  });
});
