import fc from 'fast-check';
import { Secret } from '../../electron/session/secret.ts';
import type { CachedTokens } from '../../electron/session/token-cache.ts';

/** Visible ASCII, as RFC 6749 §A.12 lets a token be. */
const token = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 4_000,
  size: 'max',
});
const shortToken = fc.stringMatching(/^[A-Za-z0-9_.~-]{20,400}$/);
const secret = fc.oneof(shortToken, token).map((value) => new Secret(value));
const scopes = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}(-[a-z]{3,8}){0,3}$/), {
  maxLength: 15,
});
const ms = fc.integer({ min: 0, max: 4e12 });

/** Everything that a session can give a cache to keep. */
export const anyTokens: fc.Arbitrary<CachedTokens> = fc.record({
  way: fc.constantFrom('authorization-code', 'client-credentials', 'access-token'),
  clientSecret: fc.option(fc.stringMatching(/^[0-9a-f]{32}$/).map((value) => new Secret(value))),
  accessToken: secret,
  accessTokenExpiresAtMs: ms,
  receivedAtMs: ms,
  refreshToken: fc.option(secret),
  scopes,
  missingScopes: scopes,
  authorizedAtMs: fc.option(ms),
  setAside: fc.option(
    fc.record({
      atMs: ms,
      reason: fc.constantFrom('expired', 'refused', 'client-invalid', 'token-ended'),
      triedByUser: fc.boolean(),
    }),
  ),
});
