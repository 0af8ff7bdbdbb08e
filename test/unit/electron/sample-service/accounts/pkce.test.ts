import { describe, expect, it } from 'vitest';
import {
  challengeOf,
  isCodeVerifier,
  verifierMatches,
} from '../../../../../electron/sample-service/accounts/pkce.ts';

// RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('PKCE', () => {
  it('makes the challenge of the RFC’s example', () => {
    expect(challengeOf(VERIFIER)).toBe(CHALLENGE);
    expect(verifierMatches(VERIFIER, CHALLENGE)).toBe(true);
    expect(verifierMatches(`${VERIFIER}x`, CHALLENGE)).toBe(false);
  });

  it.each([
    ['a'.repeat(42), false],
    ['a'.repeat(43), true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    [`${'a'.repeat(42)}~`, true],
    [`${'a'.repeat(42)}+`, false],
  ])('knows whether %j is a verifier', (text, valid) => {
    expect(isCodeVerifier(text)).toBe(valid);
  });
});
