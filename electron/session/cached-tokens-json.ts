import { z } from 'zod';
import { signInReasonSchema, signInWaySchema } from '../../shared/session-state.ts';
import { Secret } from './secret.ts';
import type { CachedTokens } from './token-cache.ts';

/**
 * What every stored form keeps beside the tokens and their scopes. The defaults stand for entries
 * that were written when there was one way to sign in.
 */
export const keptBesideSchema = z.object({
  version: z.literal(1),
  way: signInWaySchema.default('authorization-code'),
  clientSecret: z.string().min(1).nullable().default(null),
  accessTokenExpiresAtMs: z.number(),
  receivedAtMs: z.number(),
  missingScopes: z.array(z.string()).default([]),
  authorizedAtMs: z.number().nullable(),
  setAside: z
    .object({ atMs: z.number(), reason: signInReasonSchema, triedByUser: z.boolean() })
    .nullable()
    .default(null),
});

const cachedTokensSchema = keptBesideSchema.extend({
  /** Left out where the store has too little room. */
  accessToken: z.string().min(1).optional(),
  refreshToken: z.string().min(1).nullable(),
  scopes: z.array(z.string()),
});

/** The tokens with their values in the open, for a store that protects them. */
export function revealTokens(tokens: CachedTokens) {
  return {
    ...tokens,
    accessToken: tokens.accessToken.reveal(),
    refreshToken: tokens.refreshToken?.reveal() ?? null,
    clientSecret: tokens.clientSecret?.reveal() ?? null,
  };
}

/** Whether a new access token can be had without the user. */
export function canBeRenewed({ way, refreshToken, clientSecret }: CachedTokens): boolean {
  return refreshToken !== null || (way === 'client-credentials' && clientSecret !== null);
}

/**
 * The tokens as text for a store that protects them. What is longer than `maxBytes` is written
 * without the access token if that can be fetched again: a refresh token cannot, nor can an access
 * token that the user pasted. Where nothing can be left out, the store may refuse the length.
 */
export function serializeTokens(tokens: CachedTokens, maxBytes: number): string {
  const { accessToken, ...lasting } = revealTokens(tokens);
  const whole = JSON.stringify({
    version: 1,
    ...lasting,
    // An empty one was left out before.
    ...(accessToken === '' ? {} : { accessToken }),
  });
  return Buffer.byteLength(whole) <= maxBytes || !canBeRenewed(tokens)
    ? whole
    : JSON.stringify({ version: 1, ...lasting });
}

/** The reverse; null for anything that was not written by `serializeTokens`. */
export function parseTokens(text: string): CachedTokens | null {
  const parsed = cachedTokensSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    return null;
  }
  const { version: _, accessToken, refreshToken, clientSecret, ...rest } = parsed.data;
  return {
    ...rest,
    accessToken: new Secret(accessToken ?? ''),
    // Without an access token there is none to be alive.
    accessTokenExpiresAtMs: accessToken === undefined ? 0 : rest.accessTokenExpiresAtMs,
    refreshToken: secretOrNull(refreshToken),
    clientSecret: secretOrNull(clientSecret),
  };
}

function secretOrNull(value: string | null): Secret | null {
  return value === null ? null : new Secret(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses `undefined`: what is no JSON is unreadable like any other garbage.
    return undefined;
  }
}
