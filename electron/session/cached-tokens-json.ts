import { z } from 'zod';
import { signInReasonSchema } from '../../shared/session-state.ts';
import { Secret } from './secret.ts';
import type { CachedTokens } from './token-cache.ts';

const cachedTokensSchema = z.object({
  version: z.literal(1),
  /** Left out where the store has too little room. */
  accessToken: z.string().min(1).optional(),
  accessTokenExpiresAtMs: z.number(),
  receivedAtMs: z.number(),
  refreshToken: z.string().min(1).nullable(),
  scopes: z.array(z.string()),
  authorizedAtMs: z.number(),
  setAside: z
    .object({ atMs: z.number(), reason: signInReasonSchema, triedByUser: z.boolean() })
    .nullable()
    .default(null),
});

/**
 * The tokens as text for a store that protects them. What is longer than `maxBytes` is written
 * without the access token: it can be fetched again, the refresh token cannot.
 */
export function serializeTokens(tokens: CachedTokens, maxBytes: number): string {
  const { accessToken, refreshToken, ...rest } = tokens;
  const lasting = { version: 1, ...rest, refreshToken: refreshToken?.reveal() ?? null };
  const whole = JSON.stringify({ ...lasting, accessToken: accessToken.reveal() });
  return Buffer.byteLength(whole) <= maxBytes ? whole : JSON.stringify(lasting);
}

/** The reverse; null for anything that was not written by `serializeTokens`. */
export function parseTokens(text: string): CachedTokens | null {
  const parsed = cachedTokensSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    return null;
  }
  const { version: _, accessToken, refreshToken, ...rest } = parsed.data;
  return {
    ...rest,
    accessToken: new Secret(accessToken ?? ''),
    // Without an access token there is none to be alive.
    accessTokenExpiresAtMs: accessToken === undefined ? 0 : rest.accessTokenExpiresAtMs,
    refreshToken: refreshToken === null ? null : new Secret(refreshToken),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses `undefined`: what is no JSON is unreadable like any other garbage.
    return undefined;
  }
}
