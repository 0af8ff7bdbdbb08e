import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientSecretSchema } from '../../../../shared/ipc-contract.ts';
import { adviseOnClientSecret } from '../../../../shared/texts/client-secret-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const ID = 'ffffffffffffffffffffffffffffffff';

describe('advice on a client secret', () => {
  it.each([
    ['', 'empty', /^$/],
    [' \n ', 'empty', /^$/],
    [SECRET, 'valid', /^$/],
    [` ${SECRET.toUpperCase()}\n`, 'valid', /^$/],
    [SECRET.slice(0, 12), 'incomplete', /12 of 32/],
    [ID, 'wrong', /client ID once more/],
    [ID.toUpperCase(), 'wrong', /client ID once more/],
    [`${ID}${SECRET}`, 'wrong', /twice/],
    [`${ID}:${SECRET}`, 'wrong', /twice/],
    ['https://developer.spotify.com/dashboard', 'wrong', /address.*“View client secret”/],
    ['ada@example.org', 'wrong', /e-mail/],
    [`${SECRET.slice(0, 16)} ${SECRET.slice(16)}`, 'wrong', /space/],
    [`${SECRET.slice(0, 31)}g`, 'wrong', /only the digits/],
    [`${SECRET}0`, 'wrong', /33 characters/],
    ['••••••••••••••••••••••••••••••••', 'wrong', /only the digits/],
  ])('for “%s” is %s', (input, kind, text) => {
    const advice = adviseOnClientSecret(input, ID);
    expect(advice.kind).toBe(kind);
    expect(sentenceOf(advice)).toMatch(text);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('knows the client ID again however it is written', () => {
    expect(adviseOnClientSecret(ID, ID.toUpperCase()).kind).toBe('wrong');
  });

  it('writes small letters, as the dashboard does', () => {
    expect(adviseOnClientSecret(SECRET.toUpperCase(), null)).toHaveProperty('value', SECRET);
  });

  it('is “valid” exactly for what the contract accepts, and never repeats what was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-fA-F]{30,34}$/), fc.constant(SECRET)),
        (input) => {
          const advice = adviseOnClientSecret(input, null);
          const isAccepted = clientSecretSchema.safeParse(input.trim()).success;
          expect(advice.kind === 'valid').toBe(isAccepted);
          if (input.trim().length > 8) expect(sentenceOf(advice)).not.toContain(input.trim());
        },
      ),
    );
  });
});
