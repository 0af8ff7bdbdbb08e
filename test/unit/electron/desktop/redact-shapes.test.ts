import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLine } from '../../../../electron/desktop/log-line.ts';
import { redact } from '../../../../electron/desktop/redact.ts';
import {
  type Context,
  LINE_ENDS,
  LOGIN_CONTEXTS,
  NAMED_CONTEXTS,
  OPEN_CONTEXTS,
} from './redact-contexts.ts';
import { BARE_SECRETS, eMail, passwords } from './redact-secrets.ts';

/** The longest stretch of a secret that may stay. */
const LONGEST_REST = 7;

/** The stretches of a secret, as it is and encoded, that a line still shows. */
function leaks(secret: string, line: string): string[] {
  const found: string[] = [];
  for (const form of new Set([secret, encodeURIComponent(secret)])) {
    for (let start = 0; start + LONGEST_REST < form.length; start += 1) {
      const stretch = form.slice(start, start + LONGEST_REST + 1);
      if (line.includes(stretch)) found.push(stretch);
    }
  }
  return found;
}

function expectHidden(secret: string, text: string): void {
  expect(leaks(secret, redact(text)), `of ${secret} in ${redact(text)}`).toEqual([]);
}

const inAny = (contexts: readonly Context[]) => fc.constantFrom(...contexts);

describe('of a redacted text nothing is left of', () => {
  it.each(BARE_SECRETS)('$name, whatever stands around it', ({ secrets }) => {
    fc.assert(
      fc.property(secrets, inAny([...OPEN_CONTEXTS, ...NAMED_CONTEXTS]), (secret, context) => {
        expectHidden(secret, context.write(secret));
      }),
      { numRuns: 500 },
    );
  });

  it.each(BARE_SECRETS)('$name that is broken by the end of a line', ({ secrets }) => {
    fc.assert(
      fc.property(
        secrets,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...LINE_ENDS),
        inAny([...OPEN_CONTEXTS, ...NAMED_CONTEXTS].filter(({ keepsLineEnds }) => keepsLineEnds)),
        (secret, share, lineEnd, context) => {
          const at = Math.floor(share * secret.length);
          const text = context.write(`${secret.slice(0, at)}${lineEnd}${secret.slice(at)}`);
          expectHidden(secret.slice(0, at), text);
          expectHidden(secret.slice(at), text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(BARE_SECRETS.filter(({ isLong }) => isLong))(
    '$name that is spread over fields',
    ({ secrets }) => {
      fc.assert(
        fc.property(secrets, (secret) => {
          const middle = Math.floor(secret.length / 2);
          const halves = { first: secret.slice(0, middle), rest: secret.slice(middle) };
          expect(leaks(secret, logLine('Answer', halves))).toEqual([]);
          expectHidden(secret, inspect(halves));
          expectHidden(secret, JSON.stringify(Object.values(halves)));
        }),
        { numRuns: 200 },
      );
    },
  );

  it('a password, however short or readable, that stands under its name or before a host', () => {
    fc.assert(
      fc.property(passwords, inAny([...NAMED_CONTEXTS, ...LOGIN_CONTEXTS]), (secret, context) => {
        fc.pre(context.takes?.(secret) ?? true);
        expectHidden(secret, context.write(secret));
      }),
      { numRuns: 1_500 },
    );
  });

  it('an e-mail address, whatever stands around it', () => {
    fc.assert(
      fc.property(
        eMail,
        inAny([...OPEN_CONTEXTS, ...NAMED_CONTEXTS, ...LOGIN_CONTEXTS]),
        (address, context) => {
          expectHidden(address, context.write(address));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('an e-mail address that is broken by the end of a line', () => {
    fc.assert(
      fc.property(
        eMail,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...LINE_ENDS),
        (address, share, lineEnd) => {
          fc.pre(!address.includes('"'));
          const at = Math.floor(share * address.length);
          const [first, rest] = [address.slice(0, at), address.slice(at)];
          const text = `signed in as ${first}${lineEnd}${rest}, and all is well`;
          // Behind the `@` is what a provider is called, and with a dot before the end no sign of it.
          if (!first.includes('@')) expectHidden(first, text);
          expectHidden(address.slice(0, address.indexOf('@')), text);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('the value of a field whose name says that it is secret', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: 'binary' }),
        fc.constantFrom('token', 'client_secret', 'proxyPassword', 'set-cookie', 'codeVerifier'),
        (value, name) => {
          expect(logLine('Answer', { status: 401, [name]: value, attempt: 2 })).toBe(
            `Answer status=401 ${name}=[hidden] attempt=2`,
          );
        },
      ),
    );
  });
});
