import { describe, expect, it } from 'vitest';
import { describeAccountQuestion } from '../../../../shared/texts/confirm-account-texts.ts';
import { nameOf } from '../../../../shared/texts/session-texts.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

const ADA = { key: 'ada', displayName: 'Ada Brook' };
const BEA = { key: 'bea', displayName: 'Bea Lund' };

function question(found: typeof ADA | null) {
  return describeAccountQuestion({ kind: 'confirming-account', expected: ADA, found });
}

describe('the question whose library to go on with', () => {
  it('names both accounts, and each answer names the one that it is for', () => {
    expect(question(BEA)).toMatchObject({
      body: 'Bea Lund signed in just now, but the library on this computer belongs to Ada Brook.',
      keep: 'Keep Ada Brook',
      use: 'Use Bea Lund',
    });
  });

  it('says so where Spotify did not say who signed in', () => {
    expect(question(null)).toMatchObject({
      body: expect.stringMatching(/belongs to Ada Brook\. Spotify could not say who/),
      keep: 'Keep Ada Brook',
      use: 'Use the new sign-in',
    });
  });

  it('tells two accounts of the same name apart', () => {
    expect(question({ key: 'ada2', displayName: ' Ada Brook ' })).toMatchObject({
      keep: 'Keep Ada Brook (ada)',
      use: 'Use Ada Brook (ada2)',
    });
  });

  it('says in plain words that nothing was changed', () => {
    for (const { title, body, afterwards } of [question(BEA), question(null)]) {
      expect(complaintsAboutHeadline(title)).toEqual([]);
      expect(complaintsAboutSentences(body)).toEqual([]);
      expect(complaintsAboutSentences(afterwards)).toEqual([]);
      expect(afterwards).toMatch(/^Nothing was changed yet\..*kept apart\.$/);
    }
  });

  it('uses the key of an account without a name', () => {
    expect(nameOf({ key: 'k1', displayName: ' ' })).toBe('k1');
  });
});
