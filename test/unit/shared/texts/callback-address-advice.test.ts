import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackRefusalSchema } from '../../../../shared/ipc-contract.ts';
import {
  adviseOnCallbackAddress,
  describeCallbackRefusal,
} from '../../../../shared/texts/callback-address-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const REDIRECT_URI = 'http://127.0.0.1:43821/callback';

describe('advice on a pasted callback address', () => {
  it.each([
    ['', 'empty', /^$/],
    [`${REDIRECT_URI}?code=AQ1&state=s`, 'valid', /^$/],
    ['127.0.0.1:43821/callback?code=AQ1&state=s', 'valid', /^$/],
    [`\n${REDIRECT_URI}?state=s&code=AQ1 `, 'valid', /^$/],
    [REDIRECT_URI, 'wrong', /“code=”/],
    [`${REDIRECT_URI}?state=s`, 'wrong', /“code=”/],
    [`${REDIRECT_URI}?code=&state=s`, 'wrong', /“code=”/],
    [`${REDIRECT_URI}?code=a&code=b&state=s`, 'wrong', /“code=”/],
    [`${REDIRECT_URI}?error=access_denied&state=s`, 'wrong', /“Cancel”/],
    [`${REDIRECT_URI}?error=server_error&state=s`, 'wrong', /“server_error”/],
    ['http://127.0.0.1:43822/callback?code=AQ1&state=s', 'wrong', /another app.*43821/],
    ['http://localhost:43821/callback?code=AQ1&state=s', 'wrong', /another app/],
    ['http://127.0.0.1:43821/callback/?code=AQ1&state=s', 'wrong', /another app/],
    ['https://example.org/?code=AQ1&state=s', 'wrong', /another app/],
    ['https://accounts.spotify.com/authorize?client_id=0f1e', 'wrong', /Press “Agree” there/],
    ['https://accounts.spotify.com/en/login?continue=x', 'wrong', /Press “Agree” there/],
    ['https://notspotify.com/authorize', 'wrong', /another app/],
    ['http://127.0.0.1:9100/authorize?client_id=0f1e', 'wrong', /Press “Agree” there/],
    ['INVALID_CLIENT: Invalid redirect URI', 'wrong', /exactly “http:\/\/127\.0\.0\.1:43821/],
    ['INVALID_CLIENT: Insecure redirect URI', 'wrong', /exactly/],
    ['INVALID_CLIENT: Invalid client', 'wrong', /client ID/],
    ['INVALID_SCOPE: Illegal scope', 'wrong', /permissions/],
    [`${REDIRECT_URI}?code=${'x'.repeat(10_000)}`, 'wrong', /far longer/],
    ['this is not it', 'wrong', /not an address/],
    ['http://', 'wrong', /not an address/],
  ])('for “%s” is %s', (input, kind, text) => {
    const advice = adviseOnCallbackAddress(input, REDIRECT_URI);
    expect(advice.kind).toBe(kind);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('never throws, whatever is pasted and whatever it is compared with', () => {
    const piece = fc.constantFrom(
      'http://',
      '127.0.0.1',
      ':43821',
      '/callback',
      '?code=',
      '&',
      '[',
      '%',
    );
    const address = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 8 });
    fc.assert(
      fc.property(address, fc.oneof(fc.constant(REDIRECT_URI), fc.string()), (pieces, uri) => {
        const advice = adviseOnCallbackAddress(pieces.join(''), uri);
        if (advice.kind === 'valid') expect(advice.value).toBe(pieces.join('').trim());
      }),
    );
  });

  it('takes any code, as long as there is one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (code) => {
        const address = `${REDIRECT_URI}?${new URLSearchParams({ code, state: 's' })}`;
        expect(adviseOnCallbackAddress(address, REDIRECT_URI).kind).toBe('valid');
      }),
    );
  });

  it.each(callbackRefusalSchema.options)('has plain words for the refusal “%s”', (reason) => {
    expect(complaintsAboutAdvice({ kind: 'wrong', text: describeCallbackRefusal(reason) })).toEqual(
      [],
    );
  });
});
