import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientIdSchema } from '../../../../shared/ipc-contract.ts';
import { adviseOnClientId } from '../../../../shared/texts/client-id-advice.ts';

const ID = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

describe('advice on a client ID', () => {
  it.each([
    ['', 'empty', null],
    ['   ', 'empty', null],
    [ID.slice(0, 12), 'incomplete', /12 of 32/],
    ['https://developer.spotify.com/dashboard/0f1e', 'wrong', /address/],
    ['ada@example.org', 'wrong', /e-mail/],
    [`${ID}${ID}`, 'wrong', /twice.*secret/],
    [`${ID} ${ID}`, 'wrong', /twice.*secret/],
    [`${ID.slice(0, 16)} ${ID.slice(16)}`, 'wrong', /space/],
    [`${ID.slice(0, 31)}g`, 'wrong', /only the digits/],
    [`${ID}0`, 'wrong', /33 characters/],
  ])('for “%s” is %s', (input, kind, text) => {
    const advice = adviseOnClientId(input);
    expect(advice.kind).toBe(kind);
    if (text !== null) expect(advice).toHaveProperty('text', expect.stringMatching(text));
  });

  it.each([
    `https://developer.spotify.com/dashboard/${ID}`,
    `https://developer.spotify.com/dashboard/${ID}/settings?x=1`,
    `"${ID}"`,
    `“${ID.toUpperCase()}”`,
  ])('takes it out of %s', (input) => {
    expect(adviseOnClientId(input)).toEqual({
      kind: 'valid',
      value: ID,
      note: 'Taken out of what you pasted.',
    });
  });

  it('does not take it out of an address that is not of the dashboard', () => {
    expect(adviseOnClientId(`https://example.org/${ID}`).kind).toBe('wrong');
  });

  it('takes the white space away that copying leaves, and writes small letters', () => {
    expect(adviseOnClientId(` ${ID.toUpperCase()}\n`)).toEqual({
      kind: 'valid',
      value: ID,
      note: null,
    });
  });

  it('is “valid” exactly for what the contract accepts', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-fA-F]{30,34}$/), fc.constant(ID)),
        (input) => {
          const isAccepted = clientIdSchema.safeParse(input.trim()).success;
          expect(adviseOnClientId(input).kind === 'valid').toBe(isAccepted);
        },
      ),
    );
  });
});
