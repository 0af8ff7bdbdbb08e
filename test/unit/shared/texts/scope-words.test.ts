import { describe, expect, it } from 'vitest';
import { KNOWN_SCOPES } from '../../../../shared/scopes.ts';
import { scopeWords } from '../../../../shared/texts/scope-words.ts';
import { complaintsAboutHeadline } from './plain-words.ts';

describe('permissions in words', () => {
  it('are plain and tell them apart, for every one that Spotify knows', () => {
    const words = KNOWN_SCOPES.map(scopeWords);
    expect(new Set(words).size).toBe(KNOWN_SCOPES.length);
    for (const word of words) expect.soft(complaintsAboutHeadline(word), word).toEqual([]);
  });

  it.each(['user-brand-new', 'constructor', '__proto__'])('leave “%s” as it is', (scope) => {
    expect(scopeWords(scope)).toBe(scope);
  });
});
