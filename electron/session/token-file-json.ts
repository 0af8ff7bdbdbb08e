import { z } from 'zod';
import { canBeRenewed, keptBesideSchema, revealTokens } from './cached-tokens-json.ts';
import { Secret } from './secret.ts';
import type { CachedTokens } from './token-cache.ts';

/** An access token's life where nothing tells it (facts §1). */
const USUAL_LIFE_MS = 3_600_000;
/** An end beyond this is no time that a token has, as milliseconds taken for seconds. */
const LONGEST_LIFE_MS = 31_536_000_000;

/** Visible ASCII: anything else could not stand in an HTTP header (RFC 6749 §A.12). */
const token = z
  .string()
  .regex(/^[\x21-\x7e]{0,8192}$/)
  .nullish();
const seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*\d+(\.\d+)?\s*$/)
      .transform(Number),
  ])
  .nullish()
  .catch(null);
const scopeNames = z
  .union([z.string(), z.array(z.string()).transform((names) => names.join(' '))])
  .nullish()
  .catch(null);

const tokenFileSchema = z.object({
  access_token: token,
  refresh_token: token,
  expires_in: seconds,
  expires_at: seconds,
  scope: scopeNames,
  /** What the other programs have no place for. They write the file without it. */
  cratewatch: keptBesideSchema.nullable().catch(null).default(null),
});
type TokenFile = z.infer<typeof tokenFileSchema>;

const KNOWN_NAMES = ['access_token', 'refresh_token', 'expires_at', 'token_type'] as const;

export type TokenFileRead =
  /** `isOurs`: with what only Cratewatch writes; without it, that is unknown. */
  | { readonly kind: 'tokens'; readonly tokens: CachedTokens; readonly isOurs: boolean }
  | { readonly kind: 'refused'; readonly reason: 'not-json' | 'not-a-token-file' | 'no-token' };

/** The tokens in the format that Spotipy and the Python spotify-sdk read and write. */
export function serializeTokenFile(tokens: CachedTokens): string {
  const { accessToken, refreshToken, scopes, ...beside } = revealTokens(tokens);
  const file = {
    access_token: accessToken,
    token_type: 'Bearer',
    // Whole seconds, rounded to the safe side.
    expires_at: Math.floor(tokens.accessTokenExpiresAtMs / 1_000),
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    scope: scopes.join(' '),
    cratewatch: { version: 1, ...beside },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a token file of Spotipy, of the Python spotify-sdk or of Cratewatch. Where another program
 * renewed the tokens in a file of ours, its values win. `nowMs` bounds times that cannot be.
 */
export function parseTokenFile(text: string, nowMs: number): TokenFileRead {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'refused', reason: 'not-json' };
  }
  const parsed = tokenFileSchema.safeParse(json);
  if (!parsed.success || !hasKnownName(json)) {
    return { kind: 'refused', reason: 'not-a-token-file' };
  }
  const tokens = tokensOf(parsed.data, nowMs);
  return tokens.accessToken.reveal() === '' && !canBeRenewed(tokens)
    ? { kind: 'refused', reason: 'no-token' }
    : { kind: 'tokens', tokens, isOurs: parsed.data.cratewatch !== null };
}

function hasKnownName(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    KNOWN_NAMES.some((name) => Object.hasOwn(json, name))
  );
}

function tokensOf(file: TokenFile, nowMs: number): CachedTokens {
  const own = file.cratewatch;
  const accessToken = file.access_token || '';
  const refreshToken = file.refresh_token || null;
  const scopes = (file.scope ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const { setAside, receivedAtMs, accessTokenExpiresAtMs } = lifeOf(file, nowMs);
  return {
    way: own?.way ?? (refreshToken === null ? 'access-token' : 'authorization-code'),
    clientSecret: own?.clientSecret ? new Secret(own.clientSecret) : null,
    accessToken: new Secret(accessToken),
    // Without an access token there is none to be alive.
    accessTokenExpiresAtMs: accessToken === '' ? 0 : accessTokenExpiresAtMs,
    receivedAtMs,
    refreshToken: refreshToken === null ? null : new Secret(refreshToken),
    scopes,
    missingScopes: own?.missingScopes.filter((name) => !scopes.includes(name)) ?? [],
    authorizedAtMs: own?.authorizedAtMs ?? null,
    setAside,
  };
}

type Life = Pick<CachedTokens, 'accessTokenExpiresAtMs' | 'receivedAtMs' | 'setAside'>;

/** Our exact times, as long as the seconds beside them say that nobody renewed the token. */
function lifeOf({ cratewatch: own, ...file }: TokenFile, nowMs: number): Life {
  if (own !== null && file.expires_at === Math.floor(own.accessTokenExpiresAtMs / 1_000)) {
    return own;
  }
  const expiresAtMs = believableEnd(file.expires_at, nowMs);
  if (expiresAtMs === null) {
    // A refresh token makes a new one. Without it the token is tried, as one that is pasted is.
    return file.refresh_token
      ? { accessTokenExpiresAtMs: 0, receivedAtMs: 0, setAside: null }
      : { accessTokenExpiresAtMs: nowMs + USUAL_LIFE_MS, receivedAtMs: nowMs, setAside: null };
  }
  const lifeMs = file.expires_in ? file.expires_in * 1_000 : USUAL_LIFE_MS;
  const receivedAtMs = Math.max(0, Math.min(nowMs, expiresAtMs - lifeMs));
  // New tokens are not the ones that were refused.
  return { accessTokenExpiresAtMs: expiresAtMs, receivedAtMs, setAside: null };
}

function believableEnd(endSeconds: number | null | undefined, nowMs: number): number | null {
  const endMs = Math.floor((endSeconds ?? Number.NaN) * 1_000);
  return endMs <= nowMs + LONGEST_LIFE_MS ? Math.max(0, endMs) : null;
}
