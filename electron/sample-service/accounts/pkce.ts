import { createHash, timingSafeEqual } from 'node:crypto';

const VERIFIER = /^[A-Za-z0-9_.~-]{43,128}$/;

/** RFC 7636 §4.1. */
export function isCodeVerifier(text: string): boolean {
  return VERIFIER.test(text);
}

/** RFC 7636 §4.2, method S256: base64url without padding of SHA-256 of the verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

/** RFC 7636 §4.6. */
export function verifierMatches(verifier: string, challenge: string): boolean {
  return sameSecret(challengeOf(verifier), challenge);
}

/** Compares without telling by its duration where two texts differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}
