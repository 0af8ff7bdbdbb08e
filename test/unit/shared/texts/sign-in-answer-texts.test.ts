import { describe, expect, it } from 'vitest';
import { describeCallbackAnswer } from '../../../../shared/texts/callback-address-advice.ts';
import { describeImportRefusal } from '../../../../shared/texts/import-texts.ts';
import { describeSignInAnswer } from '../../../../shared/texts/sign-in-answer-texts.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const INTERNAL = { ok: false, error: { kind: 'internal', id: 'c4f19b02' } } as const;

describe('the answer to a sign-in', () => {
  it.each(['started', 'no-file-chosen'] as const)('is no news where it is “%s”', (kind) => {
    expect(describeSignInAnswer({ ok: true, value: { kind } })).toBe('');
  });

  it.each([
    ['client-id-invalid', /client ID/],
    ['secret-invalid', /client secret/],
    ['token-invalid', /access token/],
    ['already-running', /already running/],
  ] as const)('says what is wrong where it is “%s”', (kind, text) => {
    const sentence = describeSignInAnswer({ ok: true, value: { kind } });
    expect(sentence).toMatch(text);
    expect(complaintsAboutSentences(sentence)).toEqual([]);
  });

  it('says why a file was not taken over', () => {
    const value = { kind: 'refused', reason: 'expired' } as const;
    expect(describeSignInAnswer({ ok: true, value })).toBe(describeImportRefusal('expired'));
  });

  it('names the log entry when something unexpected went wrong', () => {
    expect(describeSignInAnswer(INTERNAL)).toMatch(/c4f19b02/);
  });
});

describe('the answer to a pasted address', () => {
  it.each([
    [{ ok: true, value: { kind: 'accepted' } } as const, /^$/],
    [{ ok: true, value: { kind: 'not-running' } } as const, /has ended/],
    [{ ok: true, value: { kind: 'refused', reason: 'other-sign-in' } } as const, /another sign-in/],
    [INTERNAL, /c4f19b02/],
  ])('%o', (answer, text) => {
    expect(describeCallbackAnswer(answer)).toMatch(text);
  });
});
