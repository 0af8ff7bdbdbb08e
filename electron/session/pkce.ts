import { Secret } from './secret.ts';

/** A PKCE pair (RFC 7636): the verifier stays here, the challenge goes to the browser. */
export interface PkcePair {
  readonly verifier: Secret;
  /** base64url(SHA-256(verifier)) without padding: 43 characters. */
  readonly challenge: string;
}

/**
 * Draws a verifier of 32 random bytes (43 characters) and derives its S256 challenge
 * (RFC 7636 §4.1, §4.2). The library is loaded here because most starts need no sign-in.
 */
export async function createPkcePair(): Promise<PkcePair> {
  const oauth = await import('oauth4webapi');
  const verifier = oauth.generateRandomCodeVerifier();
  return {
    verifier: new Secret(verifier),
    challenge: await oauth.calculatePKCECodeChallenge(verifier),
  };
}

/** A `state` of 32 random bytes: ties the callback to this attempt (RFC 6749 §10.12). */
export async function createState(): Promise<Secret> {
  const oauth = await import('oauth4webapi');
  return new Secret(oauth.generateRandomState());
}
