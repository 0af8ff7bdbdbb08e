import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionSettingsSchema } from '../../../../shared/session-settings.ts';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import { adviseOnRedirectUri } from '../../../../shared/texts/redirect-uri-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

describe('advice on a redirect address', () => {
  it.each([
    ['', 'empty', /^$/],
    ['https://example.org/back', 'valid', /^$/],
    ['https://example.org:8443/back?from=spotify', 'valid', /^$/],
    ['http://127.0.0.1:43821/callback', 'valid', /^$/],
    ['http://[::1]:43821/callback', 'valid', /^$/],
    ['http://127.0.0.1/callback', 'doubtful', /Without a port/],
    ['https://example.org/call-back', 'doubtful', /hyphen/],
    ['http://localhost:43821/callback', 'wrong', /refuses “localhost”.*“127\.0\.0\.1”/],
    ['https://localhost/callback', 'wrong', /refuses “localhost”/],
    ['http://example.org/back', 'wrong', /only with/],
    ['http://127.1:43821/callback', 'wrong', /only with/],
    ['http://127.0.0.1.example.org/back', 'wrong', /only with/],
    ['http://192.168.1.7:43821/callback', 'wrong', /only with/],
    ['cratewatch://callback', 'wrong', /begins with “https:\/\/”/],
    ['https://example.org/back#part', 'wrong', /“#”/],
    ['https://ada:pw@example.org/back', 'wrong', /password/],
    ['https://example.org/a b', 'wrong', /space/],
    ['example.org/back', 'wrong', /not a whole address/],
    ['https://', 'wrong', /not a whole address/],
    [`https://example.org/${'x'.repeat(500)}`, 'wrong', /longer/],
  ])('for “%s” is %s', (input, kind, text) => {
    const advice = adviseOnRedirectUri(input);
    expect(advice.kind).toBe(kind);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('keeps what was typed letter by letter, because Spotify compares it so', () => {
    const typed = 'https://Example.org:443/Back/';
    expect(acceptedValue(adviseOnRedirectUri(` ${typed}\n`))).toBe(typed);
  });

  it('never throws, and lets only addresses through that the contract takes', () => {
    const piece = fc.constantFrom(
      'https://',
      'http://',
      '127.0.0.1',
      'a.org',
      ':1',
      '/',
      '#',
      '@',
      '[',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))), (pieces) => {
        const value = acceptedValue(adviseOnRedirectUri(pieces.join('')));
        if (value === null) return;
        expect(URL.canParse(value)).toBe(true);
        expect(sessionSettingsSchema.shape.manualRedirectUri.safeParse(value).success).toBe(true);
      }),
    );
  });
});
