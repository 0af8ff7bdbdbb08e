import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessTokenSchema } from '../../../../shared/ipc-contract.ts';
import { adviseOnAccessToken } from '../../../../shared/texts/access-token-advice.ts';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const TOKEN = `BQ${'Ab3-_'.repeat(40)}`;

describe('advice on an access token', () => {
  it.each([
    ['', 'empty', /^$/],
    [' \n', 'empty', /^$/],
    ['Bearer', 'empty', /^$/],
    ['Bearer ', 'empty', /^$/],
    [TOKEN, 'valid', /^$/],
    [`  ${TOKEN}\n`, 'valid', /^$/],
    [`Bearer ${TOKEN}`, 'valid', /“Bearer” in front was left out/],
    [`bearer \t${TOKEN}`, 'valid', /“Bearer” in front was left out/],
    ['BQshort', 'incomplete', /longer/],
    [`${TOKEN}${'x'.repeat(8_192)}`, 'wrong', /far longer/],
    [`${TOKEN.slice(0, 80)} ${TOKEN.slice(80)}`, 'wrong', /space or a line break/],
    [`${TOKEN.slice(0, 80)}\n${TOKEN.slice(80)}`, 'wrong', /space or a line break/],
    [`{"access_token":"${TOKEN}","token_type":"Bearer"}`, 'wrong', /behind “access_token”/],
    [`http://127.0.0.1/#access_token=${TOKEN}`, 'wrong', /behind “access_token”/],
    [`${TOKEN}…`, 'wrong', /no access token has/],
    [`${TOKEN}\u200b`, 'wrong', /no access token has/],
    ['0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'doubtful', /client ID/],
    [`AQ${'Ab3-_'.repeat(40)}`, 'doubtful', /refresh token.*“BQ”/],
    ['https://accounts.spotify.com/authorize', 'doubtful', /address/],
  ])('for “%s” is %s', (input, kind, text) => {
    const advice = adviseOnAccessToken(input);
    expect(advice.kind).toBe(kind);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('takes what copying leaves around it away', () => {
    expect(acceptedValue(adviseOnAccessToken(` Bearer ${TOKEN}\n`))).toBe(TOKEN);
  });

  it('lets through exactly what the contract accepts, and never repeats it', () => {
    const visible = fc.stringMatching(/^[\x21-\x7e]{15,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), visible, fc.string({ unit: 'binary' })), (input) => {
        fc.pre(!/^\s*bearer(\s|$)|access_token/i.test(input));
        const advice = adviseOnAccessToken(input);
        const isAccepted = accessTokenSchema.safeParse(input.trim()).success;
        expect(acceptedValue(advice)).toBe(isAccepted ? input.trim() : null);
        if (input.trim().length > 15) expect(sentenceOf(advice)).not.toContain(input.trim());
      }),
    );
  });
});
